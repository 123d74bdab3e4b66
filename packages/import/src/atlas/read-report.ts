import { type Problem, placed, type Reading, unguardCell } from '@codeerbank/core'
import { type FileKind, recogniseFile } from '../document/recognise-file.ts'
import { type RawRow, readCsvRows } from '../read-csv.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import type { CellValue } from '../workbook/workbook.ts'
import { joinContinued } from './join-continued.ts'

/** A row of a table, and where it is: the line of a text file, or the number of the row in its sheet. */
export interface ReportRow {
  readonly line: number
  readonly cells: readonly CellValue[]
}

/** A table of a file: one sheet of a workbook, or the whole of a CSV file. */
export interface ReportSheet {
  /** The name of the sheet; absent for CSV. */
  readonly name?: string
  readonly rows: readonly ReportRow[]
  /** Whether a spreadsheet does not show it. */
  readonly hidden?: true
  /** Whether the days of its workbook are counted from 1904 on. */
  readonly since1904?: true
  /** What separates the cells of CSV. */
  readonly delimiter?: string
}

/**
 * Reads the tables of a report by what the file is: a workbook, or CSV in UTF-8 or UTF-16 with commas, semicolons or tabs.
 * Empty rows are left out, and so is
 * what was put before a cell of CSV against formulas.
 *
 * @param file its name, for the places of problems
 * @returns the tables, and the problems of `readWorkbook` or of CSV
 */
export async function readReport(
  content: string | Uint8Array,
  file: string | undefined,
): Promise<Reading<readonly ReportSheet[]>> {
  const place = file === undefined ? {} : { file }
  if (typeof content !== 'string' && isOffice(content)) {
    const { value, problems } = await readWorkbook(content, place)
    return {
      value: joinContinued(value.sheets).map(({ rows, ...sheet }) => ({
        ...sheet,
        ...(value.since1904 === true ? { since1904: true as const } : {}),
        rows: rows.map((cells, i) => ({ line: i + 1, cells })).filter(({ cells }) => cells.length > 0),
      })),
      problems,
    }
  }
  const { value, problems, delimiter } = await readCsvRows(content)
  const rows = value.filter(({ cells }) => cells.some(cell => cell.trim() !== '')).map(inPlace)
  return {
    value: [{ rows, ...(delimiter === undefined ? {} : { delimiter }) }],
    problems: problems.map((problem: Problem) => placed(problem, place)),
  }
}

/** A row of CSV as one of a report, in the list that it was read into: a file may have a million of them. */
function inPlace(row: RawRow): ReportRow {
  const cells: CellValue[] = row.cells as string[]
  for (const [i, cell] of row.cells.entries()) cells[i] = cell === '' ? null : unguardCell(cell)
  return row
}

/** Sheets that a spreadsheet shows, before those that are hidden. */
export function shownFirst(sheets: readonly ReportSheet[]): readonly ReportSheet[] {
  const isHidden = ({ hidden }: ReportSheet) => hidden === true
  return [...sheets.filter(sheet => !isHidden(sheet)), ...sheets.filter(isHidden)]
}

/** A cell as text. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return String(cell)
}

/** Archives, and all else that is no table: `readWorkbook` says what they are. */
function isOffice(bytes: Uint8Array): boolean {
  const kind = recogniseFile(bytes)
  return kind === 'archive' || kind === 'ole' || notTables.has(kind)
}

const notTables = new Set<FileKind>(['pdf', 'rtf', 'recording', 'picture', 'packed', 'web-page'])
