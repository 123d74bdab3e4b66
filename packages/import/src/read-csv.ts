import { Readable } from 'node:stream'
import { decodeText, type Problem, type Reading } from '@codeerbank/core'
import { parse } from 'fast-csv'
import { rowsOf } from './csv-text-rows.ts'
import { delimiterOf, statesDelimiter } from './delimiter-of.ts'
import { problemAt } from './read-source.ts'

/** A row of a CSV file by its columns' names, and the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvColumns {
  /** Columns that must be there. */
  readonly required: readonly string[]
  /** Other names that columns go by, in lower case. */
  readonly aliases?: Readonly<Record<string, string>>
}

/**
 * Reads a CSV file with a head, separated by commas, semicolons or tabs as its first rows show. Column names are compared
 * without case and surrounding space; empty rows are passed over.
 *
 * @param csv the file, or its text
 * @returns rows, and problems: `not-utf8`, `malformed-csv`, `csv-too-large`, `missing-column`, `duplicate-column`, `uneven-row`, and the warning `column-left-out`
 */
export async function readCsv(
  csv: string | Uint8Array,
  columns: CsvColumns,
): Promise<Reading<readonly CsvRow[]>> {
  const read = await readCsvRows(csv)
  const problems: Problem[] = [...read.problems]
  const [head, ...body] = read.value
  if (problems.length > 0 && head === undefined) return { value: [], problems }
  const written = (head?.cells ?? []).map(cell => cell.trim().toLowerCase())
  // A column under our own name goes before one that has another name for the same.
  const passedOver: { readonly name: string; readonly own: string }[] = []
  const names = written.map(name => {
    const known = columns.aliases !== undefined && Object.hasOwn(columns.aliases, name)
    const own = known ? columns.aliases![name]! : name
    if (own === name || !written.includes(own)) return own
    passedOver.push({ name, own })
    return name
  })
  const missing = columns.required.filter(name => !names.includes(name))
  if (missing.length > 0) {
    problems.push(
      problemAt(
        'missing-column',
        'error',
        `The first line must name the columns ${columns.required.join(', ')}; ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there.`,
        1,
      ),
    )
    return { value: [], problems }
  }
  for (const { name, own } of passedOver)
    problems.push(
      problemAt(
        'column-left-out',
        'warning',
        `The column "${name}" is left out, since "${own}" is there too. Give the words that are to be read to "${own}".`,
        1,
      ),
    )
  for (const name of new Set(names.filter((each, i) => each !== '' && names.indexOf(each) !== i)))
    problems.push(problemAt('duplicate-column', 'error', `Two columns are named "${name}". Keep one.`, 1))
  const value: CsvRow[] = []
  for (const { line, cells } of body) {
    if (cells.every(cell => cell.trim() === '')) continue
    if (cells.length > names.length && cells.slice(names.length).some(cell => cell.trim() !== '')) {
      problems.push(
        problemAt(
          'uneven-row',
          'error',
          `The row has ${cells.length} cells and the first line ${names.length}. Put a cell that has the separator in it in quotes.`,
          line,
        ),
      )
      continue
    }
    const named: Record<string, string> = {}
    names.forEach((name, i) => {
      if (name !== '') named[name] = cells[i] ?? ''
    })
    value.push({ line, cells: named })
  }
  return { value, problems }
}

/** A row of fewer cells takes as much memory as one of so many, with what may be told of it. */
const leastOfRow = 4
/** How many cells are read: 800,000, or one for so many characters of a larger file; and how many of a row. */
const leastCells = 800_000
const charactersOfCell = 12
const mostColumns = 20_000
const pieceLength = 1 << 16
const longestRow = 4_000_000
const tooLarge = 'too large'
const tooManyCells = `The table has more cells than are read: at most ${mostColumns} in a row, ${longestRow} characters in a row, and ${leastCells} cells in all or one for every ${charactersOfCell} characters, a row counted as ${leastOfRow} or more. Look for a quote that is not closed, or divide it.`

/** A row of a CSV file, and the line of the file on which it begins. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a CSV file, and what separates its cells. */
export interface CsvTable extends Reading<readonly RawRow[]> {
  readonly delimiter?: string
}

/**
 * Reads the rows of a CSV file by position, those without any text too; what separates cells is found out as `readCsv` does.
 * A first row that only names it for Excel (`sep=;`) is left out.
 *
 * @returns the rows up to the first fault, and the problems `not-utf8`, `windows-1252`, `csv-too-large` and `malformed-csv`
 */
export async function readCsvRows(csv: string | Uint8Array): Promise<CsvTable> {
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : markedUtf16(csv)
  const decoded = decodeText(bytes, { legacy: true })
  if (decoded.text === null) return { value: [], problems: decoded.problems }
  const hint = /^sep=([,;\t|])[ \t]*\n/i.exec(decoded.text)
  if (hint === null) {
    const delimiter = delimiterOf(decoded.text)
    return { ...(await readRows(decoded.text, delimiter, decoded.problems)), delimiter }
  }
  // Excel writes and reads a line above the head that says what separates cells.
  const below = await readRows(decoded.text.slice(hint[0].length), hint[1]!, [])
  return {
    delimiter: hint[1]!,
    value: below.value.map(({ line, cells }) => ({ line: line + 1, cells })),
    problems: [
      ...decoded.problems,
      ...below.problems.map(problem => ({ ...problem, place: { line: (problem.place?.line ?? 0) + 1 } })),
    ],
  }
}

async function readRows(
  text: string,
  delimiter: string,
  problems: readonly Problem[],
): Promise<Reading<readonly RawRow[]>> {
  const wide = tooWide(text, delimiter) ?? tooLong(text, delimiter)
  if (wide !== null) return { value: [], problems: [problemAt('csv-too-large', 'error', tooManyCells, wide)] }
  const most = Math.max(leastCells, Math.floor(text.length / charactersOfCell))
  const whole = await parseRows(piecesOf(rowsOf(text, delimiter)), delimiter, most)
  const { rows, line, fault } =
    whole.fault === undefined || whole.fault === tooLarge
      ? whole
      : await parseRows(rowsOf(text, delimiter), delimiter, most)
  const value = statesDelimiter(text) ? rows.slice(1) : rows
  if (fault === undefined) return { value, problems }
  if (fault === tooLarge)
    return { value, problems: [...problems, problemAt('csv-too-large', 'error', tooManyCells, line)] }
  const message = `The CSV cannot be read from here on: ${fault}. A cell with a comma, a quote or a line end stands in quotes, and a quote in it is doubled.`
  return { value, problems: [...problems, problemAt('malformed-csv', 'error', message, line)] }
}

/** UTF-16 that begins with two Latin letters or signs, as a head does, is known by the zeros between them: it gets the mark it lacks. */
function markedUtf16(bytes: Uint8Array): Uint8Array {
  const isLatin = (byte: number | undefined) => byte !== undefined && byte >= 0x20 && byte < 0x7f
  const [a, b, c, d] = bytes
  const mark =
    isLatin(a) && b === 0 && isLatin(c) && d === 0
      ? [0xff, 0xfe]
      : a === 0 && isLatin(b) && c === 0 && isLatin(d)
        ? [0xfe, 0xff]
        : undefined
  return mark === undefined ? bytes : Buffer.concat([Uint8Array.from(mark), bytes])
}

interface RawRows {
  readonly rows: readonly RawRow[]
  /** The line after the last row: that of the fault, if there is one. */
  readonly line: number
  readonly fault?: string
}

/**
 * All rows, empty ones too, so that the line of each is known: that of the one before, and the line ends in it. What
 * stands in the same piece as a fault is lost with it.
 */
function parseRows(pieces: Iterable<string>, delimiter: string, most: number): Promise<RawRows> {
  const rows: RawRow[] = []
  let line = 1
  let count = 0
  return new Promise(resolve => {
    const source = Readable.from(pieces)
    source
      .pipe(parse<string[], string[]>({ headers: false, delimiter, ignoreEmpty: false, trim: false }))
      .on('error', error => resolve({ rows, line, fault: error.message.split('\n')[0]!.slice(0, 80) }))
      .on('data', (cells: string[]) => {
        if (count > most) return
        // Empty lines, of which a file may have millions, are no rows; the first is the head whatever it holds.
        if (rows.length === 0 || cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
        line += 1
        for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1
        if (cells.length > 1 || cells[0] !== '')
          count += cells.some(cell => cell !== '') ? Math.max(cells.length, leastOfRow) : 1
        if (count <= most) return
        source.destroy()
        resolve({ rows, line, fault: tooLarge })
      })
      .on('end', () => resolve({ rows, line }))
  })
}

/** Rows in pieces: of each piece the parser makes all rows at once. */
function* piecesOf(rows: Iterable<string>): Iterable<string> {
  let piece = ''
  for (const row of rows) {
    piece += row
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The first line that has more cells than any spreadsheet; `null` where there is none. */
function tooWide(text: string, delimiter: string): number | null {
  let line = 1
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === delimiter) count += 1
    else if (character === '\n') {
      line += 1
      count = 0
    }
    if (count > mostColumns) return line
  }
  return null
}

/** The line on which a row begins that is longer than a row can be; `null` where there is none. */
function tooLong(text: string, delimiter: string): number | null {
  if (text.length <= longestRow) return null
  let line = 1
  for (const row of rowsOf(text, delimiter)) {
    if (row.length > longestRow) return line
    line += row.split('\n').length - 1
  }
  return null
}
