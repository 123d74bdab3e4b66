import { type Problem, placed, type Reading } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { findCodebookTable, sheetsOfCodes } from './codebook-columns.ts'
import type { CrossCell, CrossHeading, CrossTable } from './cross-table.ts'
import { type CrossColumn, crossHeading, findCrossHead, isTotal } from './find-cross-head.ts'
import { type FractionCell, readCrossCell } from './read-cross-cell.ts'
import { type ReportRow, type ReportSheet, readReport, shownFirst } from './read-report.ts'

/** A table with more cells that are no counts is some other table: no more are listed. */
const mostProblems = 100

/** Cells of a table, empty ones too: a head may be much wider than its rows. */
const mostCells = 2_000_000

const empty: CrossTable = { rows: [], columns: [], cells: [] }

/**
 * Reads a co-occurrence table or a code-document table of ATLAS.ti (XLSX, CSV): the names of rows and columns with the number of
 * their quotations, and in each cell a count, with the coefficient behind it (`12 - 0.34`, `12 (0.34)`), in the next
 * column, or on another sheet with the same names. Rows and columns of totals are left out, and so are relative numbers.
 *
 * @param content the file, or the text of a CSV file
 * @param options `file`: its name, for the places of problems
 * @returns the table, and problems: `not-a-cross-table`, `no-counts`, `unread-count`, `cross-table-too-large`, the warnings `other-table` and `duplicate-name`,
 *   and those of the file itself
 */
export async function readCrossTable(
  content: string | Uint8Array,
  options: { readonly file?: string } = {},
): Promise<Reading<CrossTable>> {
  const report = await readReport(content, options.file)
  const { value, problems } = chooseTable(sheetsOfCodes(shownFirst(report.value)).flatMap(sheetTable))
  const place = options.file === undefined ? {} : { file: options.file }
  const own = report.problems.length > 0 && value.rows.length === 0 ? [] : problems
  return { value, problems: [...report.problems, ...own.map(problem => placed(problem, place))] }
}

/** What a sheet holds, as it stands there. */
interface SheetTable {
  readonly name: string | undefined
  readonly line: number
  readonly rows: readonly CrossHeading[]
  readonly columns: readonly CrossHeading[]
  readonly cells: readonly (readonly (CrossCell | FractionCell | null)[])[]
  readonly problems: readonly Problem[]
}

/** The first table of counts, with the coefficients of one that has none but these. */
function chooseTable(tables: readonly SheetTable[]): Reading<CrossTable> {
  const counts = tables.find(table => !isOfFractions(table))
  if (counts === undefined) {
    const first = tables[0]
    const problem =
      first === undefined
        ? problemAt(
            'not-a-cross-table',
            'error',
            'The file has no table with names of codes above its columns and before its rows. Export it from ATLAS.ti again.',
            1,
          )
        : problemAt(
            'no-counts',
            'error',
            'The table has coefficients or percentages alone. Export it with its counts.',
            first.line,
          )
    return { value: empty, problems: [problem] }
  }
  const { rows, columns } = counts
  const names = namesOf(counts)
  const coefficients = tables.find(table => isOfFractions(table) && namesOf(table) === names)
  const cells = counts.cells.map((row, r) =>
    row.map((cell, c): CrossCell | null => {
      if (cell === null || 'fraction' in cell) return null
      if (cell.coefficient !== undefined) return cell
      const other = coefficients?.cells[r]?.[c] ?? null
      if (other === null) return cell
      return { ...cell, coefficient: 'fraction' in other ? other.fraction : other.count }
    }),
  )
  const others = tables.filter(table => !isOfFractions(table) && namesOf(table) !== names)
  return {
    value: { rows, columns, cells },
    problems: [
      ...counts.problems,
      ...sameNames(counts),
      ...others.map(
        ({ name, line }): Problem => ({
          ...problemAt(
            'other-table',
            'warning',
            'This is another table of counts, and is not read: only the first of a file is. Save it as a file of its own.',
            line,
          ),
          place: { line, ...(name === undefined ? {} : { path: [name] }) },
        }),
      ),
    ],
  }
}

/** A warning for each name that several rows or several columns have: which of them is meant cannot be told. */
function sameNames({ rows, columns, line }: SheetTable): readonly Problem[] {
  return [['rows', rows] as const, ['columns', columns] as const].flatMap(([what, headings]) =>
    [...Map.groupBy(headings, ({ name }) => name)]
      .filter(([, same]) => same.length > 1)
      .slice(0, mostProblems)
      .map(([name, same]) =>
        problemAt(
          'duplicate-name',
          'warning',
          `${same.length} ${what} are named "${name}", and are taken for one. Give each a name of its own in ATLAS.ti, and export the table again.`,
          line,
        ),
      ),
  )
}

function namesOf({ rows, columns }: SheetTable): string {
  return JSON.stringify([rows, columns].map(each => each.map(({ name }) => name)))
}

/** Whether a table is of coefficients or percentages: most of what is in it, but for zeros, is no whole number. */
function isOfFractions({ cells }: SheetTable): boolean {
  const filled = cells.flat().filter(cell => cell !== null)
  const fractions = filled.filter(cell => 'fraction' in cell).length
  return fractions > filled.filter(cell => 'count' in cell && cell.count > 0).length
}

/** A sheet with a cross table; one with a codebook has numbers in its rows too. */
function sheetTable(sheet: ReportSheet): readonly SheetTable[] {
  const { name, rows } = sheet
  const head = findCodebookTable([sheet]) === undefined ? findCrossHead(rows) : undefined
  if (head === undefined) return []
  const line = head.rows[0]!.line
  if (head.columns.length * head.rows.length > mostCells)
    return [{ name, line, rows: [], columns: [], cells: [], problems: [tooLarge(line)] }]
  const headings: CrossHeading[] = []
  const cells: (readonly (CrossCell | FractionCell | null)[])[] = []
  const problems: Problem[] = []
  for (const row of head.rows) {
    const heading = crossHeading(row.cells[0])
    if (heading === undefined || isTotal(heading)) continue
    headings.push(heading)
    cells.push(head.columns.map(column => cellIn(row, column, problems)))
  }
  const columns = head.columns.map(({ heading }) => heading)
  return [{ name, line, rows: headings, columns, cells, problems }]
}

function tooLarge(line: number): Problem {
  return problemAt(
    'cross-table-too-large',
    'error',
    `The table has more than ${mostCells} cells, and is not read. Export fewer codes at once, or take out columns that have a name and nothing below it.`,
    line,
  )
}

function cellIn(
  { line, cells }: ReportRow,
  { count, coefficient }: CrossColumn,
  problems: Problem[],
): CrossCell | FractionCell | null {
  // A table of relative numbers alone has none that is a count.
  const cell = readCrossCell(count === undefined ? null : cells[count])
  if ((cell === undefined || (cell !== null && 'fraction' in cell)) && problems.length < mostProblems)
    problems.push(
      problemAt('unread-count', 'error', 'A cell of the row holds no count. Correct it, or empty it.', line),
    )
  if (cell === undefined || cell === null || 'fraction' in cell) return cell ?? null
  if (cell.coefficient !== undefined || coefficient === undefined) return cell
  const next = readCrossCell(cells[coefficient])
  if (next === undefined || next === null || isPercentage(cells[coefficient])) return cell
  return { ...cell, coefficient: 'fraction' in next ? next.fraction : next.count }
}

function isPercentage(cell: unknown): boolean {
  return typeof cell === 'string' && cell.includes('%')
}
