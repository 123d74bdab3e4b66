import { timeSchema } from '@codeerbank/core'
import type { CellValue } from '../workbook/workbook.ts'

const written =
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:,?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?$/

/**
 * Makes a function that reads the times of a column. A clock time without an offset is taken for UTC. Whether day or month
 * comes first is what the column as a whole shows; where nothing in it does, the column cannot be read.
 *
 * @param column all cells of the column
 * @returns a function from a cell to an ISO 8601 time; `undefined` for an empty cell, `null` for one that cannot be read
 */
export function reportTimes(
  column: readonly CellValue[],
): (cell: CellValue | undefined) => string | null | undefined {
  const first = { day: false, month: false }
  for (const cell of column) {
    const parts = typeof cell === 'string' ? written.exec(cell.trim()) : null
    if (parts === null || parts[1]!.length > 2 || parts[2] === '.') continue
    if (Number(parts[1]) > 12) first.day = true
    else if (Number(parts[3]) > 12) first.month = true
  }
  return cell => {
    if (cell === null || cell === undefined || cell === '') return undefined
    if (cell instanceof Date) return isoOf(cell.getTime())
    if (typeof cell !== 'string') return null
    const text = cell.trim()
    if (timeSchema.safeParse(text).success) return text
    const parts = written.exec(text)
    if (parts === null) return null
    const [, a, sign, b, c, hour = '0', minute = '0', second = '0', half] = parts
    if (a!.length === 4) return clock(Number(a), Number(b), Number(c), hour, minute, second, half)
    // Between points the day comes first wherever they are used.
    if (c!.length !== 4 || (sign !== '.' && first.day === first.month)) return null
    const [day, month] = sign === '.' || first.day ? [a, b] : [b, a]
    return clock(Number(c), Number(month), Number(day), hour, minute, second, half)
  }
}

function clock(
  year: number,
  month: number,
  day: number,
  hour: string,
  minute: string,
  second: string,
  half: string | undefined,
): string | null {
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const time = Date.UTC(year, month - 1, day, hours, Number(minute), Number(second))
  const date = new Date(time)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24
  return exists ? isoOf(time) : null
}

function isoOf(time: number): string | null {
  const date = new Date(time)
  if (Number.isNaN(time) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return null
  return date.toISOString().replace('.000Z', 'Z')
}
