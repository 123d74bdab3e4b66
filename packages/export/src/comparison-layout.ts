import type { Comparison, ComparisonCell, ComparisonHeading, Language } from '@codeerbank/core'
import { labelText } from '@codeerbank/core'
import { wording } from './wording.ts'

/** A row of a comparison as it is laid out: for each case its cell, or that a cell above reaches into it. */
export interface LaidOutRow {
  readonly heading: ComparisonHeading
  readonly cells: readonly ({ readonly cell: ComparisonCell; readonly span: number } | 'spanned')[]
}

/** Lays out the cells of a comparison, row by row; a cell stands in the first of its rows and spans the others. */
export function layOut(comparison: Comparison): readonly LaidOutRow[] {
  const cells = new Map<string, ComparisonCell>()
  for (const cell of comparison.cells) for (const row of cell.rows) cells.set(key(cell.case, row), cell)
  return comparison.rows.map(heading => ({
    heading,
    cells: comparison.cases.map(({ id }) => {
      const cell = cells.get(key(id, heading.id))
      if (cell === undefined)
        throw new RangeError(`The comparison has no cell for the case "${id}" in the row "${heading.id}".`)
      return cell.rows[0] === heading.id ? { cell, span: cell.rows.length } : 'spanned'
    }),
  }))
}

function key(inCase: string, row: string): string {
  return JSON.stringify([inCase, row])
}

/** `Tabel 8. Title`, or the title alone where the table has no number. */
export function captionOf(comparison: Comparison, language: Language): string {
  const title = labelText(comparison.title, language)
  return comparison.table === undefined
    ? title
    : `${labelText(wording.table, language)} ${comparison.table}. ${title}`
}
