import type { Value, Variable } from '@codeerbank/core'
import type { CellValue } from '../workbook/workbook.ts'

const truths = new Map<string, boolean>([
  ...['ja', 'yes', 'true', 'waar', '1'].map(word => [word, true] as const),
  ...['nee', 'no', 'false', 'onwaar', '0'].map(word => [word, false] as const),
])

/** What each type is written like, for those who have to correct a cell. */
export const writtenLike: Readonly<Record<Variable['type'], string>> = {
  text: 'a text',
  number: 'a number without points or commas between thousands, such as 1000 or 3,5',
  boolean: 'ja or nee, yes or no, true or false, 1 or 0',
  date: 'a date such as 2024-03-12 or 12-3-2024',
}

/**
 * The value of a cell for a variable: a decimal point or comma, a day before its month where the year is last.
 *
 * @returns `undefined` where the cell is none of that type, or may be two: `1.000`, `3/4/2024`
 */
export function surveyValue(cell: CellValue, type: Variable['type']): Value | undefined {
  if (type === 'text') return cellWords(cell)
  if (type === 'number') return typeof cell === 'number' ? cell : numberOf(cellWords(cell))
  if (type === 'boolean') return typeof cell === 'boolean' ? cell : truths.get(cellWords(cell).toLowerCase())
  return cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === 'string'
      ? dayOf(cell.trim())
      : undefined
}

/** A cell as words: a day without a time as `2024-03-12`. */
export function cellWords(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(cell).trim()
}

function numberOf(text: string): number | undefined {
  if (!/^[-+]?\d+(?:[.,]\d+)?$/.test(text) || /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return undefined
  return Number(text.replace(',', '.'))
}

function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const dutch = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(text)
  const [year, month, day] = iso?.slice(1).map(Number) ?? dutch?.slice(1).map(Number).toReversed() ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
