import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crosstab, crosstabOf, perThousandWords, scaleCrosstab } from '../src/index.ts'
import { anyStudy } from './any-study.ts'
import { codedStudy } from './study-cases.ts'

const cells = (tab: ReturnType<typeof crosstabOf>) =>
  tab.rows.map((row, i) => `${row.id}: ${tab.counts[i]!.join(' ')} = ${tab.rowTotals[i]}`)

describe('a crosstab of any two dimensions', () => {
  it('counts segments by kind of source and coder, a segment of two coders once in the total', () => {
    const tab = crosstabOf(codedStudy, { rows: 'kinds', columns: 'coders', unit: 'segments' })
    expect(tab.columns.map(({ id }) => id)).toEqual(['kim', 'lex'])
    expect(tab.rowLabel).toEqual({ nl: 'Soort bron', en: 'Kind of source' })
    expect(cells(tab).filter(row => !row.endsWith('= 0'))).toEqual([
      'interview: 2 3 = 4',
      'fieldwork-note: 1 0 = 1',
    ])
    expect([tab.columnTotals, tab.total]).toEqual([[3, 3], 5])
  })

  it('counts codings by month, by a variable of the case, and by speaker', () => {
    const study = {
      ...codedStudy,
      sources: codedStudy.sources.map(source =>
        source.id === 'z1' ? source : { ...source, date: '2024-03-12' },
      ),
      variables: [{ id: 'start', label: { nl: 'Begin' }, on: 'case' as const, type: 'text' as const }],
      cases: codedStudy.cases.map(each =>
        each.id === 'zuid' ? { ...each, values: { start: 'top-down' } } : each,
      ),
    }
    expect(
      cells(crosstabOf(study, { rows: 'times', columns: { variable: 'start' }, unit: 'codings' })),
    ).toEqual(['2024-03: 0 = 0'])
    expect(
      cells(crosstabOf(study, { rows: { variable: 'start' }, columns: 'cases', unit: 'codings' })),
    ).toEqual(['top-down: 0 2 0 = 2'])
    const speakers = crosstabOf(study, { rows: 'speakers', columns: 'cases', unit: 'codings' })
    expect(cells(speakers)).toEqual(['anna: 4 1 0 = 5', 'n1#R2: 1 0 0 = 1'])
  })

  it('counts by the rows of a frame and by the turns of a source', () => {
    const frame = {
      id: 'f',
      label: { nl: 'F' },
      rows: [
        { id: 'r1', label: { nl: 'Een' }, codes: ['houding'] },
        { id: 'r2', label: { nl: 'Twee' }, codes: ['gedrag'] },
      ],
    }
    const tab = crosstabOf(
      { ...codedStudy, frames: [frame] },
      { rows: { codeSets: 'f' }, columns: { turnsOf: 'n1' }, unit: 'segments' },
    )
    expect(tab.columns.map(({ label }) => label.nl)).toEqual(['1 Interviewer', '2 R1', '3 R2'])
    expect(cells(tab)).toEqual(['r1: 0 1 1 = 2', 'r2: 0 1 1 = 2'])
    expect(tab.total).toBe(2)
  })

  it.each([
    [{ rows: 'planets', columns: 'cases' }],
    [{ rows: { codeSets: 'x' }, columns: 'cases' }],
    [{ rows: 'codes', columns: { variable: 'x' } }],
    [{ rows: 'codes', columns: { turnsOf: 'x' } }],
  ])('refuses what the study does not have: %j', dimensions => {
    expect(() => crosstabOf(codedStudy, { ...dimensions, unit: 'codings' } as never)).toThrow(RangeError)
  })

  it('is the crosstab of codes, on any study and for every unit', () => {
    fc.assert(
      fc.property(
        anyStudy,
        fc.constantFrom('codings', 'segments', 'sources', 'speakers'),
        fc.constantFrom('cases', 'kinds', 'coders'),
        (study, unit, columns) => {
          const one = crosstab(study, { columns, unit })
          const other = crosstabOf(study, { rows: 'codes', columns, unit })
          expect(other.counts).toEqual(one.counts)
          expect([other.rowTotals, other.columnTotals, other.total]).toEqual([
            one.rowTotals,
            one.columnTotals,
            one.total,
          ])
        },
      ),
    )
  })
})

describe('a crosstab in proportion', () => {
  const tab = {
    ...crosstabOf(codedStudy, { rows: 'kinds', columns: 'cases', unit: 'codings' }),
    rows: [
      { id: 'a', label: {} },
      { id: 'b', label: {} },
    ],
    counts: [
      [1, 3, 0],
      [0, 5, 0],
    ],
    rowTotals: [4, 5],
    columnTotals: [1, 8, 0],
    total: 9,
  }

  it.each([
    [
      'row percent',
      [
        [25, 75, 0],
        [0, 100, 0],
      ],
    ],
    [
      'column percent',
      [
        [100, 37.5, null],
        [0, 62.5, null],
      ],
    ],
    [
      'normalised',
      [
        [8, 3, null],
        [0, 5, null],
      ],
    ],
    [
      'binary',
      [
        [1, 1, 0],
        [0, 1, 0],
      ],
    ],
  ] as const)('is %s, and empty where there is nothing to divide by', (scale, values) => {
    expect(scaleCrosstab(tab, scale).values).toEqual(values)
  })

  it('is empty, not NaN, where there is nothing at all', () => {
    const nothing = {
      ...tab,
      counts: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      rowTotals: [0, 0],
      columnTotals: [0, 0, 0],
      total: 0,
    }
    expect(scaleCrosstab(nothing, 'total percent').values.flat()).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('is per 1,000 words of each column', () => {
    expect(perThousandWords(tab, [500, 2000, 0]).values).toEqual([
      [2, 1.5, null],
      [0, 2.5, null],
    ])
    expect(() => perThousandWords(tab, [1])).toThrow(RangeError)
  })
})
