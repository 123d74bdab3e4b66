import { clock, meantClock, unseen, until } from './clock-pattern.ts'
import { looksLikeFullName } from './speaker-name.ts'

/** A speaker's label at the start of a line: where its words begin, after a time if there is one. */
export interface SpeakerLabel {
  readonly speaker: string
  /** Offset of the label, and of the words after it. */
  readonly start: number
  readonly words: number
  /** The time as it is written, without brackets, and the one after it where it is a stretch of time. */
  readonly time?: string
  readonly timeEnd?: string
  /** Whether the label was set apart in bold, so that it can be nothing else. */
  readonly bold: boolean
  /** That the words follow the colon at once, as they do in times and addresses too. */
  readonly tight?: boolean
  /** That more than a space divides it from what follows. */
  readonly apart?: boolean
  /** That its time stands before it, as times stand before words too. */
  readonly stamped?: true
  /** That the number of a line, or the sign of an item in a list, stands before it. */
  readonly numbered?: boolean
}

const bare = `(${clock})${until}`
const bracketed = String.raw`[\[(#{]\s*(${meantClock})${until}\s*[\])#}]`
const before = String.raw`(?:(?:${bracketed}|[\[(#{]?\s*${bare}\s*[\])#}]?)(?:\s*[-–|]\s*|\s*))?`
const label = String.raw`(\p{L}[\p{L}\p{M}\p{N}._'’()/&+, \u00a0\u202f-]{0,48}?|\?+)`
const blank = String.raw`[^\S\n]*`

const item = String.raw`(\d{1,4}[.)]?[ \t]+|[-*+•‣▪·–][ \t]+)?`

const boldLine = new RegExp(
  String.raw`^${unseen}${item}${before}(?:\*{2,3}|_{2,3})\s*(?:${bracketed}\s*)?${label}()\s*(?:(?:${bracketed})?\s*(?::\s*(?:\*{2,3}|_{2,3})|(?:\*{2,3}|_{2,3})\s*:)|(?:\*{2,3}|_{2,3})${blank}${bracketed}${blank}:)()(?:${blank}${bracketed})?${blank}`,
  'u',
)
const plainLine = new RegExp(
  String.raw`^${unseen}${item}(?:>{2,3}[ \t]*)?${before}()()(?:${label}|\[\s*${label}\s*\])(?:\[\d{1,3}\])?[\s\u200b-\u200f]*(?:${bracketed})?()()\s?(?::(?=([^]?))|：)(?:${blank}${bracketed}|[ \t]+${bare}(?=\t| {2}))?[ \t\u00a0\u200b-\u200f]*`,
  'u',
)

/** The words of a line that opens a turn are at most this far from its start, in UTF-16 units. */
const reach = 160

/**
 * Reads the speaker's label at the start of a line: `R1: words`, `**R1:** [00:03:12] words`, `**R1** (00:03:12): words`, `[00:03:12] R1: words`, `[R1]: words`.
 *
 * @param line one line of a transcript
 * @param at the offset of the line in its text
 * @returns `undefined` for a line that does not begin with what looks like a label
 */
export function speakerLabel(line: string, at: number): SpeakerLabel | undefined {
  const head = line.slice(0, reach)
  const bold = boldLine.exec(head)
  const match = bold ?? plainLine.exec(head)
  if (match === null) return undefined
  const [whole, number, ...groups] = match
  const [
    first,
    firstEnd,
    second,
    secondEnd,
    held,
    heldEnd,
    name,
    other,
    inside,
    insideEnd,
    late,
    lateEnd,
    colon,
    ...after
  ] = groups
  const [third, thirdEnd, fourth, fourthEnd] = after
  const speaker = plainSpaces(name ?? other ?? '')
  // The last name first, or else the start of a sentence.
  if (speaker.replace(/\([^()]*\)/g, '').includes(',') && !looksLikeFullName(speaker)) return undefined
  const times = [
    [third, thirdEnd],
    [fourth, fourthEnd],
    [inside, insideEnd],
    [late, lateEnd],
    [held, heldEnd],
    [first, firstEnd],
    [second, secondEnd],
  ] as const
  const [time, timeEnd] = times.find(([each]) => each !== undefined && each !== '') ?? []
  const stamped = time !== undefined && (time === first || time === second)
  const tight = bold === null && /[^\s\u200b-\u200f]/.test(colon ?? '') && !third && !fourth
  return {
    speaker,
    start: at,
    words: at + whole.length,
    ...(time === undefined ? {} : { time }),
    ...(timeEnd === undefined ? {} : { timeEnd }),
    bold: bold !== null,
    ...(stamped ? { stamped } : {}),
    ...(tight ? { tight } : {}),
    ...(colon === '\t' ? { apart: true } : {}),
    ...(number ? { numbered: true } : {}),
  }
}

/** A name as it is written with spaces that do not break, and without. */
export function plainSpaces(name: string): string {
  return name.replace(/\s/g, ' ').trim()
}

const interviewer =
  /^(?:i|int\.?|interviewer|interviewster|onderzoeker|onderzoekster|researcher|moderator|facilitator|gespreksleider|enquêteur|enquêtrice|v|vraag|q)\s?\d{0,2}$/i
const unknown =
  /^(?:(?:speaker |spreker )?\?+|onbekend|onbekende|unknown|onverstaanbaar)(?:\s(?:speaker|spreker))?(?:\s?\d{1,2})?$/i
const initials = /^\p{Lu}(?:\p{Lu}{0,3}\s?\d{1,3})?$|^[bprs]\d{1,3}$/u
const numbered =
  /^(?:resp\.|spk|respondent|respondente|interviewee|geïnterviewde|geinterviewde|informant|spreker|speaker|deelnemer|participant|persoon|sprecher|befragter|befragte)(?:[\s_]?\d{1,3}|\s\p{L}\d{0,2})?$/iu

/** What a label says by itself of who speaks, by the habits of transcribers; `undefined` for any other word. */
export function customaryRole(given: string): 'interviewer' | 'unknown' | 'participant' | undefined {
  // `Interviewer (Anna)`.
  const speaker = given.replace(/(?<=[^\s(])\s*\([^()]*\)$/, '')
  if (interviewer.test(speaker)) return 'interviewer'
  if (unknown.test(speaker)) return 'unknown'
  return initials.test(speaker) || numbered.test(speaker) ? 'participant' : undefined
}
