import { type Crosstab, emptyStudy, type Source } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { sourceCensus } from '../src/source-census.ts'
import { bareStudy, sourceOf } from './study-cases.ts'

const census = (sources: readonly Source[]) => sourceCensus({ ...bareStudy, sources })

function grid({ rows, counts, rowTotals, columnTotals, total }: Crosstab) {
  return [...rows.map(({ id }, i) => [id, ...counts[i]!, rowTotals[i]]), ['total', ...columnTotals, total]]
}

describe('sourceCensus', () => {
  it('counts activities by kind and case, interviews by form, and keeps empty rows and columns', () => {
    const table = census([
      sourceOf('1', 'noord', 'interview', { form: 'individual' }),
      sourceOf('2', 'noord', 'interview', { form: 'individual' }),
      sourceOf('3', 'zuid', 'interview', { form: 'duo' }),
      sourceOf('4', 'zuid', 'meeting-observation'),
      sourceOf('5', 'noord', 'ride-along', { activities: 3 }),
    ])
    expect(table.columns.map(({ id }) => id)).toEqual(['noord', 'zuid', 'leeg'])
    expect(grid(table)).toEqual([
      ['interview-individual', 2, 0, 0, 2],
      ['interview-duo', 0, 1, 0, 1],
      ['interview-related', 0, 0, 0, 0],
      ['ride-along', 3, 0, 0, 3],
      ['street-conversation', 0, 0, 0, 0],
      ['meeting-observation', 0, 1, 0, 1],
      ['fieldwork-note', 0, 0, 0, 0],
      ['report-section', 0, 0, 0, 0],
      ['total', 5, 2, 0, 7],
    ])
  })

  it('has a row for interviews of no known form only where there are', () => {
    const table = census([sourceOf('1', 'zuid', 'interview')])
    expect(grid(table).slice(0, 5)).toEqual([
      ['interview-individual', 0, 0, 0, 0],
      ['interview-duo', 0, 0, 0, 0],
      ['interview-related', 0, 0, 0, 0],
      ['interview', 0, 1, 0, 1],
      ['ride-along', 0, 0, 0, 0],
    ])
  })

  it('takes the form of an interview alone into account', () => {
    const table = census([sourceOf('1', 'zuid', 'street-conversation', { form: 'duo', activities: 12 })])
    expect(grid(table)[4]).toEqual(['street-conversation', 0, 12, 0, 12])
  })

  it('sums every activity, as one activity stands in one cell', () => {
    const table = census([sourceOf('1', 'zuid', 'report-section', { activities: 0 })])
    expect(table.total).toBe(0)
  })

  it('says what it counts, in words that a person knows', () => {
    const table = census([])
    expect(table.id).toBe('census')
    expect(table.unit).toBe('activities')
    expect(table.rowLabel).toEqual({ nl: 'Soort bron', en: 'Kind of source' })
    expect(table.rows[1]?.label).toEqual({ nl: 'Interview, duo', en: 'Interview, duo' })
    expect(table.rows[3]?.label).toEqual({ nl: 'Meeloopobservatie', en: 'Ride-along observation' })
  })

  it('gives rows with totals of zero for an empty study', () => {
    const table = sourceCensus(emptyStudy)
    expect(table.columns).toEqual([])
    expect(table.rowTotals).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(table.total).toBe(0)
  })
})
