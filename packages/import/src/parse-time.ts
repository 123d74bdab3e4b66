/**
 * A time in a recording: `mm:ss` or `hh:mm:ss`, with tenths to thousandths after `.`, `,` or `-`; frames after a further colon or
 * a semicolon are left out, for it is not known how many a second has. Or in words: `1 hour 2 minutes 3 seconds`.
 *
 * @returns seconds; `undefined` where minutes or seconds run past 59
 */
export function parseTime(text: string): number | undefined {
  if (/\d \p{L}/u.test(text)) return inWords(text)
  const [written = ''] = text.split(';')
  const [whole = '', fraction = ''] = written.split(/[.,-]/)
  const parts = whole.split(':').slice(0, 3).map(Number)
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed()
  if (seconds > 59 || (parts.length === 3 && minutes > 59)) return undefined
  // As it is written: 4 and 0.56 are not 4.56 when they are added.
  const time = Number(`${hours * 3600 + minutes * 60 + seconds}.${fraction}`)
  return Number.isNaN(time) ? undefined : time
}

const lengths: readonly (readonly [unit: RegExp, seconds: number])[] = [
  [/^(?:h|u|stunde)/i, 3600],
  [/^m/i, 60],
  [/^s/i, 1],
]

function inWords(text: string): number {
  let time = 0
  for (const [, count, unit = ''] of text.matchAll(/(\d+) (\p{L}+)/gu))
    time += Number(count) * (lengths.find(([each]) => each.test(unit))?.[1] ?? 0)
  return time
}
