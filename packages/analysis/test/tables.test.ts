import { emptyStudy, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { casesTable } from '../src/cases-table.ts'
import { participantsTable } from '../src/participants-table.ts'
import { bareStudy, sourceOf } from './study-cases.ts'

describe('casesTable', () => {
  const variables: Study['variables'] = [
    { id: 'verband', label: { nl: 'Verband' }, on: 'case', type: 'text' },
    { id: 'inwoners', label: { nl: 'Inwoners' }, on: 'case', type: 'number' },
    { id: 'constructor', label: { nl: 'Oprichter bekend' }, on: 'case', type: 'boolean' },
    { id: 'duur', label: { nl: 'Duur' }, on: 'source', type: 'number' },
  ]
  const table = casesTable({
    ...emptyStudy,
    variables,
    cases: [
      { id: 'z', label: { en: 'South' }, values: { inwoners: 1200, verband: 'Buurtteam' } },
      { id: 'a', label: { nl: 'Aan de Werf' }, values: { constructor: true, inwoners: null } },
      { id: 'kaal', label: {}, values: {} },
    ],
  })

  it('has a column per variable of cases, in declared order', () => {
    expect(table.columns.map(({ id, type }) => [id, type])).toEqual([
      ['case', 'text'],
      ['verband', 'text'],
      ['inwoners', 'number'],
      ['constructor', 'text'],
    ])
  })

  it('has a row per case in declared order, empty where a value is missing', () => {
    expect(table.rows).toEqual([
      ['South', 'Buurtteam', 1200, null],
      ['Aan de Werf', null, null, 'true'],
      ['kaal', null, null, null],
    ])
  })

  it('has headings and no rows for an empty study', () => {
    expect(casesTable(emptyStudy)).toEqual({
      id: 'cases',
      title: { nl: 'De casussen', en: 'The cases' },
      columns: [{ id: 'case', label: { nl: 'Casus', en: 'Case' }, type: 'text' }],
      rows: [],
    })
  })
})

describe('participantsTable', () => {
  it('counts the sources of each participant, by case, then as declared', () => {
    const table = participantsTable({
      ...bareStudy,
      sources: [
        sourceOf('1', 'noord', 'interview', { participants: ['anna'] }),
        sourceOf('2', 'noord', 'meeting-observation', { participants: ['anna', 'bert'] }),
        sourceOf('3', 'zuid', 'meeting-observation', { participants: ['anna'] }),
        sourceOf('4', 'zuid', 'street-conversation', { participants: ['bert'] }),
        sourceOf('5', 'zuid', 'fieldwork-note', { participants: ['bert'] }),
      ],
    })
    expect(table.columns.map(({ id }) => id)).toEqual([
      'case',
      'participant',
      'label',
      'organisation',
      'function',
      'interviewed',
      'attended',
      'other',
    ])
    expect(table.rows).toEqual([
      ['Noord', 'anna', 'Anna', 'Gemeente', null, 1, 2, 0],
      ['Zuid', 'bert', 'Bert', 'Politie', 'wijkagent', 0, 1, 2],
      [null, 'cees', 'Cees', null, null, 0, 0, 0],
    ])
    expect(table.unit).toEqual({ nl: 'bronnen', en: 'sources' })
  })

  it('counts a participant who is named twice in a source once', () => {
    const sources = [sourceOf('1', 'noord', 'interview', { participants: ['anna', 'anna'] })]
    expect(participantsTable({ ...bareStudy, sources }).rows[0]?.[5]).toBe(1)
  })

  it('has headings and no rows for an empty study', () => {
    const table = participantsTable(emptyStudy)
    expect(table.columns).toHaveLength(8)
    expect(table.rows).toEqual([])
  })
})
