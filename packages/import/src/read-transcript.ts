import type { Problem, Reading, Turn } from '@codeerbank/core'
import type { DocumentText } from './document/document-text.ts'
import { findTurns } from './find-turns.ts'
import { headingsOf } from './markdown-blocks.ts'
import { openSource } from './open-source.ts'
import type { Stretch } from './opening-labels.ts'
import { problemAt, type ReadSource } from './read-source.ts'
import { type ReadSourceOptions, readingOf } from './source-text.ts'
import { tableTurns } from './table-turns.ts'
import { takeTimeMarks } from './take-time-marks.ts'
import { timeTurns } from './time-turns.ts'
import { cuesToTurns } from './timed/cues-to-turns.ts'
import { readTimedText } from './timed/read-timed-text.ts'

/**
 * Reads the transcript of an interview or of conversations: Markdown or plain text, with YAML front matter if there is
 * any; or, recognised by what it holds, a Word document, an OpenDocument text, a PDF, WebVTT, SRT, the text and JSON that Whisper
 * writes, a file of oTranscribe, and text with times as f4transkript, Otter and others write it. A turn is
 * `**Label:** [00:03:12] words` or `Label: words`, or a line `Label  0:03` and the words below it, and goes on until the next
 * label or heading; or a row of a table with columns for who speaks and the words; captions of one speaker are joined into one. Times stay on the turns.
 *
 * @param bytes the file; text is UTF-8, with or without a byte order mark, or UTF-16 with one, with any line ends
 * @param options `name`: the file's name
 * @returns the source as far as it could be read, and problems with their lines (in a document those of its text):
 *   `not-utf8`, `empty-source`, `no-turns` (for an interview), faults of the front matter and of code marks, `bad-time`,
 *   `empty-turn`, `unknown-speaker`, `perhaps-speaker`, `json-damaged`, `empty-cue`, `no-time`, `no-speakers`, `too-many-turns`; of documents `renamed-file`, `left-out`,
 *   `not-a-transcript`, `old-document`, `document-...`, `archive-...`, `xml-...`, `pdf-...`, `otranscribe-damaged`
 */
export async function readTranscript(
  bytes: Uint8Array,
  options: ReadSourceOptions,
): Promise<Reading<ReadSource>> {
  const { source, document, markdown, problems } = await openSource(bytes, options)
  const { text, origin } = source
  if (markdown && source.metadata.verbatim === true)
    return withTurns(source, problems, between(text, headingStretches(text)))
  const timed = document === undefined ? readTimedText(text, origin.line) : null
  if (timed === null) return withMarks(source, problems, document, markdown)
  const joined = cuesToTurns(timed.cues, source.metadata)
  const made = {
    ...source,
    text: joined.text,
    turns: joined.turns,
    origin: { ...origin, format: timed.format },
  }
  return readingOf(made, [...problems, ...timed.problems, ...joined.problems])
}

/** Lines that the program wrote and nobody says: the last one of Otter, the first and the last of Teams. */
const ofPrograms =
  /^(?:[ \t]*Transcribed by https?:\/\/otter\.ai\/?|[^\n:]{1,80} (?:(?:started|stopped) transcription|heeft (?:de )?transcriptie (?:gestart|gestopt|beëindigd)|hat die Transkription (?:gestartet|beendet)|a (?:démarré|lancé|arrêté) la transcription))[ \t]*$/gm

/** A text in which times may stand, apart from the words. */
function withMarks(
  source: ReadSource,
  problems: readonly Problem[],
  document: DocumentText | undefined,
  markdown: boolean,
): Reading<ReadSource> {
  const { origin } = source
  const taken = takeTimeMarks(source.text, origin.line)
  const given = (document?.marks ?? []).map(({ at, time }) => ({ at: taken.place(at), time }))
  const marks = [...given, ...taken.marks].sort((a, b) => a.at - b.at)
  const isText = document === undefined && !markdown
  const format = isText && marks.length > 0 ? 'f4-text' : origin.format
  const { text } = taken
  const asides = (document?.asides ?? []).map(({ start, end }) => ({
    start: taken.place(start),
    end: taken.place(end),
  }))
  for (const { index, 0: line } of text.matchAll(ofPrograms))
    asides.push({ start: index, end: index + line.length })
  if (markdown) asides.push(...headingStretches(text))
  asides.sort((a, b) => a.start - b.start)
  const all = [...problems, ...taken.problems]
  if (text.trim() === '' && taken.marks.length > 0)
    all.push(
      problemAt('empty-source', 'error', 'The file holds times and no words. Put these in it.', origin.line),
    )
  // Marks of codes stand in Markdown alone; a time within their words goes from these too.
  const codes = source.marks.map(mark => ({
    ...mark,
    quote: takeTimeMarks(mark.quote, origin.line).text,
    ...(mark.start === undefined ? {} : { start: taken.place(mark.start) }),
  }))
  const unmarked = { ...source, text, marks: codes, origin: { ...origin, format } }
  const { value, problems: found } = withTurns(unmarked, all, between(text, asides))
  return { value: { ...value, turns: timeTurns(text, value.turns, marks) }, problems: found }
}

function withTurns(
  source: ReadSource,
  problems: readonly Problem[],
  stretches: readonly Stretch[],
): Reading<ReadSource> {
  const { text, metadata, origin } = source
  const labelled = findTurns(text, stretches, metadata, origin.line)
  const rows = origin.format === 'markdown' ? null : tableTurns(text, metadata, origin.line)
  const found =
    rows !== null && rows.turns.length > labelled.turns.length
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
  return readingOf({ ...source, turns: found.turns }, all)
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
