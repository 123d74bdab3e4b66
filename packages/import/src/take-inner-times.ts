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
const time = String.raw`(${long}|\d{1,3}:\d{2}(?:[.,]\d{1,3})?)`
const arrow = String.raw`[ \t]{0,4}-{1,2}>[ \t]{0,4}`
const span = String.raw`${time}(?:(?:${arrow}|[ \t]{0,4}[-–—][ \t]{0,4})${time})?`
/** In brackets, and no link of Markdown; from when to when with an arrow; or alone on a line; or at its start. */
const stamp = new RegExp(
  [
    String.raw`[ \t]{0,8}(?:([[{])${span}[\]}]|\(${span}\))(?![(:])`,
    String.raw`[ \t]{0,8}(?<![\d:.,-])(${long})${arrow}(${long})(?![\d:])`,
    String.raw`^[ \t]{0,8}${span}(?=[ \t]{0,8}$)`,
    String.raw`^[ \t]{0,8}${time}(?=[ \t])`,
  ].join('|'),
  'gm',
)

/** No transcript has as many; what is past them stays. */
const mostStamps = 100_000

/** More doubtful times than this tell nothing more. */
const mostDoubtful = 50

interface Stamp {
  readonly turn: number
  readonly at: number
  readonly to: number
  readonly written: string
  /** Until when, where it says that. */
  readonly until?: string
  /** Whether it has hours, and is no clock's time therefore. */
  readonly isLong: boolean
  /** Whether it stands at the border of a line. */
  readonly isBorder: boolean
  /** Whether it is hardly anything else than a time of the recording: in square brackets, or alone on its line. */
  readonly isMeant: boolean
}

/**
 * Takes the times out of the words of turns: `[00:03:12]`, `(00:03:12)`, `{00:03:12}` or `[00:03:12 - 00:03:15]` anywhere, as Sonix and MAXQDA put
 * them; without hours where they count on, in round brackets only at the borders of lines; times alone on a line; and times at its start that lie
 * between those of the turn and the next. The place of each is the moment in the recording; one that says until when is of the words before it where
 * it ends a turn, and of those behind it where it begins one. No line comes or goes.
 *
 * @param turns as they were found, labels and their times apart
 * @param line of the file on which the text begins
 * @returns times that are none stay in the text, with a problem (`bad-time`); a turn of which nothing is left is gone, with one (`empty-turn`);
 *   `too-many-times`; `perhaps-time` for one without hours that is left, in square brackets or alone on its line
 */
export function takeInnerTimes(text: string, turns: readonly Turn[], line: number): UntimedTurns {
  const stamps = stampsIn(text, turns)
  if (stamps.length === 0) return { ...cutOut(text, []), turns, marks: [], problems: [] }
  const index = indexText(text)
  const problems: Problem[] = []
  const warn = (code: string, message: string, at: number) =>
    problems.push(problemAt(code, 'warning', message, line + lineColumnAt(index, at).line - 1))
  const times = stamps.map(({ written }) => parseTime(written))
  const ends = stamps.map(({ until }) => (until === undefined ? undefined : parseTime(until)))
  const countsOn = countingOn(stamps, times, turns)
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
  const spans = new Map<number, Span[]>()
  const cuts: { readonly from: number; readonly to: number }[] = []
  let doubtful = 0
  stamps.forEach((given, i) => {
    const { turn, at, to, written, until, isLong, isBorder, isMeant } = given
    const time = times[i]
    const end = ends[i]
    const bad = time === undefined ? written : end === undefined ? until : undefined
    if (isLong && bad !== undefined)
      warn('bad-time', `"${bad}" is no time: write hh:mm:ss. It stays in the text.`, to - 1)
    if (time === undefined || bad !== undefined) return
    if (!isLong && !countsOn(isBorder, i)) {
      if (isMeant && ++doubtful <= mostDoubtful)
        warn(
          'perhaps-time',
          `"${written}" stays among the words. If it is a time of the recording, write it with hours: [00:mm:ss].`,
          to - 1,
        )
      return
    }
    const from = Math.max(at, turns[turn]!.start)
    const opens = from === turns[turn]!.start || text[from - 1] === '\n'
    const blank = opens ? /[ \t]*/y : /(?:)/y
    blank.lastIndex = to
    blank.exec(text)
    cuts.push({ from, to: blank.lastIndex })
    if (end === undefined) found.push({ at: from, time })
    else spans.set(turn, [...(spans.get(turn)?.slice(0, 1) ?? []), { from, to, time, end }])
  })
  const cut = cutOut(text, cuts)
  const left = turns.flatMap((given, i) => {
    const turn = spanned(text, given, spans.get(i))
    const end = trimmedEnd(cut.text, cut.place(turn.start), cut.place(turn.end))
    const start = end - cut.text.slice(cut.place(turn.start), end).trimStart().length
    if (start < end) return [{ ...turn, start, end }]
    warn('empty-turn', `The turn of "${turn.speaker}" has no words.`, turn.start)
    return []
  })
  const marks = found.map(({ at, time }) => ({ at: cut.place(at), time }))
  return { ...cut, turns: left, marks, problems }
}

/** From when to when, and where that stands. */
interface Span {
  readonly from: number
  readonly to: number
  readonly time: number
  readonly end: number
}

/** A turn with the times of the first and the last span in it, where these stand before or behind all its words. */
function spanned(text: string, turn: Turn, [first, last = first]: readonly Span[] = []): Turn {
  if (first === undefined || last === undefined) return turn
  const opens = first.from === turn.start || turn.timeEnd !== undefined
  if (!opens && text.slice(last.to, turn.end).trim() !== '') return turn
  const time = turn.time ?? first.time
  const timeEnd = Math.max(turn.timeEnd ?? 0, last.end)
  return { ...turn, time, ...(timeEnd < time ? {} : { timeEnd }) }
}

/** Whether times without hours are those of the recording: all of them count on, or else those at the borders of lines, or one lies between those of turns. */
function countingOn(
  stamps: readonly Stamp[],
  times: readonly (number | undefined)[],
  turns: readonly Turn[],
): (isBorder: boolean, at: number) => boolean {
  const doesCountOn = (isOne: (stamp: Stamp) => boolean) => {
    const shorts = times.filter((_, i) => !stamps[i]!.isLong && isOne(stamps[i]!))
    return (
      shorts.length > 1 &&
      shorts.every((time, i) => time !== undefined && time >= (i === 0 ? 0 : (shorts[i - 1] ?? 0)))
    )
  }
  const all = doesCountOn(() => true)
  const bordering = all || doesCountOn(({ isBorder }) => isBorder)
  return (isBorder, at) => {
    const { turn, isMeant } = stamps[at]!
    if (all || (bordering && isBorder)) return true
    return isMeant && isBetween(times[at], turns[turn]!.time, turns[turn + 1]?.time)
  }
}

/** What looks like a time within a turn; without hours in round brackets only at the border of a line. */
function stampsIn(text: string, turns: readonly Turn[]): Stamp[] {
  const stamps: Stamp[] = []
  let turn = 0
  for (const match of text.matchAll(stamp)) {
    const to = match.index + match[0].length
    while (turn < turns.length && turns[turn]!.end < to) turn += 1
    if (turn === turns.length) break
    const [, square, ...groups] = match
    const before = groups[8]
    const at = groups.findIndex(each => each !== undefined)
    const written = groups[at]!
    const until = at < 8 ? groups[at + 1] : undefined
    if (before !== undefined && !isBetween(parseTime(before), turns[turn]!.time, turns[turn + 1]?.time))
      continue
    const start = match.index
    if (start + match[0].search(/\S/) < turns[turn]!.start) continue
    const isLong = before !== undefined || written.split(':').length > 2
    const isBorder = start <= turns[turn]!.start || (text[start - 1] ?? '\n') === '\n' || endsLine(text, to)
    const isMeant = square !== undefined || at === 6
    const spanning = until === undefined ? {} : { until }
    if (isLong || isBorder || isMeant)
      stamps.push({ turn, at: start, to, written, ...spanning, isLong, isBorder, isMeant })
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
