import { readCsvRows } from '../read-csv.ts'
import { highestHead } from './named-columns.ts'
import { type ReportRow, type ReportSheet, readReport } from './read-report.ts'

/** A longer list is no report. */
const mostRows = 200_000

/**
 * The table of a CSV file of which each row is one cell, in quotes, as a spreadsheet saves a file that it opened with another
 * separator.
 *
 * @param sheets what `readReport` gave
 * @param isReport whether there is a report in the first rows, as they were: other lists of one column stay as they are
 * @returns `undefined` where it is none
 */
export async function quotedRows(
  sheets: readonly ReportSheet[],
  isReport: (sheets: readonly ReportSheet[]) => boolean,
): Promise<readonly ReportSheet[] | undefined> {
  const [sheet] = sheets
  if (sheet?.delimiter === undefined || sheet.rows.length > mostRows) return undefined
  const lines: string[] = []
  for (const row of sheet.rows) {
    const line = onlyCell(row)
    if (line === undefined) return undefined
    lines.push(line)
  }
  const head = await readReport(lines.slice(0, highestHead).join('\n'), undefined)
  if (!isReport(head.value)) return undefined
  const { value, delimiter } = await readCsvRows(lines.join('\n'))
  const rows = value.map(({ line, cells }) => ({
    line: sheet.rows[line - 1]?.line ?? line,
    cells: cells.map(cell => (cell === '' ? null : cell)),
  }))
  return [{ rows, ...(delimiter === undefined ? {} : { delimiter }) }]
}

/** The text of a row of one cell and one line. */
function onlyCell({ cells }: ReportRow): string | undefined {
  const [only, ...others] = cells.filter(cell => cell !== null)
  return others.length === 0 && typeof only === 'string' && !only.includes('\n') ? only : undefined
}
