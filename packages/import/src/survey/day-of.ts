import type { CellValue } from '../workbook/workbook.ts'

/** Which comes first in days such as 3/4/2024. */
export type DayOrder = 'day' | 'month'

const written = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:,?[T\s].*)?$/s

/** What the days of a column show of their order, where they have slashes; `undefined` where nothing in it does, or not all do. */
export function dayOrder(column: Iterable<CellValue | undefined>): DayOrder | undefined {
  let [day, month] = [false, false]
  for (const cell of column) {
    const [, first = '', sign, second = ''] =
      typeof cell === 'string' ? (written.exec(cell.trim()) ?? []) : []
    if (sign !== '/' || first.length > 2) continue
    if (Number(first) > 12) day = true
    else if (Number(second) > 12) month = true
  }
  return day === month ? undefined : day ? 'day' : 'month'
}

/**
 * A day as surveys write it, with a time behind it or not: `2024-03-12`, `2024/03/12`, `12-3-2024`, `12.3.2024`, and `12/3/2024`.
 *
 * @param order which comes first where there are slashes
 * @returns ISO 8601; `undefined` for what is none, or may be two
 */
export function dayOf(text: string, order?: DayOrder): string | undefined {
  const [, first = '', sign, second = '', third = ''] = written.exec(text) ?? []
  const parts = [first, second, third].map(Number)
  if (first.length === 4) return iso(parts)
  if (third.length !== 4 || first.length > 2) return undefined
  if (sign !== '/' || order === 'day') return iso(parts.toReversed())
  return order === 'month' ? iso([parts[2]!, parts[0]!, parts[1]!]) : undefined
}

function iso([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
