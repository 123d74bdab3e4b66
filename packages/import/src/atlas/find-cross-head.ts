import type { CellValue } from '../workbook/workbook.ts'
import { withoutDot } from './code-names.ts'
import type { CrossHeading } from './cross-table.ts'
import { highestHead } from './named-columns.ts'
import { readCrossCell } from './read-cross-cell.ts'
import { cellText, type ReportRow } from './read-report.ts'

/** A column with a name: where its counts are, if anywhere, and its coefficients. */
export interface CrossColumn {
  readonly heading: CrossHeading
  readonly count?: number
  readonly coefficient?: number
}

/** The head of a cross table, and the rows below it. */
export interface CrossHead {
  readonly columns: readonly CrossColumn[]
  readonly rows: readonly ReportRow[]
}

/** The number of quotations stands in so many characters at the end: a search for space before it takes longer than its length. */
const longestSize = 100
const size = /\s*(?:[○●◦•]\s*)?\bGr\s*=\s*(\d+)(?:\s*[;,]?\s*GS\s*=\s*\d+)?\s*$/u
const total = /^(?:totals?|totaal|totalen|summe|gesamt|insgesamt|totales|totais)$/i

/** What stands below a name that is over several columns. */
const roles = [
  ['count', /^(?:absolut\w*|counts?|anzahl|aantal|recuento|contagem|frequenc\w*)$/i],
  ['coefficient', /^(?:c|coefficients?|koeffizient|coëfficiënt|coeficientes?)$/i],
  ['other', /relati|percent|prozent|porcent|%/i],
] as const

type Role = (typeof roles)[number][0]

/** The head: no name in the first column or one that says what the rows are, names in the next, and numbers below them. */
export function findCrossHead(rows: readonly ReportRow[]): CrossHead | undefined {
  for (const [i, { cells }] of rows.slice(0, highestHead).entries()) {
    const below = rows.slice(i + 1, i + 4)
    if (isData({ cells }) || !below.some(isData)) continue
    const named = cells.flatMap((cell, at) => {
      const heading = at === 0 || typeof cell !== 'string' ? undefined : crossHeading(cell)
      return heading === undefined ? [] : [{ at, heading }]
    })
    if (named.length === 0) continue
    const rolesAt = rolesIn(below.slice(0, below.findIndex(isData)))
    const columns = named.map(({ at, heading }, n): CrossColumn => {
      const width = (named[n + 1]?.at ?? Number.POSITIVE_INFINITY) - at
      return { heading, ...placesOf(rolesAt, at, width) }
    })
    return { columns: columns.filter(column => !isTotal(column.heading)), rows: rows.slice(i + 1) }
  }
  return undefined
}

function isData({ cells: [name, ...cells] }: Pick<ReportRow, 'cells'>): boolean {
  return crossHeading(name) !== undefined && cells.some(cell => readCrossCell(cell) !== undefined)
}

/** The name in a cell, and how many quotations it says that there are. */
export function crossHeading(cell: CellValue | undefined): CrossHeading | undefined {
  const text = withoutDot(cellText(cell)).trim()
  const end = text.slice(-longestSize)
  const counted = size.exec(end)
  const name = (counted === null ? text : text.slice(0, text.length - end.length + counted.index))
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return undefined
  return { name, ...(counted === null ? {} : { size: Number(counted[1]) }) }
}

export function isTotal({ name }: CrossHeading): boolean {
  return total.test(name)
}

function rolesIn(rows: readonly ReportRow[]): ReadonlyMap<number, Role> {
  const found = new Map<number, Role>()
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) {
      if (at === 0 || typeof cell !== 'string') continue
      const role = roles.find(([, name]) => name.test(cell.trim()))?.[0]
      if (role !== undefined) found.set(at, role)
    }
  return found
}

/** Where the counts and coefficients of a name are; without a row that says it, counts are below it and coefficients next. */
function placesOf(
  rolesAt: ReadonlyMap<number, Role>,
  at: number,
  width: number,
): Pick<CrossColumn, 'count' | 'coefficient'> {
  if (rolesAt.size === 0) return { count: at, ...(width > 1 ? { coefficient: at + 1 } : {}) }
  const places: { count?: number; coefficient?: number } = {}
  for (let column = at; column < at + width && (column === at || rolesAt.has(column)); column++) {
    const role = rolesAt.get(column) ?? 'count'
    if (role !== 'other') places[role] ??= column
  }
  return places
}
