import { clock, spokenTime, unseen, until } from './clock-pattern.ts'
import { plainSpaces, type SpeakerLabel } from './speaker-label.ts'

const name = String.raw`(\p{L}[\p{L}\p{M}\p{N}._'’()/&, \u00a0\u202f-]{0,58}?|\?+)`
const names = String.raw`(?:${name}|\[${name}\]|\*\*${name}\*\*)`
const time = String.raw`(?:[\[(]?(${clock})${until}[\])]?|(${spokenTime})(?:\s{0,4}${clock})?)`
const between = String.raw`(?:[ \t\u00a0]*[-–|,][ \t\u00a0]*|[ \t\u00a0]+)`

/** Otter `Name  0:03`, Amberscript and Happy Scribe `Name 00:00:03`, `Name [00:00:03]`; with a dash or a bar between too. */
const nameFirst = new RegExp(String.raw`^${unseen}${names}${between}${time}:?[ \t]*$`, 'u')
/** Any name that more than a space divides from the time, as in Teams and Otter: an address, a number of a telephone. */
const apartFirst = new RegExp(String.raw`^${unseen}(\S[^\n:]{0,78}?)(?:[ \u00a0]{2,8}|\t)${time}[ \t]*$`, 'u')
/** Word and Trint `00:00:03 Name`, `[00:00:03] Name`. */
const timeFirst = new RegExp(String.raw`^${unseen}${time}${between}${names}:?[ \t]*$`, 'u')
/** `Name [00:00:03] words`. */
const inline = new RegExp(String.raw`^${unseen}${names}[ \t]+[\[(](${clock})${until}[\])][ \t]+(?=\S)`, 'u')
const timeBefore = new RegExp(String.raw`^${unseen}[\[(](${clock})${until}[\])][ \t]+(?=\S)`, 'u')
/** `0:03 words`. */
const bareBefore = new RegExp(String.raw`^${unseen}(${clock})[ \t]+(?=[^\s\d])`, 'u')
const nameAlone = new RegExp(String.raw`^${unseen}${names}:?[ \t]*$`, 'u')
const timeAlone = new RegExp(String.raw`^${unseen}${time}[ \t]*$`, 'u')

/** A sentence ends in a full stop, or has one behind a word; a name does in that of an initial, or has one behind a title. */
const isSentence = /(?<!\b\p{Lu})[.,]\s*$|\p{Ll}{4}\.\s/u

/** No line with a name and a time alone is longer, in UTF-16 units. */
const longest = 100

/**
 * Reads a line that says who speaks from when on, and nothing else: the words stand below it.
 *
 * @param line one line of a transcript
 * @param at the offset of the line in its text
 */
export function headerLabel(line: string, at: number): SpeakerLabel | undefined {
  if (line.length > longest) return undefined
  const first = nameFirst.exec(line)
  if (first !== null) {
    const [, plain, bracketed, bold, clocked, end, spoken] = first
    if (isSentence.test(plain ?? '')) return undefined
    return labelOf((plain ?? bracketed ?? bold)!, clocked ?? spoken!, end, at, at + line.length)
  }
  const apart = apartFirst.exec(line)
  if (apart !== null) {
    const [, named, clocked, end, spoken] = apart
    return { ...labelOf(named!, clocked ?? spoken!, end, at, at + line.length), apart: true }
  }
  const match = timeFirst.exec(line)
  if (match === null || isSentence.test(line)) return undefined
  const [, clocked, end, spoken, plain, bracketed, bold] = match
  return labelOf((plain ?? bracketed ?? bold)!, clocked ?? spoken!, end, at, at + line.length)
}

/** Reads `Name [00:00:03] words`, without a colon. */
export function inlineHeader(line: string, at: number): SpeakerLabel | undefined {
  const match = inline.exec(line.slice(0, longest))
  if (match === null) return undefined
  const [whole, plain, bracketed, bold, time, end] = match
  return labelOf((plain ?? bracketed ?? bold)!, time!, end, at, at + whole.length)
}

/**
 * Reads a name on a line and a time on the next, as Teams and Amberscript write them. Where a line with both follows, as in
 * what is copied out of Teams, that belongs to it.
 */
export function nameAboveTime(line: string, at: number, below: readonly string[]): SpeakerLabel | undefined {
  const [next = '', third = ''] = below
  const named = nameOf(line)
  // A cell of a table with the name and the time has the words in the next.
  const cell = next.indexOf('\t')
  const timed = named === undefined ? undefined : timeOf(cell === -1 ? next : next.slice(0, cell))
  if (named === undefined || timed === undefined) return undefined
  if (cell !== -1) return labelOf(named, timed.time, timed.timeEnd, at, at + line.length + 1 + cell)
  const again = headerLabel(third, 0)
  const words = at + line.length + 1 + next.length + (again?.speaker === named ? 1 + third.length : 0)
  return labelOf(named, timed.time, timed.timeEnd, at, words)
}

/** Reads a time, or from when to when, on a line and a name on the next, as older documents of Teams have them. */
export function timeAboveName(line: string, at: number, below: readonly string[]): SpeakerLabel | undefined {
  const [next = ''] = below
  const timed = timeOf(line)
  const named = timed === undefined ? undefined : nameOf(next)
  if (named === undefined || timed === undefined) return undefined
  return labelOf(named, timed.time, timed.timeEnd, at, at + line.length + 1 + next.length)
}

/** Reads a name on a line of its own, without a time, with words on the next line. */
export function loneName(line: string, at: number, below: readonly string[]): SpeakerLabel | undefined {
  const named = below.some(each => each.trim() !== '') ? nameOf(line) : undefined
  return named === undefined ? undefined : { speaker: named, start: at, words: at + line.length, bold: false }
}

/** Reads a time on a line of its own, where nobody is named: the words stand below it. */
export function loneTime(line: string, at: number): SpeakerLabel | undefined {
  const timed = timeOf(line)
  return timed === undefined ? undefined : labelOf('?', timed.time, timed.timeEnd, at, at + line.length)
}

/** Reads `[00:00:03] words`, where nobody is named. */
export function inlineTime(line: string, at: number): SpeakerLabel | undefined {
  const match = timeBefore.exec(line.slice(0, longest))
  return match === null ? undefined : labelOf('?', match[1]!, match[2], at, at + match[0].length)
}

/** Reads `0:03 words`, where nobody is named: a time of the recording only where most lines begin so. */
export function bareTime(line: string, at: number): SpeakerLabel | undefined {
  const match = bareBefore.exec(line.slice(0, longest))
  return match === null ? undefined : labelOf('?', match[1]!, undefined, at, at + match[0].length)
}

/** The time that a line holds and nothing else. */
export function timeOf(
  line: string,
): (Pick<SpeakerLabel, 'timeEnd'> & { readonly time: string }) | undefined {
  const match = line.length > longest ? null : timeAlone.exec(line)
  if (match === null) return undefined
  const [, clocked, end, spoken] = match
  return { time: clocked ?? spoken!, ...(end === undefined ? {} : { timeEnd: end }) }
}

/** What a line holds that is a name alone. */
function nameOf(line: string): string | undefined {
  const match = line.length > longest || isSentence.test(line) ? null : nameAlone.exec(line)
  const named = match?.[1] ?? match?.[2] ?? match?.[3]
  return named === undefined ? undefined : plainSpaces(named)
}

function labelOf(
  speaker: string,
  time: string,
  timeEnd: string | undefined,
  start: number,
  words: number,
): SpeakerLabel {
  return {
    speaker: plainSpaces(speaker),
    start,
    words,
    time,
    ...(timeEnd === undefined ? {} : { timeEnd }),
    bold: false,
  }
}
