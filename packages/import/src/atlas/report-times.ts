import { timeSchema } from '@codeerbank/core'
import type { CellValue } from '../workbook/workbook.ts'
import { clockOf, clockPart, isoOf, matchTime, yearOf } from './clock-of.ts'
import { dateInNumbers, timeInNumbers } from './date-in-numbers.ts'
import { dayOrders, type TimesOfRow } from './day-order.ts'
import { monthOf } from './month-of.ts'
import { serialTime } from './serial-time.ts'

/** `12 maart 2024`, `12. Mar 2024`, `12 de marzo de 2024`, `12-mrt-24`, `12/mar/2024`, a day of the week before it or not. */
const dayThenName = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(?<day>\\d{1,2})\\.?(?:\\s+de)?[\\s/-]+(?<name>\\p{L}{3,12})\\.?(?:\\s+de)?,?[\\s/-]+(?<year>\\d{4}|\\d{2})${clockPart}`,
  'iu',
)
/** `Mar 12, 2024`. */
const nameThenDay = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(?<name>\\p{L}{3,12})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})${clockPart}`,
  'iu',
)
const inChinese = new RegExp(`^(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日${clockPart}`, 'iu')

/** What is known of the table that times stand in. */
export interface TimesOptions {
  /** Whether the day comes first in the language of the table, or where tables have their semicolons. */
  readonly dayFirst?: boolean
  /** Whether days are counted from 1904 on in its workbook. */
  readonly since1904?: boolean
}

/** A time as ISO 8601, and what had to be assumed to read it. */
export interface ReadTime {
  readonly at: string
  readonly assumed?: 'day-first' | 'serial'
}

/**
 * Makes a function that reads the times of a table. A clock time without an offset is taken for UTC. Whether day or month
 * comes first is what all times of the table show (`dayOrders`); where nothing tells, such a time cannot be read.
 * A year of two digits, at the end, is one since 2000.
 *
 * @param rows of every row when it was made, and when changed
 * @returns a function from a cell to its time; `undefined` for an empty cell, `null` for one that cannot be read
 */
export function reportTimes(
  rows: Iterable<TimesOfRow>,
  { dayFirst = false, since1904 = false }: TimesOptions = {},
): (cell: CellValue | undefined) => ReadTime | null | undefined {
  const orders = dayOrders(rows, dayFirst)
  const read = (at: string | null, assumed?: ReadTime['assumed']): ReadTime | null =>
    at === null ? null : { at, ...(assumed === undefined ? {} : { assumed }) }
  return cell => {
    if (cell === null || cell === undefined || cell === '') return undefined
    if (cell instanceof Date) return read(isoOf(cell.getTime()))
    if (typeof cell !== 'string') return read(serialTime(cell, since1904), 'serial')
    const text = cell.trim()
    if (timeSchema.safeParse(text).success) return { at: text }
    const named = matchTime(dayThenName, text) ?? matchTime(nameThenDay, text) ?? matchTime(inChinese, text)
    if (named !== undefined) {
      const month = named['name'] === undefined ? Number(named['month']) : monthOf(named['name'])
      if (month === undefined) return null
      return read(clockOf(yearOf(named['year']!), month, Number(named['day']), named))
    }
    const date = dateInNumbers(text)
    if (date === undefined) return read(serialTime(text, since1904), 'serial')
    if (!date.needsOrder) return read(timeInNumbers(date, true))
    const order = orders.get(date.sign)
    if (order === undefined) return null
    return read(timeInNumbers(date, order.dayFirst), order.assumed === true ? 'day-first' : undefined)
  }
}
