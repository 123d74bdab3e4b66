import type { Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saturation, saturationTable } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { naiveCount, sourceIn } from './naive-counts.ts'
import { bareStudy, codedStudy, codeOf, sourceOf, withCodings } from './study-cases.ts'

/** Sources of noord with these dates, and codings in them. */
const dated = (dates: readonly (string | undefined)[], codings: readonly string[]): Study =>
  withCodings(
    {
      ...bareStudy,
      sources: dates.map((date, i) =>
        sourceOf(`s${i}`, 'noord', 'interview', date === undefined ? {} : { date }),
      ),
    },
    codings,
  )

const curveOf = (study: Study, codes?: readonly string[]) =>
  saturation(study, codes)[0]!.points.map(({ source, fresh, total }) => [source, fresh.join(' '), total])

describe('saturation', () => {
  it('goes by date, sources of one day as declared, those without a date last', () => {
    const study = dated([undefined, '2024-02-01', '2024-01-01', '2024-02-01', undefined], [])
    expect(curveOf(study).map(([source]) => source)).toEqual(['s2', 's1', 's3', 's0', 's4'])
  })

  it('flattens where a source brings nothing new, and counts a code once in a source', () => {
    const study = dated(
      ['2024-01-01', '2024-01-02', '2024-01-03'],
      ['s0 een open kim', 's0 twee open lex', 's1 een open kim', 's2 een status kim', 's2 twee open kim'],
    )
    expect(curveOf(study)).toEqual([
      ['s0', 'open', 1],
      ['s1', '', 1],
      ['s2', 'status', 2],
    ])
  })

  it('names new codes in the order of the codebook, not of coding', () => {
    const study = dated([undefined], ['s0 een status kim', 's0 een gesloten kim', 's0 een open kim'])
    expect(curveOf(study)).toEqual([['s0', 'open gesloten status', 3]])
  })

  it('starts anew in every case, and has a curve for one without sources', () => {
    const study = withCodings(bareStudy, ['n1 een open kim', 'z1 een open kim'])
    expect(
      saturation(study).map(({ case: { id }, points }) => [id, points.map(({ total }) => total)]),
    ).toEqual([
      ['noord', [1, 1]],
      ['zuid', [1]],
      ['leeg', []],
    ])
  })

  it('is of some codes with all below them, where that is asked', () => {
    const study = dated([undefined], ['s0 een open kim', 's0 een status kim', 's0 een proces kim'])
    expect(curveOf(study, ['houding'])).toEqual([['s0', 'open', 1]])
    expect(curveOf(study, ['proces', 'status'])).toEqual([['s0', 'status proces', 2]])
    expect(curveOf(study, [])).toEqual([['s0', '', 0]])
  })

  it('counts retired codes that still have codings', () => {
    const study = dated([undefined], ['s0 een oud kim'])
    const retired = { ...study, codes: [...study.codes, codeOf('oud', null, { retired: true })] }
    expect(curveOf(retired)).toEqual([['s0', 'oud', 1]])
  })

  it('ends with the distinct codes of the case, and never falls, on any study', () => {
    fc.assert(
      fc.property(anyStudy, study => {
        for (const { case: of, points } of saturation(study)) {
          const codings = study.codings.filter(coding => sourceIn(study, coding).case === of.id)
          expect(points.at(-1)?.total ?? 0).toBe(new Set(codings.map(({ code }) => code)).size)
          expect(points).toHaveLength(study.sources.filter(each => each.case === of.id).length)
          points.reduce((before, { fresh, total }) => {
            expect(total).toBe(before + fresh.length)
            return total
          }, 0)
          const coded = points.filter(({ fresh }) => fresh.length > 0).length
          expect(coded).toBeLessThanOrEqual(naiveCount(study, codings, 'sources'))
        }
      }),
    )
  })
})

describe('the table of saturation', () => {
  it('has a row a source, numbered in each case, empty where a date is not known', () => {
    const study: Study = {
      ...codedStudy,
      sources: codedStudy.sources.map(each => (each.id === 'n2' ? { ...each, date: '2024-01-05' } : each)),
    }
    const { rows, columns, title } = saturationTable(study, saturation(study))
    expect(title.nl).toBe('Nieuwe codes per bron, in volgorde van verzamelen')
    expect(columns.map(({ label }) => label.en)).toEqual([
      'Case',
      'Order',
      'Source',
      'Date',
      'New codes',
      'Codes so far',
    ])
    expect(rows).toEqual([
      ['Noord', 1, 'Bron n2', '2024-01-05', 1, 1],
      ['Noord', 2, 'Bron n1', null, 2, 3],
      ['Zuid', 1, 'Bron z1', null, 2, 2],
    ])
  })
})
