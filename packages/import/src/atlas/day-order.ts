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

/** What the dates of a table with one sign between their numbers show. */
interface Shown {
  day: boolean
  month: boolean
  /** Whether no change comes before the making where the day, and where the month is first. */
  readonly inOrder: { day: boolean; month: boolean }
}

/**
 * Finds out which comes first from the dates of a table, for each sign between their numbers by itself, since with another they were
 * written elsewhere: a number over 12 is a day; else nothing was changed before it was made; else the day is first between
 * hyphens, and where the table is of a place that has it so.
 *
 * @param customary whether the day comes first in the language of the table, or where tables have their semicolons
 * @returns the order for `/` and `-`, without one of which nothing tells or the dates contradict each other
 */
export function dayOrders(rows: Iterable<TimesOfRow>, customary: boolean): ReadonlyMap<string, DayOrder> {
  const signs = new Map<string, Shown>()
  const shownBy = ({ sign }: DateInNumbers): Shown => {
    const known = signs.get(sign)
    if (known !== undefined) return known
    const shown = { day: false, month: false, inOrder: { day: true, month: true } }
    signs.set(sign, shown)
    return shown
  }
  for (const row of rows) {
    const [created, modified] = [orderedDate(row.created), orderedDate(row.modified)]
    for (const date of [created, modified]) if (date !== undefined) show(shownBy(date), date)
    if (created === undefined || modified === undefined || created.sign !== modified.sign) continue
    const { inOrder } = shownBy(created)
    inOrder.day &&= isInOrder(created, modified, true)
    inOrder.month &&= isInOrder(created, modified, false)
  }
  const orders = new Map<string, DayOrder>()
  for (const [sign, shown] of signs) {
    const order = orderOf(shown, customary || sign === '-')
    if (order !== undefined) orders.set(sign, order)
  }
  return orders
}

function orderOf({ day, month, inOrder }: Shown, customary: boolean): DayOrder | undefined {
  if (day && month) return undefined
  if (day || month) return { dayFirst: day }
  if (inOrder.day !== inOrder.month) return { dayFirst: inOrder.day }
  return customary ? { dayFirst: true, assumed: true } : undefined
}

function show(shown: Shown, { first, second }: DateInNumbers): void {
  if (first > 12) shown.day = true
  else if (second > 12) shown.month = true
}

function orderedDate(cell: CellValue): DateInNumbers | undefined {
  const date = typeof cell === 'string' ? dateInNumbers(cell) : undefined
  return date?.needsOrder === true ? date : undefined
}

function isInOrder(created: DateInNumbers, modified: DateInNumbers, dayFirst: boolean): boolean {
  const [from, to] = [timeInNumbers(created, dayFirst), timeInNumbers(modified, dayFirst)]
  return from === null || to === null || from <= to
}
