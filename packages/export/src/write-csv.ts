import { guardCell, type Language, type TableValue } from '@codeerbank/core'
import { writeToString } from 'fast-csv'

/** How CSV is written. */
export interface CsvOptions {
  /** Whether a text that a spreadsheet would run as a formula gets an apostrophe before it (default). */
  readonly guard?: boolean
  /** Whether the file begins with a byte order mark, by which Excel knows UTF-8; not by default. */
  readonly bom?: boolean
  /** The language of labels; that of the study or codebook by default. */
  readonly language?: Language
}

/**
 * Writes rows as CSV (RFC 4180, with LF): the head always, also above no rows.
 *
 * @param head the names of the columns
 * @param rows each as long as the head; `null` is an empty cell
 */
export async function writeCsv(
  head: readonly string[],
  rows: readonly (readonly TableValue[])[],
  { guard = true, bom = false }: CsvOptions = {},
): Promise<string> {
  const cell = (value: TableValue) => (guard && typeof value === 'string' ? guardCell(value) : value)
  const csv = await writeToString(
    [head, ...rows].map(row => row.map(cell)),
    {
      headers: false,
      includeEndRowDelimiter: true,
      // A row of one empty cell would be an empty line, which readers pass over; some drop a first cell of blanks alone.
      quoteColumns: [head.length === 1 || rows.some(([first]) => isBlank(first))],
    },
  )
  return bom ? `\uFEFF${csv}` : csv
}

function isBlank(value: TableValue | undefined): boolean {
  return typeof value === 'string' && value !== '' && value.trim() === ''
}
