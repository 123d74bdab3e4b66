import { decodeText, type Problem, type Reading } from '@codeerbank/core'
import { parseString } from 'fast-csv'
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
 * Reads a CSV file with a head, separated by commas or semicolons as its first line shows. Column names are compared
 * without case and surrounding space; empty rows are passed over.
 *
 * @param csv the file, or its text
 * @returns rows, and problems: `not-utf8`, `malformed-csv`, `missing-column`, `duplicate-column`, `uneven-row`
 */
export async function readCsv(
  csv: string | Uint8Array,
  columns: CsvColumns,
): Promise<Reading<readonly CsvRow[]>> {
  const decoded = decodeText(typeof csv === 'string' ? new TextEncoder().encode(csv) : csv)
  if (decoded.text === null) return { value: [], problems: decoded.problems }
  const problems: Problem[] = []
  const text = decoded.text
  const { rows, fault } = await parseRows(text, delimiterOf(text))
  const [head, ...body] = rows
  if (fault !== undefined)
    problems.push(
      problemAt(
        'malformed-csv',
        'error',
        `The CSV cannot be read from here on: ${fault}. A cell with a comma, a quote or a line end stands in quotes, and a quote in it is doubled.`,
        (rows.at(-1)?.line ?? 0) + 1,
      ),
    )
  const names = (head?.cells ?? []).map(cell => columnName(cell, columns.aliases ?? {}))
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

interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** All rows, empty ones too, so that the line of each is known: that of the one before, and the line ends in it. */
function parseRows(
  text: string,
  delimiter: string,
): Promise<{ readonly rows: readonly RawRow[]; readonly fault?: string }> {
  const rows: RawRow[] = []
  let line = 1
  return new Promise(resolve => {
    let fault: string | undefined
    parseString<string[], string[]>(text, { headers: false, delimiter, ignoreEmpty: false, trim: false })
      .on('error', error => {
        fault = error.message.split('\n')[0]!.slice(0, 80)
        resolve({ rows, fault })
      })
      .on('data', (cells: string[]) => {
        rows.push({ line, cells })
        line += 1
        for (const cell of cells) line += cell.split('\n').length - 1
      })
      .on('end', () => resolve(fault === undefined ? { rows } : { rows, fault }))
  })
}

/** Dutch and other continental spreadsheets separate by semicolons. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
  const counts = [',', ';', '\t'].map(each => ({ each, count: head.split(each).length - 1 }))
  return counts.sort((a, b) => b.count - a.count)[0]!.each
}

function columnName(cell: string, aliases: Readonly<Record<string, string>>): string {
  const name = cell.trim().toLowerCase()
  return Object.hasOwn(aliases, name) ? aliases[name]! : name
}
