/** The day before which spreadsheets count days wrongly: they hold 1900 for a leap year. */
const firstDay = Date.UTC(1900, 2, 1)

/**
 * A time as the clock of the one who wrote it showed it, as spreadsheets keep times: without an offset from UTC.
 *
 * @param time ISO 8601, with or without an offset
 * @returns the clock time as if it were UTC; the text itself where it is no time that a spreadsheet can hold
 */
export function clockTime(time: string): Date | string {
  const clock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/.exec(time)?.[0]
  if (clock === undefined) return time
  const date = new Date(`${clock}Z`)
  if (Number.isNaN(date.getTime()) || date.getTime() < firstDay) return time
  // A day that there is not, such as 30 February, would silently be a day of the next month.
  return date.toISOString().startsWith(clock.slice(0, 10)) ? date : time
}
