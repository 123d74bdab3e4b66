import {
  type Crosstab,
  countUnitLabels,
  type Language,
  labelText,
  notesBelow,
  type Table,
} from '@codeerbank/core'
import { wording } from './wording.ts'

/**
 * Lays out a crosstab as a plain table with its totals: a row per heading under a column that names it, codes with
 * their depth in a column of its own.
 *
 * @param language the language of the rows' labels (Dutch by default)
 * @param options `noteTotals`: whether a note says it where totals are no sums, not by default
 */
export function crosstabToTable(
  crosstab: Crosstab,
  language: Language = 'nl',
  options: { readonly noteTotals?: boolean } = {},
): Table {
  const unit = countUnitLabels[crosstab.unit]
  const withDepth = crosstab.rows.some(row => row.depth !== undefined)
  const rowLabel = withDepth ? { nl: 'Code', en: 'Code' } : (crosstab.rowLabel ?? wording.row)
  const total = crosstab.totalLabel ?? wording.total
  const number = (id: string, label: Table['unit'] & {}) => ({ id, label, type: 'number' as const })
  return {
    id: crosstab.id,
    title: crosstab.title,
    unit,
    ...notesBelow(
      options.noteTotals !== true || areSums(crosstab) ? undefined : wording.noSums,
      crosstab.note,
    ),
    columns: [
      { id: 'row', label: rowLabel, type: 'text' },
      ...(withDepth ? [number('depth', { nl: 'Niveau', en: 'Level' })] : []),
      ...crosstab.columns.map(({ id, label }) => number(id, label)),
      number('total', total),
    ],
    rows: [
      ...crosstab.rows.map(({ label, depth }, i) => [
        labelText(label, language),
        ...(withDepth ? [(depth ?? 0) + 1] : []),
        ...crosstab.counts[i]!,
        crosstab.rowTotals[i]!,
      ]),
      [labelText(total, language), ...(withDepth ? [null] : []), ...crosstab.columnTotals, crosstab.total],
    ],
  }
}

/** Whether every total is the sum of its cells: where one unit stands in several of them it is less. */
function areSums({ counts, rowTotals, columnTotals, total }: Crosstab): boolean {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return (
    counts.every((row, i) => sum(row) === rowTotals[i]) &&
    columnTotals.every((each, k) => sum(counts.map(row => row[k]!)) === each) &&
    sum(columnTotals) === total
  )
}
