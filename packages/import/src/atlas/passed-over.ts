import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { QuotationTable } from './find-quotation-tables.ts'
import type { QuotationColumn } from './quotation-columns.ts'
import { cellText, type ReportRow } from './read-report.ts'

/** What nobody may lose without a word. */
const watched: ReadonlySet<QuotationColumn> = new Set([
  'document',
  'content',
  'comment',
  'codes',
  'createdBy',
])

/**
 * A warning for each further column of documents, words, comments, codes or coders in which a row has what the column that is
 * read does not have.
 *
 * @param read columns that are read beside those that were found
 */
export function passedOver(
  { head, columns, others }: QuotationTable,
  rows: readonly ReportRow[],
  read: readonly number[],
): readonly Problem[] {
  return others.flatMap(({ key, at }) => {
    if (!watched.has(key) || read.includes(at)) return []
    const chosen = columns.get(key)!
    const more = rows.find(({ cells }) => !cellText(cells[chosen]).includes(cellText(cells[at]).trim()))
    if (more === undefined) return []
    const [name, other] = [head.cells[chosen], head.cells[at]].map(cell => cellText(cell).trim())
    return [
      problemAt(
        'column-passed-over',
        'warning',
        `The column "${other}" is not read, for "${name}" is taken to say the same; row ${more.line} has something else there. Give what is not to be read another name.`,
        head.line,
      ),
    ]
  })
}

/** A warning where rows have something under no head: notes beside the table, or cells that an unquoted separator pushed aside. */
export function unheaded({ head }: QuotationTable, rows: readonly ReportRow[]): readonly Problem[] {
  const beside = rows.filter(({ cells }) =>
    cells.some((cell, at) => cellText(cell).trim() !== '' && cellText(head.cells[at]).trim() === ''),
  )
  const [first] = beside
  if (first === undefined) return []
  const more =
    beside.length === 1 ? '' : `, as ${beside.length - 1} more ${beside.length === 2 ? 'does' : 'do'}`
  return [
    problemAt(
      'unheaded-cells',
      'warning',
      `The row has something in a column without a name${more}, which is not read. If a cell with a separator in it was divided, put it in quotes.`,
      first.line,
    ),
  ]
}
