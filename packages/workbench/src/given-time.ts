import { type Terminal, UsageError } from './terminal.ts'

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const weekday =
  /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+/i
const clock =
  /(?:T|,?\s+(?:(?:om|at)\s+)?)(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\s*(?:uur|u|h))?(?:\s*(Z|UTC|[+-]\d{2}:\d{2}))?$/i

/** How a day is written, with the names of its parts in the order in which they stand. */
const forms: readonly (readonly [form: RegExp, parts: string])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, 'ymd'],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/, 'dmy'],
  [/^(\d{1,2})(?:e|st|nd|rd|th)?[\s-]+(\p{L}+)\.?[\s-]+(\d{4})$/u, 'dmy'],
  [/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, 'mdy'],
]

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/

const accepted =
  'Write it as 2024-10-03, 3-10-2024 or "3 oktober 2024" for a whole day, or with a time as "2024-10-03 10:15" (in UTC) or 2024-10-03T10:15:00+02:00.'

/**
 * A time as a person types it, as the store takes it: ISO 8601. The day stands before the month where both are numbers. A time without
 * an offset is in UTC, as `history` prints times, so that a command means the same on every machine; what was made of it is
 * said.
 *
 * @throws UsageError for what is no time or could be two, with the form that is accepted
 */
export function givenTime(text: string, terminal: Terminal): string {
  const typed = text.trim()
  const time = iso.test(typed) ? isoTime(typed, text) : typedTime(typed, text)
  if (time !== typed)
    terminal.stderr.write(
      `"${text}" is read as ${time}${time.includes('T') ? '' : ', the whole day in UTC'}.\n`,
    )
  return time
}

function isoTime(typed: string, text: string): string {
  const [year, month, day] = typed.slice(0, 10).split('-').map(Number)
  dayOf(year!, month!, day!, text)
  if (Number.isNaN(Date.parse(typed.replace(',', '.')))) throw new UsageError(noSuchClock(text))
  return typed
}

function typedTime(typed: string, text: string): string {
  const bare = typed.replace(weekday, '')
  const time = clock.exec(bare)
  const date = time === null ? bare : bare.slice(0, time.index)
  const behind = time === null ? '' : clockOf(time, text)
  for (const [form, parts] of forms) {
    const found = form.exec(date)
    if (found === null) continue
    const part = (name: string) => found[parts.indexOf(name) + 1]!
    const month = monthOf(part('m'))
    if (month === undefined) break
    const [year, day] = [Number(part('y')), Number(part('d'))]
    if (part('y').length === 2)
      throw new UsageError(
        `"${text}" has no century: write ${dayOf(2000 + year, month, day, text)}${behind}.`,
      )
    if (date.includes('/') && parts === 'dmy' && day <= 12 && month <= 12 && day !== month)
      throw new UsageError(
        `"${text}" could be two days: write ${dayOf(year, month, day, text)}${behind} or ${dayOf(year, day, month, text)}${behind}.`,
      )
    if (parts === 'dmy' && month > 12 && day <= 12)
      throw new UsageError(
        `"${text}" has the month before the day: write ${dayOf(year, day, month, text)}${behind}.`,
      )
    return dayOf(year, month, day, text) + behind
  }
  throw new UsageError(`"${text}" is no time. ${accepted}`)
}

function monthOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written)
  const at = months.findIndex(names => names.includes(written.toLowerCase()))
  return at === -1 ? undefined : at + 1
}

function clockOf([, hour, minute, second = '00', zone = 'Z']: RegExpExecArray, text: string): string {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw new UsageError(noSuchClock(text))
  const offset = /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone
  return `T${hour!.padStart(2, '0')}:${minute}:${second}${offset}`
}

function noSuchClock(text: string): string {
  return `"${text}" has a time of day that there is not. ${accepted}`
}

function dayOf(year: number, month: number, day: number, text: string): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const found = new Date(`${written}T00:00:00Z`)
  // The calendar of the program takes 31 February for a day of March.
  if (Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== written)
    throw new UsageError(`"${text}" is a day that there is not. ${accepted}`)
  return written
}
