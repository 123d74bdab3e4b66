/**
 * A time in a recording: `mm:ss` or `hh:mm:ss`, with tenths to thousandths after `.`, `,` or `-`.
 *
 * @returns seconds; `undefined` where minutes or seconds run past 59
 */
export function parseTime(text: string): number | undefined {
  const [whole = '', fraction = ''] = text.split(/[.,-]/)
  const parts = whole.split(':').map(Number)
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed()
  if (seconds > 59 || (parts.length === 3 && minutes > 59) || parts.some(Number.isNaN)) return undefined
  return hours * 3600 + minutes * 60 + seconds + (fraction === '' ? 0 : Number(`0.${fraction}`))
}
