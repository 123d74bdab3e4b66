import { type Problem, placed, type Reading } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { CellValue } from '../workbook/workbook.ts'
import { withoutDot } from './code-names.ts'
import type { CrossCell, CrossHeading, CrossTable } from './cross-table.ts'
import { cellText, type ReportRow, type ReportSheet, readReport } from './read-report.ts'

/** The head stands within so many rows: above it reports have a title, a date and the like. */
const highestHead = 30
/** A table with more cells that are no counts is some other table: no more are listed. */
const mostProblems = 100

const size = /\s*(?:[○●◦•]\s*)?\bGr\s*=\s*(\d+)(?:\s*[;,]?\s*GS\s*=\s*\d+)?\s*$/u
const total = /^(?:totals?|totaal|totalen|summe|gesamt|totales)$/i
const written = /^(\d{1,9})(?:\s*(?:[-–|/(]|\n)\s*(\d*[.,]?\d+)\s*\)?)?$/

const empty: CrossTable = { rows: [], columns: [], cells: [] }

/**
 * Reads a co-occurrence table or a code-document table of ATLAS.ti (XLSX, CSV): the names of rows and columns with the number of
 * their quotations, and in each cell a count, with the coefficient behind it (`12 - 0.34`, `12 (0.34)`) or in the next
 * column. Rows and columns of totals are left out.
 *
 * @param content the file, or the text of a CSV file
 * @param options `file`: its name, for the places of problems
 * @returns the table, and problems: `not-a-cross-table`, `unread-count`, and those of the file itself
 */
export async function readCrossTable(
  content: string | Uint8Array,
  options: { readonly file?: string } = {},
): Promise<Reading<CrossTable>> {
  const report = await readReport(content, options.file)
  const found = findHead(report.value)
  const problems: Problem[] = []
  if (found === undefined && report.problems.length === 0)
    problems.push(
      problemAt(
        'not-a-cross-table',
        'error',
        'The file has no table with names of codes above its columns and before its rows. Export it from ATLAS.ti again.',
        1,
      ),
    )
  const value = found === undefined ? empty : readCells(found, problems)
  const place = options.file === undefined ? {} : { file: options.file }
  return { value, problems: [...report.problems, ...problems.map(problem => placed(problem, place))] }
}

interface FoundTable {
  /** Where the columns are that have a name, and what they are called. */
  readonly columns: readonly { readonly at: number; readonly heading: CrossHeading }[]
  readonly rows: readonly ReportRow[]
}

/** The head: no name in the first column or one that says what the rows are, names in the next, and counts below them. */
function findHead(sheets: readonly ReportSheet[]): FoundTable | undefined {
  for (const { rows } of sheets)
    for (const [i, { cells }] of rows.slice(0, highestHead).entries()) {
      const columns = cells.flatMap((cell, at) => {
        const heading = at === 0 || typeof cell !== 'string' ? undefined : headingOf(cell)
        return heading === undefined ? [] : [{ at, heading }]
      })
      const below = rows.slice(i + 1)
      const isData = ({ cells: row }: ReportRow) =>
        headingOf(row[0]) !== undefined && row.slice(1).some(cell => readCount(cell) !== undefined)
      if (columns.length > 0 && !isData({ line: 0, cells }) && below.slice(0, 3).some(isData))
        return { columns, rows: below }
    }
  return undefined
}

function headingOf(cell: CellValue | undefined): CrossHeading | undefined {
  const text = withoutDot(cellText(cell)).trim()
  const counted = size.exec(text)
  const name = (counted === null ? text : text.slice(0, counted.index)).replace(/\s+/g, ' ').trim()
  if (name === '') return undefined
  return { name, ...(counted === null ? {} : { size: Number(counted[1]) }) }
}

function readCells({ columns: named, rows }: FoundTable, problems: Problem[]): CrossTable {
  const columns = named.filter(({ heading }) => !total.test(heading.name))
  const headings: CrossHeading[] = []
  const cells: (readonly (CrossCell | null)[])[] = []
  for (const { line, cells: row } of rows) {
    const heading = headingOf(row[0])
    if (heading === undefined || total.test(heading.name)) continue
    headings.push(heading)
    cells.push(
      columns.map(({ at }) => {
        const cell = readCount(row[at])
        if (cell === undefined) {
          if (problems.length < mostProblems)
            problems.push(
              problemAt(
                'unread-count',
                'error',
                'A cell of the row holds no count. Correct it, or empty it.',
                line,
              ),
            )
          return null
        }
        if (cell === null || cell.coefficient !== undefined || named.some(each => each.at === at + 1))
          return cell
        const next = row[at + 1]
        const coefficient = typeof next === 'number' ? next : numberOf(cellText(next))
        return coefficient === undefined ? cell : { ...cell, coefficient }
      }),
    )
  }
  return { rows: headings, columns: columns.map(({ heading }) => heading), cells }
}

/** The count of a cell; `null` for an empty cell, `undefined` for anything else. */
function readCount(cell: CellValue | undefined): CrossCell | null | undefined {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? { count: cell } : undefined
  if (typeof cell !== 'string') return undefined
  const text = cell.trim()
  if (text === '' || text === '-') return null
  const parts = written.exec(text)
  if (parts === null) return undefined
  const coefficient = parts[2] === undefined ? undefined : numberOf(parts[2])
  return { count: Number(parts[1]), ...(coefficient === undefined ? {} : { coefficient }) }
}

function numberOf(text: string): number | undefined {
  return /^\d*[.,]?\d+$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined
}
