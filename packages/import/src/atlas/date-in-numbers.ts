import { clockOf, clockPart, matchTime, type TimeParts, yearOf } from './clock-of.ts'

/** `3/4/2024`, and `12.03.24` or `3/13/24` as a Mac has them. */
const inNumbers = new RegExp(
  `^(?<a>\\d{1,4})(?<sign>[/.-])(?<b>\\d{1,2})\\k<sign>(?<c>\\d{1,4})${clockPart}`,
  'iu',
)

/** A date in three numbers. */
export interface DateInNumbers {
  /** Whether it is the order of day and month that says which date it is: the year is last, and no point between. */
  readonly needsOrder: boolean
  readonly sign: string
  readonly first: number
  readonly second: number
  readonly parts: TimeParts
}

/** The date in a text, a year of two digits only at its end; `undefined` for anything else. */
export function dateInNumbers(text: string): DateInNumbers | undefined {
  const parts = matchTime(inNumbers, text.trim())
  if (parts === undefined) return undefined
  const [a, sign, b, c] = [parts['a']!, parts['sign']!, parts['b']!, parts['c']!]
  // Between hyphens two digits at the start may as well be the year.
  if (a.length !== 4 && c.length !== 4 && (c.length !== 2 || sign === '-')) return undefined
  if (a.length === 3) return undefined
  // Between points the day comes first wherever they are used.
  return { needsOrder: a.length < 4 && sign !== '.', sign, first: Number(a), second: Number(b), parts }
}

/** The ISO 8601 time; `null` where there is no such day. */
export function timeInNumbers(date: DateInNumbers, dayFirst: boolean): string | null {
  const { first, second, parts } = date
  if (parts['a']!.length === 4) return clockOf(first, second, Number(parts['c']), parts)
  const [day, month] = dayFirst || !date.needsOrder ? [first, second] : [second, first]
  return clockOf(yearOf(parts['c']!), month, day, parts)
}
