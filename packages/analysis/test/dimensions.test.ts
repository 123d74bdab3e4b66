import { type Coding, type Study, sourceKinds, turnAt, type Value, voiceOf } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CrosstabScale,
  crosstabOf,
  crosstabScales,
  type DimensionName,
  perThousandWords,
  scaleCrosstab,
} from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { naiveCount, sourceIn, subtree } from './naive-counts.ts'
import { bareStudy, caseOf, codedStudy, sourceOf, withCodings } from './study-cases.ts'

const headings = (study: Study, rows: DimensionName) =>
  crosstabOf(study, { rows, columns: 'cases', unit: 'codings' }).rows.map(({ label }) => label.nl)

describe('the headings of a dimension', () => {
  const dated = (dates: readonly (string | undefined)[]): Study => ({
    ...bareStudy,
    sources: dates.map((date, i) =>
      sourceOf(`s${i}`, 'noord', 'interview', date === undefined ? {} : { date }),
    ),
  })
  const valued = (values: readonly Value[]): Study => ({
    ...bareStudy,
    variables: [{ id: 'v', label: { nl: 'V' }, on: 'case', type: 'number' }],
    cases: values.map((value, i) => ({ ...caseOf(`k${i}`, `K${i}`), values: { v: value } })),
    sources: [],
  })

  it('are months in order, each once, and none where no source has a date', () => {
    expect(
      headings(dated(['2024-03-12', '2023-12-01', undefined, '2024-03-01', '2024-01']), 'times'),
    ).toEqual(['2023-12', '2024-01', '2024-03'])
    expect(headings(dated([undefined]), 'times')).toEqual([])
  })

  it('are numbers by size, and other values as they come, each once, without those that are missing', () => {
    expect(headings(valued([10, 9, null, 100, 9]), { variable: 'v' })).toEqual(['9', '10', '100'])
    expect(headings(valued(['veel', 'weinig', null, 'geen', 'veel']), { variable: 'v' })).toEqual([
      'veel',
      'weinig',
      'geen',
    ])
    expect(headings(valued([true, false]), { variable: 'v' })).toEqual(['true', 'false'])
    expect(headings(valued([0, null]), { variable: 'v' })).toEqual(['0'])
  })

  it('are all cases, kinds and coders, those without codings too', () => {
    expect(headings(bareStudy, 'cases')).toEqual(['Noord', 'Zuid', 'Leeg'])
    expect(headings(bareStudy, 'coders')).toEqual(['Kim', 'Lex'])
    expect(headings(bareStudy, 'kinds')).toHaveLength(sourceKinds.length)
    expect(headings(bareStudy, 'sources')).toEqual(['Bron n1', 'Bron n2', 'Bron z1'])
  })

  it('are codes from the top down, with their depth', () => {
    const { rows } = crosstabOf(bareStudy, { rows: 'codes', columns: 'cases', unit: 'codings' })
    expect(rows.map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      '0 gedrag',
      '1 houding',
      '2 open',
      '2 gesloten',
      '1 status',
      '0 proces',
    ])
  })

  it('are speakers who were coded, by name where there is one', () => {
    expect(headings(codedStudy, 'speakers')).toEqual(['Anna', 'R2'])
  })

  it('make the title of the table, in both languages', () => {
    const titleOf = (rows: DimensionName, columns: DimensionName) =>
      crosstabOf(codedStudy, { rows, columns, unit: 'codings' }).title
    expect(titleOf('codes', 'cases')).toEqual({ nl: 'Code per casus', en: 'Code by case' })
    expect(titleOf('speakers', { turnsOf: 'n1' })).toEqual({ nl: 'Spreker per beurt', en: 'Speaker by turn' })
    expect(titleOf('times', 'coders')).toEqual({ nl: 'Maand per codeur', en: 'Month by coder' })
    expect(titleOf('kinds', 'sources')).toEqual({ nl: 'Soort bron per bron', en: 'Kind of source by source' })
  })

  it('make the id of the table', () => {
    const idOf = (columns: DimensionName, study = codedStudy) =>
      crosstabOf(study, { rows: 'codes', columns, unit: 'codings' }).id
    expect(idOf('cases')).toBe('codes-by-cases')
    expect(idOf({ turnsOf: 'n1' })).toBe('codes-by-turns-of-n1')
    expect(idOf({ variable: 'v' }, valued([1]))).toBe('codes-by-v')
  })
})

describe('codings of segments that a correction lost', () => {
  it('count in no turn and for no speaker, and elsewhere as before', () => {
    const lost = {
      ...codedStudy,
      segments: codedStudy.segments.map(each => ({ ...each, verdict: 'lost' as const })),
    }
    const total = (study: Study, rows: DimensionName) =>
      crosstabOf(study, { rows, columns: 'cases', unit: 'codings' }).total
    expect([total(codedStudy, { turnsOf: 'n1' }), total(lost, { turnsOf: 'n1' })]).toEqual([4, 0])
    expect([total(codedStudy, 'speakers'), total(lost, 'speakers')]).toEqual([6, 0])
    expect([total(codedStudy, 'sources'), total(lost, 'sources')]).toEqual([7, 7])
  })
})

/** Which headings a coding stands under, found for it alone. */
function under(study: Study, name: DimensionName, coding: Coding): readonly string[] {
  const source = sourceIn(study, coding)
  const segment = study.segments.find(({ id }) => id === coding.segment)!
  const turn = turnAt(source, segment.start, segment.end)
  if (typeof name === 'object') {
    if ('turnsOf' in name)
      return source.id === name.turnsOf && turn !== undefined
        ? [`${source.id}#${source.turns.indexOf(turn) + 1}`]
        : []
    if ('codeSets' in name)
      return study.frames[0]!.rows.filter(row =>
        row.codes.some(code => subtree(study, code).has(coding.code)),
      ).map(({ id }) => id)
    return []
  }
  switch (name) {
    case 'codes':
      return study.codes.filter(({ id }) => subtree(study, id).has(coding.code)).map(({ id }) => id)
    case 'cases':
      return [source.case]
    case 'sources':
      return [source.id]
    case 'kinds':
      return [source.kind]
    case 'coders':
      return [coding.coder]
    case 'speakers':
      return [voiceOf(source, turn)].filter(each => each !== undefined)
    case 'times':
      return []
  }
}

describe('a crosstab of any two dimensions of any study', () => {
  const names: readonly DimensionName[] = [
    'codes',
    'cases',
    'sources',
    'kinds',
    'coders',
    'speakers',
    { codeSets: 'f' },
    { turnsOf: 's0' },
  ]

  it('counts in every cell and total the distinct units that stand there', () => {
    fc.assert(
      fc.property(
        anyStudy,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.constantFrom('codings', 'segments', 'sources', 'speakers'),
        (any, rows, columns, unit) => {
          const ids = any.codes.map(({ id }) => id)
          const study = {
            ...any,
            frames: [
              {
                id: 'f',
                label: { nl: 'F' },
                rows: [ids.slice(0, 1), ids.slice(1, 3), ids].map((codes, i) => ({
                  id: `r${i}`,
                  label: {},
                  codes,
                })),
              },
            ],
          }
          const tab = crosstabOf(study, { rows, columns, unit })
          const count = (wanted: (coding: Coding) => boolean) =>
            naiveCount(study, study.codings.filter(wanted), unit)
          const inRow = (coding: Coding, id: string) => under(study, rows, coding).includes(id)
          const inColumn = (coding: Coding, id: string) => under(study, columns, coding).includes(id)
          const placed = (coding: Coding) =>
            under(study, rows, coding).length > 0 && under(study, columns, coding).length > 0
          tab.rows.forEach(({ id }, i) => {
            expect(tab.rowTotals[i]).toBe(count(each => inRow(each, id) && placed(each)))
            expect(tab.counts[i]).toEqual(
              tab.columns.map(column => count(each => inRow(each, id) && inColumn(each, column.id))),
            )
          })
          expect(tab.columnTotals).toEqual(
            tab.columns.map(({ id }) => count(each => inColumn(each, id) && placed(each))),
          )
          expect(tab.total).toBe(count(placed))
        },
      ),
    )
  })
})

describe('why cells of a crosstab in proportion are empty', () => {
  const tab = crosstabOf(codedStudy, { rows: 'kinds', columns: 'cases', unit: 'codings' })

  it.each<[CrosstabScale, string | undefined]>([
    ['row percent', 'Een lege cel staat in een rij die niets telt.'],
    ['column percent', 'Een lege cel staat in een kolom die niets telt.'],
    ['normalised', 'Een lege cel staat in een kolom die niets telt.'],
    ['total percent', undefined],
    ['binary', undefined],
  ])('by %s: %s', (scale, reason) => {
    expect(scaleCrosstab(tab, scale).empty?.nl).toBe(reason)
  })

  it('is said per 1,000 words too, and of a table that counts nothing', () => {
    expect(perThousandWords(tab, [10, 10, 0]).empty?.en).toBe(
      'An empty cell stands in a column without words.',
    )
    expect(perThousandWords(tab, [10, 10, 10]).empty).toBeUndefined()
    const nothing = crosstabOf(bareStudy, { rows: 'kinds', columns: 'cases', unit: 'codings' })
    expect(scaleCrosstab(nothing, 'total percent').empty?.en).toBe(
      'An empty cell stands in a table that counts nothing.',
    )
  })

  it('is said exactly where a cell is empty, for any study', () => {
    fc.assert(
      fc.property(anyStudy, fc.constantFrom(...crosstabScales), (study, scale) => {
        const any = crosstabOf(study, { rows: 'codes', columns: 'cases', unit: 'sources' })
        const { values, empty } = scaleCrosstab(any, scale)
        expect(empty !== undefined).toBe(values.some(row => row.includes(null)))
        for (const value of values.flat()) expect(value === null || Number.isFinite(value)).toBe(true)
        if (scale.endsWith('percent'))
          for (const value of values.flat()) expect(value === null || (value >= 0 && value <= 100)).toBe(true)
      }),
    )
  })

  it('is refused for a scale that there is not', () => {
    expect(() => scaleCrosstab(tab, 'per kraam' as CrosstabScale)).toThrow(RangeError)
  })
})

describe('words said by the interviewer', () => {
  it('are codings of no speaker, and of a turn', () => {
    const study = withCodings(bareStudy, ['n1 Vraag? open kim', 'n1 drie open kim'])
    const tab = (rows: DimensionName) => crosstabOf(study, { rows, columns: 'cases', unit: 'codings' })
    expect(tab('speakers').total).toBe(0)
    expect(tab({ turnsOf: 'n1' }).rowTotals).toEqual([1, 0, 0])
  })
})
