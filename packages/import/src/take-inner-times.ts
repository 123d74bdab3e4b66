import { indexText, lineColumnAt, type Problem, type Turn } from '@codeerbank/core'
import { type CutText, cutOut } from './cut-out.ts'
import type { TimeMark } from './document/document-text.ts'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'
import { trimmedEnd } from './trimmed-end.ts'

/** A text whose turns have no times left among their words. */
export interface UntimedTurns extends CutText {
  readonly turns: readonly Turn[]
  readonly marks: readonly TimeMark[]
  readonly problems: readonly Problem[]
}

const fraction = String.raw`(?:[.,-]\d{1,3}|:\d{2})?`
const long = String.raw`\d{1,2}:\d{2}:\d{2}${fraction}`
const short = String.raw`\d{1,3}:\d{2}(?:[.,]\d{1,3})?`
/** In brackets, and no link of Markdown; or alone on a line; or at its start. */
const stamp = new RegExp(
  String.raw`[ \t]{0,8}(?:\[(${long}|${short})\]|\((${long}|${short})\))(?![(:])|^[ \t]{0,8}(${long}|${short})(?=[ \t]{0,8}$)|^[ \t]{0,8}(${long}|${short})(?=[ \t])`,
  'gm',
)

/** No transcript has as many; what is past them stays. */
const mostStamps = 100_000

interface Stamp {
  readonly turn: number
  readonly at: number
  readonly to: number
  readonly written: string
  readonly isLong: boolean
}

/**
 * Takes the times out of the words of turns: `[00:03:12]` or `(00:03:12)` anywhere, as Sonix and MAXQDA put them; without hours, at the borders of
 * lines and where they count on; times alone on a line; and times at its start that lie between those of the turn and the next. The place of each is the moment in the recording. No line comes or goes.
 *
 * @param turns as they were found, labels and their times apart
 * @param line of the file on which the text begins
 * @returns times that are none stay in the text, with a problem (`bad-time`); a turn of which nothing is left is gone, with one (`empty-turn`);
 *   `too-many-times`
 */
export function takeInnerTimes(text: string, turns: readonly Turn[], line: number): UntimedTurns {
  const stamps = stampsIn(text, turns)
  if (stamps.length === 0) return { ...cutOut(text, []), turns, marks: [], problems: [] }
  const index = indexText(text)
  const problems: Problem[] = []
  const warn = (code: string, message: string, at: number) =>
    problems.push(problemAt(code, 'warning', message, line + lineColumnAt(index, at).line - 1))
  const times = stamps.map(({ written }) => parseTime(written))
  const shorts = times.filter((_, i) => !stamps[i]!.isLong)
  const countsOn =
    shorts.length > 1 &&
    shorts.every((time, i) => time !== undefined && time >= (i === 0 ? 0 : (shorts[i - 1] ?? 0)))
  if (stamps.length > mostStamps) {
    const { to } = stamps.pop()!
    times.pop()
    warn(
      'too-many-times',
      `There are more than ${mostStamps} times among the words; from here on they stay.`,
      to - 1,
    )
  }
  const found: TimeMark[] = []
  const cuts: { readonly from: number; readonly to: number }[] = []
  stamps.forEach(({ turn, at, to, written, isLong }, i) => {
    const time = times[i]
    if (isLong && time === undefined)
      warn('bad-time', `"${written}" is no time: write hh:mm:ss. It stays in the text.`, to - 1)
    if (time === undefined || (!isLong && !countsOn)) return
    const from = Math.max(at, turns[turn]!.start)
    const opens = from === turns[turn]!.start || text[from - 1] === '\n'
    const blank = opens ? /[ \t]*/y : /(?:)/y
    blank.lastIndex = to
    blank.exec(text)
    cuts.push({ from, to: blank.lastIndex })
    found.push({ at: from, time })
  })
  const cut = cutOut(text, cuts)
  const left = turns.flatMap(turn => {
    const end = trimmedEnd(cut.text, cut.place(turn.start), cut.place(turn.end))
    const start = end - cut.text.slice(cut.place(turn.start), end).trimStart().length
    if (start < end) return [{ ...turn, start, end }]
    warn('empty-turn', `The turn of "${turn.speaker}" has no words.`, turn.start)
    return []
  })
  const marks = found.map(({ at, time }) => ({ at: cut.place(at), time }))
  return { ...cut, turns: left, marks, problems }
}

/** What looks like a time within a turn; without hours only at the border of a line. */
function stampsIn(text: string, turns: readonly Turn[]): Stamp[] {
  const stamps: Stamp[] = []
  let turn = 0
  for (const match of text.matchAll(stamp)) {
    const to = match.index + match[0].length
    while (turn < turns.length && turns[turn]!.end < to) turn += 1
    if (turn === turns.length) break
    const written = match[1] ?? match[2] ?? match[3] ?? match[4]!
    if (match[4] !== undefined && !isBetween(parseTime(written), turns[turn]!.time, turns[turn + 1]?.time))
      continue
    const at = match.index
    if (at + match[0].search(/\S/) < turns[turn]!.start) continue
    const isLong = match[4] !== undefined || written.split(':').length > 2
    const isBorder = at <= turns[turn]!.start || (text[at - 1] ?? '\n') === '\n' || endsLine(text, to)
    if (isLong || isBorder) stamps.push({ turn, at, to, written, isLong })
    if (stamps.length > mostStamps) break
  }
  return stamps
}

/** What stands before words may be a time that is said; it is one of the recording where it fits between those of turns. */
function isBetween(time?: number, from?: number, to?: number): boolean {
  return time !== undefined && from !== undefined && to !== undefined && time >= from && time <= to
}

function endsLine(text: string, at: number): boolean {
  const rest = /[ \t]{0,8}(?:\n|$)/y
  rest.lastIndex = at
  return rest.test(text)
}
