const day = /^\d{4}-\d{2}-\d{2}$/
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * A point in time, the same on every machine.
 *
 * @param text ISO 8601 with an offset, or a date alone: that is the whole day, in UTC
 * @param edge which end of a day is meant
 * @returns milliseconds since 1970
 * @throws RangeError where it is no such time
 */
export function instantOf(text: string, edge: 'begin' | 'end'): number {
  const whole = day.test(text)
  const found = Date.parse(whole ? `${text}T00:00:00Z` : time.test(text) ? text.replace(',', '.') : '')
  // The calendar of the program takes 31 February for a day of March.
  const there = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(found) || there.toISOString().slice(0, 10) !== text.slice(0, 10))
    throw new RangeError(
      `"${text}" is no time: write it as 2024-10-03T10:15:00+02:00, or as 2024-10-03 for a whole day in UTC.`,
    )
  return whole && edge === 'end' ? found + 86_399_999 : found
}
