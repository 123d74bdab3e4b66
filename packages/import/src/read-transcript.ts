import type { Problem, Reading } from '@codeerbank/core'
import { cuesToTurns } from './cues-to-turns.ts'
import { findTurns, type Stretch } from './find-turns.ts'
import { headingsOf, parseMarkdown } from './markdown-blocks.ts'
import { problemAt, type ReadSource } from './read-source.ts'
import { openText, type ReadSourceOptions, readingOf } from './source-text.ts'
import { readTimedText } from './timed-cues.ts'

/**
 * Reads the transcript of an interview or of conversations: Markdown or plain text, with YAML front matter if there is
 * any; or, recognised by what it holds, WebVTT, SRT, and the text and JSON that Whisper writes. A turn is
 * `**Label:** [00:03:12] words` or `Label: words`, and goes on until the next label or heading; captions of one speaker are
 * joined into one, with their times.
 *
 * @param bytes the file: UTF-8, with or without a byte order mark, with any line ends
 * @param options `name`: the file's name
 * @returns the source as far as it could be read, and problems with their lines: `not-utf8`, `empty-source`,
 *   `no-turns` (for an interview), faults of the front matter and of code marks, `bad-time`, `empty-turn`,
 *   `unknown-speaker`, `empty-cue`, `no-time`, `no-speakers`
 */
export async function readTranscript(
  bytes: Uint8Array,
  options: ReadSourceOptions,
): Promise<Reading<ReadSource>> {
  const opened = openText(bytes, options)
  const { source } = opened
  const { text, origin, metadata } = source
  const timed = opened.markdown ? null : readTimedText(text, origin.line)
  if (timed !== null) {
    const joined = cuesToTurns(timed.cues, metadata)
    const made = {
      ...source,
      text: joined.text,
      turns: joined.turns,
      origin: { ...origin, format: timed.format },
    }
    return readingOf(made, [...opened.problems, ...timed.problems, ...joined.problems])
  }
  const stretches = opened.markdown ? betweenHeadings(text) : [{ start: 0, end: text.length }]
  const found = findTurns(text, stretches, metadata, origin.line)
  const problems: Problem[] = [...opened.problems, ...found.problems]
  if (found.turns.length === 0 && text.trim() !== '' && (metadata.kind ?? 'interview') === 'interview')
    problems.push(
      problemAt(
        'no-turns',
        'error',
        'The transcript has no turns. Begin each turn with who speaks: "Interviewer: ..." or "**R1:** ...".',
        origin.line,
      ),
    )
  return readingOf({ ...source, turns: found.turns }, problems)
}

function betweenHeadings(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  for (const heading of headingsOf(parseMarkdown(text), text)) {
    stretches.push({ start, end: heading.start })
    start = Math.min(text.length, heading.end + 1)
  }
  stretches.push({ start, end: text.length })
  return stretches
}
