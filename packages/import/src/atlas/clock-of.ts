/** What a pattern found, by the names of its groups. */
export type TimeParts = Readonly<Record<string, string | undefined>>

/** The end of a pattern for a date: nothing more, or the time of the day, with an offset from UTC or without. */
export const clockPart =
  '(?:,?(?:T|\\s+(?:at|om|um|às|a las)?)\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?\\s*(?:(?<half>[ap])?\\.?\\s*m?\\.?)(?:\\s*Uhr)?\\s*(?<offset>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$'

/** A longer text is no time. */
const longest = 60

export function matchTime(pattern: RegExp, text: string): TimeParts | undefined {
  return text.length > longest ? undefined : pattern.exec(text)?.groups
}

/** The ISO 8601 time of a date and what `clockPart` found behind it; `null` where there is no such time. */
export function clockOf(year: number, month: number, day: number, parts: TimeParts): string | null {
  const { hour = '0', minute = '0', second = '0', half, offset } = parts
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const time = Date.UTC(year, month - 1, day, hours, Number(minute), Number(second))
  const date = new Date(time)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24
  return exists ? isoOf(time - minutesOf(offset) * 60_000) : null
}

/** A year of two digits is one since 2000. */
export function yearOf(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

export function isoOf(time: number): string | null {
  const date = new Date(time)
  if (Number.isNaN(time) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return null
  return date.toISOString().replace('.000Z', 'Z')
}

/** How many minutes a place is ahead of UTC. */
function minutesOf(offset: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '')
  if (parts === null) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}
