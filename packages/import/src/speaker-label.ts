/** A speaker's label at the start of a line: where its words begin, after a time if there is one. */
export interface SpeakerLabel {
  readonly speaker: string
  /** Offset of the label, and of the words after it. */
  readonly start: number
  readonly words: number
  /** The time as it is written, without brackets. */
  readonly time?: string
  /** Whether the label was set apart in bold, so that it can be nothing else. */
  readonly bold: boolean
  /** That the words follow the colon at once, as they do in times and addresses too. */
  readonly tight?: boolean
}

const time = String.raw`[\[(#{]?\s*(\d{1,2}(?::\d{1,2}){1,2}(?:[.,-]\d{1,3})?)\s*[\])#}]?`
const bracketed = String.raw`[\[(#{]\s*(\d{1,2}(?::\d{1,2}){1,2}(?:[.,-]\d{1,3})?)\s*[\])#}]`
const label = String.raw`(\p{L}[\p{L}\p{M}\p{N}._'’()/& -]{0,48}?|\?+)`

const boldLine = new RegExp(
  String.raw`^(?:${time}\s+)?(?:\*\*|__)\s*${label}\s*(?:${bracketed})?\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)(?:[ \t]*${bracketed})?[ \t]*`,
  'u',
)
const plainLine = new RegExp(
  String.raw`^(?:${time}\s+)?${label}\s*(?:${bracketed})?\s?:(?=([^]?))(?:[ \t]*${bracketed})?[ \t]*`,
  'u',
)

/** The words of a line that opens a turn are at most this far from its start, in UTF-16 units. */
const reach = 160

/**
 * Reads the speaker's label at the start of a line: `R1: words`, `**R1:** [00:03:12] words`, `[00:03:12] R1: words`.
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
  const [whole, before, speaker = '', inside] = match
  const after = match[bold === null ? 5 : 4]
  const written = after ?? inside ?? before
  const tight = bold === null && /\S/.test(match[4]!) && after === undefined
  return {
    speaker: speaker.trim(),
    start: at,
    words: at + whole.length,
    ...(written === undefined ? {} : { time: written }),
    bold: bold !== null,
    ...(tight ? { tight } : {}),
  }
}

const interviewer = /^(?:i|int|interviewer|onderzoeker|researcher|moderator|v|vraag|q)\s?\d{0,2}$/i
const unknown =
  /^(?:\?+|onbekend|onbekende|unknown|onverstaanbaar)(?:\s(?:speaker|spreker))?(?:\s?\d{1,2})?$/i
const initials = /^\p{Lu}(?:\p{Lu}{0,3}\s?\d{1,3})?$/u
const numbered =
  /^(?:respondent|spreker|speaker|deelnemer|participant|persoon|sprecher|befragter)(?:[\s_]?\d{1,3}|\s\p{L}\d{0,2})?$/iu

/** What a label says by itself of who speaks, by the habits of transcribers; `undefined` for any other word. */
export function customaryRole(speaker: string): 'interviewer' | 'unknown' | 'participant' | undefined {
  if (interviewer.test(speaker)) return 'interviewer'
  if (unknown.test(speaker)) return 'unknown'
  return initials.test(speaker) || numbered.test(speaker) ? 'participant' : undefined
}
