import type { Problem, Reading, Turn } from '@codeerbank/core'
import type { CodingRow } from './coding-row.ts'
import type { CutText } from './cut-out.ts'
import type { TimeMark } from './document/document-text.ts'
import { findTurns } from './find-turns.ts'
import { timeOf } from './header-label.ts'
import type { Stretch } from './labels-in.ts'
import { headingsOf } from './markdown-blocks.ts'
import { type OpenedSource, openSource } from './open-source.ts'
import { parseTime } from './parse-time.ts'
import { pipeTableTurns } from './pipe-table-turns.ts'
import { programLines } from './program-lines.ts'
import { problemAt, type ReadSource } from './read-source.ts'
import { type ReadSourceOptions, readingOf } from './source-text.ts'
import { tableTurns } from './table-turns.ts'
import { takeInnerTimes } from './take-inner-times.ts'
import { takeTimeMarks } from './take-time-marks.ts'
import { timeTurns } from './time-turns.ts'
import { cuesToTurns } from './timed/cues-to-turns.ts'
import { readTimedText, type TimedText } from './timed/read-timed-text.ts'
import { isTtml, readTtml } from './timed/read-ttml.ts'

/**
 * Reads the transcript of an interview or of conversations: Markdown or plain text, with YAML front matter if there is
 * any; or, recognised by what it holds, a Word document, an OpenDocument text, a PDF, WebVTT, SRT, the text and JSON that Whisper
 * writes, a file of oTranscribe, TTML, CHAT, the chat of a meeting, and text with times as f4transkript, Otter and others write it. A turn is
 * `**Label:** [00:03:12] words` or `Label: words`, or a line `Label  0:03` and the words below it, and goes on until the next
 * label or heading; or a row of a table (of Word, with tabs or in Markdown) with columns for who speaks and the words; captions of one speaker are joined into one. Times stay on the turns.
 *
 * @param bytes the file; text is UTF-8, with or without a byte order mark, or UTF-16 with one, with any line ends
 * @param options `name`: the file's name
 * @returns the source as far as it could be read, and problems with their lines (in a document those of its text):
 *   `not-utf8`, `zero-character`, `utf-16-unmarked`, `empty-source`, `no-turns` (for an interview), faults of the front matter and of code marks, `bad-time`,
 *   `empty-turn`, `unknown-speaker`, `perhaps-speaker`, `perhaps-words`, `perhaps-head`, `perhaps-time`, `json-damaged`, `empty-cue`, `no-time`, `no-speakers`, `too-many-turns`; of documents `renamed-file`, `left-out`,
 *   `not-a-transcript`, `old-document`, `document-...`, `archive-...`, `xml-...`, `pdf-...`, `otranscribe-damaged`
 */
export async function readTranscript(
  bytes: Uint8Array,
  options: ReadSourceOptions,
): Promise<Reading<ReadSource>> {
  const { source, document, markdown, problems } = await openSource(bytes, options)
  // As a document TTML is XML like any other, and refused.
  if (document !== undefined && isTtml(bytes)) return withCues(source, [], await readTtml(bytes))
  const { text, origin } = source
  if (markdown && source.metadata.verbatim === true)
    return withTurns(source, problems, between(text, headingStretches(text)))
  const timed = document === undefined ? readTimedText(text, origin.line) : null
  return timed === null ? withMarks(source, problems, document, markdown) : withCues(source, problems, timed)
}

/** A text that is made of captions. */
function withCues(source: ReadSource, problems: readonly Problem[], timed: TimedText): Reading<ReadSource> {
  const { cues, format, speakers } = timed
  const joined = cuesToTurns(cues, {
    ...source.metadata,
    ...(speakers === undefined ? {} : { speakers: { ...speakers, ...source.metadata.speakers } }),
  })
  const { text, turns } = joined
  const made = { ...source, text, turns, origin: { ...source.origin, format } }
  return readingOf(made, [...problems, ...timed.problems, ...joined.problems])
}

/** Stands for a speaker whom nothing names. */
const nobody = '?'

/** A text in which times may stand, apart from the words. */
function withMarks(
  source: ReadSource,
  problems: readonly Problem[],
  document: OpenedSource['document'],
  markdown: boolean,
): Reading<ReadSource> {
  const { origin } = source
  const taken = takeTimeMarks(source.text, origin.line)
  const given = (document?.marks ?? []).map(({ at, time }) => ({ at: taken.place(at), time }))
  const marks = [...given, ...taken.marks]
  const isText = document === undefined && !markdown
  const format = isText && marks.length > 0 ? 'f4-text' : origin.format
  const { text } = taken
  const asides = (document?.asides ?? []).map(({ start, end }) => ({
    start: taken.place(start),
    end: taken.place(end),
  }))
  asides.push(...programLines(text))
  if (markdown) asides.push(...headingStretches(text))
  asides.sort((a, b) => a.start - b.start)
  marks.push(...timesAbove(text, asides))
  marks.sort((a, b) => a.at - b.at)
  const all = [...problems, ...taken.problems]
  if (text.trim() === '' && taken.marks.length > 0)
    all.push(
      problemAt('empty-source', 'error', 'The file holds times and no words. Put these in it.', origin.line),
    )
  // A time within the words of a mark goes from these too.
  const codes = source.marks.map(mark => moved(mark, taken))
  const unmarked = { ...source, text, marks: codes, origin: { ...origin, format } }
  return withTurns(unmarked, all, between(text, asides), marks)
}

function withTurns(
  source: ReadSource,
  problems: readonly Problem[],
  stretches: readonly Stretch[],
  marks?: readonly TimeMark[],
): Reading<ReadSource> {
  const { text, metadata, origin } = source
  const labelled = findTurns(text, stretches, metadata, origin.line)
  const rows =
    pipeTableTurns(text, metadata, origin.line) ??
    (origin.format === 'markdown' ? null : tableTurns(text, metadata, origin.line))
  const found =
    rows !== null && rows.turns.length > labelled.turns.filter(({ speaker }) => speaker !== nobody).length
      ? { turns: [...rows.turns, ...below(rows.turns, labelled.turns)], problems: rows.problems }
      : labelled
  const all: Problem[] = [...problems, ...found.problems]
  if (found.turns.length === 0 && text.trim() !== '' && (metadata.kind ?? 'interview') === 'interview')
    all.push(
      problemAt(
        'no-turns',
        'error',
        'The transcript has no turns. Begin each turn with who speaks: "Interviewer: ..." or "**R1:** ...".',
        origin.line,
      ),
    )
  // Without marks the text is to stay as it is.
  if (marks === undefined) return readingOf({ ...source, turns: found.turns }, all)
  const untimed = takeInnerTimes(text, found.turns, origin.line)
  const times = [...marks.map(({ at, time }) => ({ at: untimed.place(at), time })), ...untimed.marks]
  const codes = source.marks.map(mark => moved(mark, untimed))
  return readingOf(
    {
      ...source,
      text: untimed.text,
      marks: codes,
      turns: timeTurns(
        untimed.text,
        untimed.turns,
        times.sort((a, b) => a.at - b.at),
      ),
    },
    [...all, ...untimed.problems],
  )
}

/** A mark of a code in a text from which stretches were taken out. */
function moved(mark: CodingRow, { text, place }: CutText): CodingRow {
  if (mark.start === undefined) return mark
  const start = place(mark.start)
  return { ...mark, start, quote: text.slice(start, place(mark.start + mark.quote.length)) }
}

/** The times that are headings, as Google Meet has them: what stands below was said from then on. */
function timesAbove(text: string, asides: readonly Stretch[]): readonly TimeMark[] {
  return asides.flatMap(({ start, end }) => {
    const written = timeOf(text.slice(start, end).replace(/^#{1,6}[ \t]|\n/g, ''))
    const time = written === undefined ? undefined : parseTime(written.time)
    return time === undefined ? [] : [{ at: end, time }]
  })
}

/** The turns with labels that stand below a table. */
function below(rows: readonly Turn[], labelled: readonly Turn[]): readonly Turn[] {
  const end = rows.at(-1)!.end
  return labelled.filter(({ start }) => start > end)
}

/** The stretches of a text between others. */
function between(text: string, others: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  for (const other of others) {
    stretches.push({ start, end: other.start })
    start = Math.max(start, other.end)
  }
  return [...stretches, { start, end: text.length }]
}

/** The headings of a Markdown text, with their line ends. */
function headingStretches(text: string): readonly Stretch[] {
  return headingsOf(text).map(({ start, end }) => ({ start, end: Math.min(text.length, end + 1) }))
}
