import type { CellValue } from '../workbook/workbook.ts'
import { isoOf } from './clock-of.ts'

/** Days between 1982 and 2119 as Excel counts them from 1900 on: other numbers are no times of a study. */
const earliest = 30_000
const latest = 80_000
/** The first of January of 1970 in that count, and how many days a count from 1904 on is behind it. */
const epoch = 25_569
const later = 1462

/**
 * The time of a cell that lost its format, so that only the number of days is left by which spreadsheets keep times.
 *
 * @param since1904 whether days are counted from 1904 on, as old versions for the Mac do
 * @returns an ISO 8601 time, to the second; `null` for anything else
 */
export function serialTime(cell: CellValue, since1904: boolean): string | null {
  const text = typeof cell === 'string' ? cell.trim() : cell
  if (typeof text === 'string' && !/^\d{5}(?:[.,]\d{1,15})?$/.test(text)) return null
  if (typeof text !== 'string' && typeof text !== 'number') return null
  const days = Number(typeof text === 'string' ? text.replace(',', '.') : text) + (since1904 ? later : 0)
  return days < earliest || days >= latest ? null : isoOf(Math.round((days - epoch) * 86_400) * 1000)
}
