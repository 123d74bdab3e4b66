import { labelText, type Table } from '@codeerbank/core'
import { type CsvOptions, writeCsv } from './write-csv.ts'

/**
 * Writes a plain table as CSV, under the labels of its columns.
 *
 * @param options `language` of the labels (Dutch by default), and how CSV is written
 */
export async function tableToCsv(table: Table, options: CsvOptions = {}): Promise<string> {
  const { language = 'nl' } = options
  const head = table.columns.map(column => labelText(column.label, language))
  return writeCsv(head, table.rows, options)
}
