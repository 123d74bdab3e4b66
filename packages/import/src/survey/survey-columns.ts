import { nearestName } from '@codeerbank/codebook'
import type { Problem } from '@codeerbank/core'
import { cellText, type ReportRow } from '../atlas/read-report.ts'
import { problemAt } from '../read-source.ts'
import { type DayOrder, dayOrder } from './day-of.ts'
import type { SurveyMapping } from './survey-mapping.ts'

/** Where the columns of a mapping stand in a table. */
export interface SurveyColumns {
  /** The place of a column, by its head as the mapping has it; `undefined` where the table has none or several. */
  readonly at: (column: string | undefined) => number | undefined
  /** What was asked in a column, by its head, or in a table of Qualtrics the row below that. */
  readonly question: (column: string) => string
  /** The order of days in a column. */
  readonly order: (column: string) => DayOrder | undefined
  /** Columns that are not there (`missing-column`) or there more than once (`duplicate-column`). */
  readonly problems: readonly Problem[]
}

/** Finds the columns of a mapping by their heads, or by their places (`#C`, `#3`); letters of either case and runs of spaces do not count. */
export function surveyColumns(rows: readonly ReportRow[], mapping: SurveyMapping): SurveyColumns {
  const [head] = rows
  // A table that could not be read has no columns that could be missing.
  if (head === undefined)
    return { at: () => undefined, order: () => undefined, question: column => column, problems: [] }
  const places = new Map<string, number[]>()
  head.cells.forEach((cell, at) => {
    const name = folded(cellText(cell))
    if (name === '') return
    const known = places.get(name)
    if (known === undefined) places.set(name, [at])
    else known.push(at)
  })
  const { line } = head
  const problems: Problem[] = []
  const single = new Map<string, number>()
  for (const column of new Set(columnsOf(mapping))) {
    const [first, ...others] = places.get(folded(column)) ?? placed(column, head)
    if (first !== undefined && others.length === 0) single.set(column, first)
    else if (first === undefined)
      problems.push(problemAt('missing-column', 'error', missingColumn(column, head), line))
    else
      problems.push(
        problemAt(
          'duplicate-column',
          'error',
          `The table has ${others.length + 1} columns "${column}". Give each a name of its own, or name the one that is meant by its place: "#${letterOf(others[0]!)}" or "#${others[0]! + 1}".`,
          line,
        ),
      )
  }
  const at = (column: string | undefined) => (column === undefined ? undefined : single.get(column))
  const orders = new Map<string, DayOrder | undefined>()
  const asked = isQualtrics(rows) ? rows[1] : undefined
  const question = (column: string) => {
    const place = single.get(column) ?? -1
    const named = isPlace.test(column) ? cellText(head.cells[place]).trim() : ''
    return cellText(asked?.cells[place]).trim() || named || column
  }
  return { at, order, question, problems }

  function order(column: string): DayOrder | undefined {
    const place = single.get(column)
    if (place === undefined) return undefined
    if (!orders.has(column)) orders.set(column, dayOrder(rows.map(({ cells }) => cells[place])))
    return orders.get(column)
  }
}

/** A column by its place, as spreadsheets show it: `#C`, or by its number, `#3`. */
const isPlace = /^#(?:([A-Za-z]{1,3})|(\d{1,5}))$/

/** The place of a column that a mapping names so; none where the table has no such place. */
function placed(column: string, { cells }: ReportRow): readonly number[] {
  const [, letters, number] = isPlace.exec(column.trim()) ?? []
  const written = letters?.toUpperCase() ?? ''
  const place =
    [...written].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, Number(number ?? 0)) - 1
  return place >= 0 && place < cells.length ? [place] : []
}

/** The letters by which spreadsheets name a place. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last
}

/** Tables of Qualtrics have three rows for a head: names, questions, and how it knows them itself. */
export function isQualtrics(rows: readonly ReportRow[]): boolean {
  return rows[2]?.cells.some(cell => /^\s*\{\s*"ImportId"/.test(cellText(cell))) === true
}

function missingColumn(column: string, { cells }: ReportRow): string {
  const heads = cells.map(cell => cellText(cell).trim()).filter(head => head !== '')
  const near = nearestName(column, heads)
  const remedy =
    near === undefined
      ? `Correct it in the mapping, as the head of the table has it: ${heads.slice(0, 20).join(', ')}${heads.length > 20 ? ', ...' : ''}.`
      : `Is "${near}" meant? Write it in the mapping as the head of the table has it.`
  return `The table has no column "${column}". ${remedy}`
}

function columnsOf(mapping: SurveyMapping): readonly string[] {
  const { respondent, date, participant = {}, variables = [], answers } = mapping
  const all = [
    respondent,
    'column' in mapping.case ? mapping.case.column : undefined,
    date,
    ...Object.values(participant),
    ...[...variables, ...answers].map(({ column }) => column),
  ]
  return all.filter(column => column !== undefined)
}

function folded(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}
