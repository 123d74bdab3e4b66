import type { Value, Variable } from '@codeerbank/core'
import type { CellValue } from '../workbook/workbook.ts'
import { type DayOrder, dayOf } from './day-of.ts'

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
 * @param order of days with slashes, as their column shows it
 * @returns `undefined` where the cell is none of that type, or may be two: `1.000`, `3/4/2024`
 */
export function surveyValue(cell: CellValue, type: Variable['type'], order?: DayOrder): Value | undefined {
  if (type === 'text') return cellWords(cell)
  if (type === 'number') return typeof cell === 'number' ? cell : numberOf(cellWords(cell))
  if (type === 'boolean') return typeof cell === 'boolean' ? cell : truths.get(cellWords(cell).toLowerCase())
  return cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === 'string'
      ? dayOf(cell.trim(), order)
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

/**
 * Whether an option is among those that were ticked, as Google Forms and Microsoft Forms write them into one cell: with commas or semicolons
 * between, which an option may have in it too.
 */
export function hasOption(cell: CellValue, option: string): boolean {
  const words = `;${cellWords(cell).toLowerCase()};`
  const sought = option.trim().toLowerCase()
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1))
    if (/[;,\n]\s*$/.test(words.slice(0, at)) && /^\s*[;,\n]/.test(words.slice(at + sought.length)))
      return true
  return false
}
