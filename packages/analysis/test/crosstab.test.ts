import { type CodeCountUnit, type Crosstab, emptyStudy, sourceKinds } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CrosstabColumns, crosstab, crosstabColumns } from '../src/crosstab.ts'
import { anyStudy } from './any-study.ts'
import { naiveCount, sourceIn, subtree } from './naive-counts.ts'
import { bareStudy, codedStudy, codeOf, withCodings } from './study-cases.ts'

const units = ['codings', 'segments', 'sources', 'speakers'] as const

/** A crosstab as a person reads it: the columns, a row a code with its total, the totals. */
function grid({ columns, rows, counts, rowTotals, columnTotals, total }: Crosstab) {
  return [
    ['', ...columns.map(({ id }) => id), 'total'],
    ...rows.map(({ id, depth }, i) => ['.'.repeat(depth ?? 0) + id, ...counts[i]!, rowTotals[i]]),
    ['total', ...columnTotals, total],
  ]
}

describe('crosstab by cases', () => {
  it('counts segments once for a code, however many of its sub-codes they carry', () => {
    expect(grid(crosstab(codedStudy, { columns: 'cases', unit: 'segments' }))).toEqual([
      ['', 'noord', 'zuid', 'leeg', 'total'],
      ['gedrag', 3, 2, 0, 5],
      ['.houding', 2, 1, 0, 3],
      ['..open', 2, 0, 0, 2],
      ['..gesloten', 1, 1, 0, 2],
      ['.status', 1, 0, 0, 1],
      ['proces', 0, 0, 0, 0],
      ['total', 3, 2, 0, 5],
    ])
  })

  it('counts codings', () => {
    expect(grid(crosstab(codedStudy, { columns: 'cases', unit: 'codings' }))).toEqual([
      ['', 'noord', 'zuid', 'leeg', 'total'],
      ['gedrag', 5, 2, 0, 7],
      ['.houding', 4, 1, 0, 5],
      ['..open', 3, 0, 0, 3],
      ['..gesloten', 1, 1, 0, 2],
      ['.status', 1, 0, 0, 1],
      ['proces', 0, 0, 0, 0],
      ['total', 5, 2, 0, 7],
    ])
  })

  it('counts sources', () => {
    expect(grid(crosstab(codedStudy, { columns: 'cases', unit: 'sources' }))).toEqual([
      ['', 'noord', 'zuid', 'leeg', 'total'],
      ['gedrag', 2, 1, 0, 3],
      ['.houding', 1, 1, 0, 2],
      ['..open', 1, 0, 0, 1],
      ['..gesloten', 1, 1, 0, 2],
      ['.status', 1, 0, 0, 1],
      ['proces', 0, 0, 0, 0],
      ['total', 2, 1, 0, 3],
    ])
  })

  it('counts speakers, a person who speaks in two cases once in the total', () => {
    expect(grid(crosstab(codedStudy, { columns: 'cases', unit: 'speakers' }))).toEqual([
      ['', 'noord', 'zuid', 'leeg', 'total'],
      ['gedrag', 2, 1, 0, 2],
      ['.houding', 2, 0, 0, 2],
      ['..open', 2, 0, 0, 2],
      ['..gesloten', 1, 0, 0, 1],
      ['.status', 1, 0, 0, 1],
      ['proces', 0, 0, 0, 0],
      ['total', 2, 1, 0, 2],
    ])
  })

  it('counts the own codings of a code alone where asked', () => {
    expect(grid(crosstab(codedStudy, { columns: 'cases', unit: 'segments', rollUp: false }))).toEqual([
      ['', 'noord', 'zuid', 'leeg', 'total'],
      ['gedrag', 0, 1, 0, 1],
      ['.houding', 0, 0, 0, 0],
      ['..open', 2, 0, 0, 2],
      ['..gesloten', 1, 1, 0, 2],
      ['.status', 1, 0, 0, 1],
      ['proces', 0, 0, 0, 0],
      ['total', 3, 2, 0, 5],
    ])
  })
})

describe('crosstab by other columns', () => {
  it('has a column per source, by its title', () => {
    const table = crosstab(codedStudy, { columns: 'sources', unit: 'segments' })
    expect(table.columns[0]).toEqual({ id: 'n1', label: { nl: 'Bron n1', en: 'Bron n1' } })
    expect(grid(table)[1]).toEqual(['gedrag', 2, 1, 2, 5])
    expect(grid(table).at(-1)).toEqual(['total', 2, 1, 2, 5])
  })

  it('has a column for every kind of source, also of those that the study has none of', () => {
    const table = crosstab(codedStudy, { columns: 'kinds', unit: 'sources' })
    expect(table.columns.map(({ id }) => id)).toEqual([
      'interview',
      'ride-along',
      'street-conversation',
      'meeting-observation',
      'fieldwork-note',
      'report-section',
    ])
    expect(grid(table)[1]).toEqual(['gedrag', 2, 0, 0, 0, 1, 0, 3])
  })

  it('has a column per coder, and a segment coded by two coders once in the total', () => {
    const table = crosstab(codedStudy, { columns: 'coders', unit: 'segments' })
    expect(table.columns).toEqual([
      { id: 'kim', label: { nl: 'Kim', en: 'Kim' } },
      { id: 'lex', label: { nl: 'Lex', en: 'Lex' } },
    ])
    expect(grid(table)).toEqual([
      ['', 'kim', 'lex', 'total'],
      ['gedrag', 3, 3, 5],
      ['.houding', 2, 2, 3],
      ['..open', 2, 1, 2],
      ['..gesloten', 1, 1, 2],
      ['.status', 1, 0, 1],
      ['proces', 0, 0, 0],
      ['total', 3, 3, 5],
    ])
  })

  it('says what it is and what it counts', () => {
    const table = crosstab(codedStudy, { columns: 'kinds', unit: 'speakers' })
    expect(table.id).toBe('codes-by-kinds')
    expect(table.title).toEqual({ nl: 'Codes per soort bron', en: 'Codes by kind of source' })
    expect(table.unit).toBe('speakers')
  })
})

describe('crosstab of a study without the things that it counts', () => {
  it('gives headings and totals of zero for an empty study', () => {
    for (const unit of units)
      expect(grid(crosstab(emptyStudy, { columns: 'cases', unit }))).toEqual([
        ['', 'total'],
        ['total', 0],
      ])
    expect(grid(crosstab(emptyStudy, { columns: 'kinds', unit: 'segments' }))).toEqual([
      ['', ...sourceKinds, 'total'],
      ['total', 0, 0, 0, 0, 0, 0, 0],
    ])
  })

  it('gives zeroes for a study without codings', () => {
    const study = { ...bareStudy, codes: [codeOf('a')] }
    for (const unit of units)
      expect(grid(crosstab(study, { columns: 'cases', unit }))).toEqual([
        ['', 'noord', 'zuid', 'leeg', 'total'],
        ['a', 0, 0, 0, 0],
        ['total', 0, 0, 0, 0],
      ])
  })

  it('gives rows without cells for a study without cases', () => {
    const study = { ...emptyStudy, codes: [codeOf('a')] }
    expect(grid(crosstab(study, { columns: 'cases', unit: 'segments' }))).toEqual([
      ['', 'total'],
      ['a', 0],
      ['total', 0],
    ])
  })
})

describe('retired codes in a crosstab', () => {
  const retired = (...ids: string[]) =>
    bareStudy.codes.map(code => (ids.includes(code.id) ? { ...code, retired: true } : code))
  const shown = (...ids: string[]) => {
    const study = withCodings({ ...bareStudy, codes: retired(...ids) }, ['n1 een open kim'])
    return crosstab(study, { columns: 'cases', unit: 'segments' }).rows.map(row => row.id)
  }

  it('are left out where they count nothing', () => {
    expect(shown('proces', 'gesloten')).toEqual(['gedrag', 'houding', 'open', 'status'])
  })

  it('stay where they count something', () => {
    expect(shown('open')).toEqual(['gedrag', 'houding', 'open', 'gesloten', 'status', 'proces'])
  })

  it('stay above a code that is in use', () => {
    const codes = [codeOf('oud', null, { retired: true }), codeOf('nieuw', 'oud')]
    const table = crosstab({ ...bareStudy, codes }, { columns: 'cases', unit: 'segments' })
    expect(table.rows.map(({ id, depth }) => [id, depth])).toEqual([
      ['oud', 0],
      ['nieuw', 1],
    ])
  })
})

describe('a wrong call of crosstab', () => {
  it('throws a RangeError for columns that there are not', () => {
    expect(() => crosstab(emptyStudy, { columns: 'moons' as CrosstabColumns, unit: 'codings' })).toThrow(
      RangeError,
    )
  })

  it('throws a RangeError for a unit that there is not', () => {
    expect(() => crosstab(emptyStudy, { columns: 'cases', unit: 'activities' as CodeCountUnit })).toThrow(
      RangeError,
    )
  })
})

describe('any crosstab', () => {
  const columnOf = {
    cases: (study, coding) => sourceIn(study, coding).case,
    sources: (study, coding) => sourceIn(study, coding).id,
    kinds: (study, coding) => sourceIn(study, coding).kind,
    coders: (_, coding) => coding.coder,
  } satisfies Record<
    CrosstabColumns,
    (study: typeof emptyStudy, coding: (typeof codedStudy.codings)[number]) => string
  >

  it('has in every cell and total the number of distinct units that a naive count finds', () => {
    fc.assert(
      fc.property(
        anyStudy,
        fc.constantFrom(...crosstabColumns),
        fc.constantFrom(...units),
        fc.boolean(),
        (study, columns, unit, rollUp) => {
          const table = crosstab(study, { columns, unit, rollUp })
          const of = columnOf[columns]
          table.rows.forEach(({ id }, r) => {
            const codes = rollUp ? subtree(study, id) : new Set([id])
            const inRow = study.codings.filter(coding => codes.has(coding.code))
            expect(table.rowTotals[r]).toBe(naiveCount(study, inRow, unit))
            table.columns.forEach((column, k) => {
              const inCell = inRow.filter(coding => of(study, coding) === column.id)
              expect(table.counts[r]![k]).toBe(naiveCount(study, inCell, unit))
            })
          })
          table.columns.forEach((column, k) => {
            const inColumn = study.codings.filter(coding => of(study, coding) === column.id)
            expect(table.columnTotals[k]).toBe(naiveCount(study, inColumn, unit))
          })
          expect(table.total).toBe(naiveCount(study, study.codings, unit))
        },
      ),
    )
  })
})
