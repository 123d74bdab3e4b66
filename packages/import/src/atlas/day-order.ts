import type { CellValue } from '../workbook/workbook.ts'
import { type DateInNumbers, dateInNumbers, timeInNumbers } from './date-in-numbers.ts'

/** Whether dates in numbers have their day or their month first; `assumed` where only what is customary says so. */
export interface DayOrder {
  readonly dayFirst: boolean
  readonly assumed?: true
}

/** Two times of a row, of which the second is never before the first. */
export interface TimesOfRow {
  readonly created: CellValue
  readonly modified: CellValue
}

/**
 * Finds out which comes first from the dates of a table with one sign between their numbers: a number over 12 is a day; else
 * nothing was changed before it was made; else the day is first between hyphens, and where the table is of a place that has it so.
 *
 * @param sign `/` or `-`: dates with another were written elsewhere
 * @param customary whether the day comes first in the language of the table, or where tables have their semicolons
 * @returns `undefined` where nothing tells, or the dates contradict each other
 */
export function dayOrder(
  rows: readonly TimesOfRow[],
  sign: string,
  customary: boolean,
): DayOrder | undefined {
  const pairs = rows.map(
    ({ created, modified }) => [dateWith(sign, created), dateWith(sign, modified)] as const,
  )
  const dates = pairs.flat().filter(date => date !== undefined)
  const day = dates.some(({ first }) => first > 12)
  const month = dates.some(({ first, second }) => first <= 12 && second > 12)
  if (day && month) return undefined
  if (day || month) return { dayFirst: day }
  const [asDay, asMonth] = [true, false].map(dayFirst => pairs.every(pair => isInOrder(pair, dayFirst)))
  if (asDay !== asMonth) return { dayFirst: asDay! }
  return customary || sign === '-' ? { dayFirst: true, assumed: true } : undefined
}

function dateWith(sign: string, cell: CellValue): DateInNumbers | undefined {
  const date = typeof cell === 'string' ? dateInNumbers(cell) : undefined
  return date?.needsOrder === true && date.sign === sign ? date : undefined
}

function isInOrder(
  [created, modified]: readonly [DateInNumbers | undefined, DateInNumbers | undefined],
  dayFirst: boolean,
): boolean {
  if (created === undefined || modified === undefined) return true
  const [from, to] = [created, modified].map(date => timeInNumbers(date, dayFirst))
  return from === null || to === null || from! <= to!
}
