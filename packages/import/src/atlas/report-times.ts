import { timeSchema } from '@codeerbank/core'
import type { CellValue } from '../workbook/workbook.ts'
import { monthOf } from './month-of.ts'

const clockPart =
  '(?:,?(?:T|\\s+(?:at|om|um|às|a las)?)\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?\\s*(?:(?<half>[ap])?\\.?\\s*m?\\.?)\\s*(?<offset>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$'

/** `3/4/2024`, and `12.03.24` or `3/13/24` as a Mac has them. */
const inNumbers = new RegExp(
  `^(?<a>\\d{1,4})(?<sign>[/.-])(?<b>\\d{1,2})\\k<sign>(?<c>\\d{1,4})${clockPart}`,
  'iu',
)
/** `12 maart 2024`, `12. Mar 2024`, `12 de marzo de 2024`, `12-mrt-24`, a day of the week before it or not. */
const dayThenName = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(?<day>\\d{1,2})\\.?(?:\\s+de)?[\\s-]+(?<name>\\p{L}{3,12})\\.?(?:\\s+de)?,?[\\s-]+(?<year>\\d{4}|\\d{2})${clockPart}`,
  'iu',
)
/** `Mar 12, 2024`. */
const nameThenDay = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(?<name>\\p{L}{3,12})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})${clockPart}`,
  'iu',
)
const inChinese = new RegExp(`^(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日${clockPart}`, 'iu')

/** A longer text is no time. */
const longest = 60

type Parts = Readonly<Record<string, string | undefined>>

/**
 * Makes a function that reads the times of a column. A clock time without an offset is taken for UTC. Whether day or month
 * comes first is what the column as a whole shows; where nothing in it does, the column cannot be read. A year of two digits,
 * at the end, is one since 2000.
 *
 * @param column all cells of the column
 * @returns a function from a cell to an ISO 8601 time; `undefined` for an empty cell, `null` for one that cannot be read
 */
export function reportTimes(
  column: readonly CellValue[],
): (cell: CellValue | undefined) => string | null | undefined {
  const first = { day: false, month: false }
  for (const cell of column) {
    const parts = typeof cell === 'string' ? match(inNumbers, cell.trim()) : undefined
    if (parts === undefined || parts['a']!.length > 2 || parts['sign'] === '.') continue
    if (Number(parts['a']) > 12) first.day = true
    else if (Number(parts['b']) > 12) first.month = true
  }
  return cell => {
    if (cell === null || cell === undefined || cell === '') return undefined
    if (cell instanceof Date) return isoOf(cell.getTime())
    if (typeof cell !== 'string') return null
    const text = cell.trim()
    if (timeSchema.safeParse(text).success) return text
    const named = match(dayThenName, text) ?? match(nameThenDay, text) ?? match(inChinese, text)
    if (named !== undefined) {
      const month = named['name'] === undefined ? Number(named['month']) : monthOf(named['name'])
      return month === undefined ? null : clock(yearOf(named['year']!), month, Number(named['day']), named)
    }
    const parts = match(inNumbers, text)
    return parts === undefined ? null : fromNumbers(parts, first)
  }
}

function match(pattern: RegExp, text: string): Parts | undefined {
  return text.length > longest ? undefined : pattern.exec(text)?.groups
}

function fromNumbers(parts: Parts, first: { readonly day: boolean; readonly month: boolean }): string | null {
  const [a, sign, b, c] = [parts['a']!, parts['sign'], parts['b']!, parts['c']!]
  if (a.length === 4) return clock(Number(a), Number(b), Number(c), parts)
  // Between hyphens two digits at the start may as well be the year.
  if (c.length !== 4 && (c.length !== 2 || sign === '-')) return null
  // Between points the day comes first wherever they are used.
  if (sign !== '.' && first.day === first.month) return null
  const [day, month] = sign === '.' || first.day ? [a, b] : [b, a]
  return clock(yearOf(c), Number(month), Number(day), parts)
}

function yearOf(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function clock(year: number, month: number, day: number, parts: Parts): string | null {
  const { hour = '0', minute = '0', second = '0', half, offset } = parts
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const time = Date.UTC(year, month - 1, day, hours, Number(minute), Number(second))
  const date = new Date(time)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24
  return exists ? isoOf(time - minutesOf(offset) * 60_000) : null
}

/** How many minutes a place is ahead of UTC. */
function minutesOf(offset: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '')
  if (parts === null) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}

function isoOf(time: number): string | null {
  const date = new Date(time)
  if (Number.isNaN(time) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return null
  return date.toISOString().replace('.000Z', 'Z')
}
