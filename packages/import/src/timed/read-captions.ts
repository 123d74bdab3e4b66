import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { addCue, badTime, type Cue, cueTimes, emptyCue, noTime, tell } from './cue.ts'
import type { TimedText } from './read-timed-text.ts'
import { spokenJson, wordsByLine, wordsByVoice } from './words-by-voice.ts'

type CaptionFormat = 'webvtt' | 'srt' | 'sbv'

/** The line of a cue that says when it is, which none but it may look like. */
const timings: Readonly<Record<CaptionFormat, RegExp>> = {
  webvtt: /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s|$)/,
  srt: /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s|$)/,
  sbv: /^\s*(\d+:\d{2}:\d{2}\.\d{1,3}),(\d+:\d{2}:\d{2}\.\d{1,3})\s*$/,
}

/** What is meant as such a line, also where its times or its arrow are none. */
const meant: Readonly<Record<CaptionFormat, RegExp>> = {
  webvtt: /-->|^\s*\d[\d:.,]*:[\d:.,]+\s*-+\s*$|^\s*\d[\d:.,]*\s*(?:->|[–—]>|→)\s*\d[\d:.,]*/,
  srt: /-->|^\s*\d[\d:.,]*:[\d:.,]+\s*-+\s*$|^\s*\d[\d:.,]*\s*(?:->|[–—]>|→)\s*\d[\d:.,]*/,
  sbv: /^\s*\d[^\s,]*:[^\s,]*,\d[^\s,]*:[^\s,]*\s*$/,
}

/** A cue as it stands in the file: its line of times, if it has one, and the lines below that. */
interface Block {
  /** Who speaks, where the line above the times says it. */
  readonly speaker?: string
  /** Lines counted from 0. */
  readonly at: number
  readonly timing: string | null
  readonly payload: string[]
}

/**
 * Reads captions. Cues are divided by empty lines, or by the number and the times of the next; words that stand under no time are
 * kept, with a problem. Where a cue shows again what the one before said, as captions that roll do, it is read once.
 */
export function readCaptions(format: CaptionFormat, text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  const rolls = /<\d{1,2}:\d{2}[\d:.]*>/.test(text)
  let shown: readonly string[] = []
  for (const { at, timing, payload, speaker } of blocksOf(format, text)) {
    const line = firstLine + at
    const times = timing === null ? {} : timesOf(format, timing, line, problems)
    if (timing === null) tell(problems, noTime(line))
    const lines = rolls ? fresh(payload, shown) : payload
    const words = spokenJson(lines) ?? wordsByLine(lines)
    if (rolls) shown = payload.map(plain).filter(each => each !== '')
    if (payload.every(each => each.trim() === '')) tell(problems, emptyCue(line))
    else if (lines.some(each => each.trim() !== ''))
      for (const said of words)
        addCue(cues, problems, { line, ...times, ...(speaker === undefined ? {} : { speaker }), ...said })
  }
  if (cues.length === 0)
    problems.push(problemAt('empty-source', 'error', 'The file has captions without words.', firstLine))
  return { format, cues, problems }
}

const plain = (line: string): string =>
  wordsByVoice(line)
    .map(({ text }) => text)
    .join(' ')

/** The lines of a cue that the one before did not show already. */
function fresh(payload: readonly string[], shown: readonly string[]): readonly string[] {
  const lines = payload.filter(line => plain(line) !== '')
  let known = Math.min(lines.length, shown.length)
  while (known > 0 && !lines.slice(0, known).every((line, i) => plain(line) === shown.at(i - known)))
    known -= 1
  return lines.slice(known)
}

function* blocksOf(format: CaptionFormat, text: string): Generator<Block> {
  const lines = text.split('\n')
  // A line with a space alone is a line of a caption in WebVTT, as YouTube writes them.
  const isBetween = (line: string) => (format === 'webvtt' ? line : line.trim()) === ''
  let begun = format !== 'webvtt'
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && !isBetween(lines[end]!)) end++
    const block = lines.slice(at, end)
    const own = block.slice(0, 2).findIndex(line => meant[format].test(line))
    const [head = ''] = block
    const isHead = format === 'webvtt' && /^WEBVTT\b/i.test(head)
    const isNote = isHead || (format === 'webvtt' && /^(?:NOTE|STYLE|REGION)\b/.test(head))
    // Below the first line captions may begin at once.
    if (own !== -1 && (!isNote || (isHead && own === 1))) {
      begun = true
      yield* cuesOf(format, block, at, own)
    } else if (block.length > 0 && !isNote && begun) {
      const payload = isNumber(block[0]!) ? block.slice(1) : block
      if (payload.length > 0) yield { at: at + block.length - payload.length, timing: null, payload }
    }
    at = end + 1
  }
}

/** The cues of lines without an empty one between them. */
function* cuesOf(format: CaptionFormat, block: readonly string[], at: number, own: number): Generator<Block> {
  let from = own
  while (from < block.length) {
    let next = from + 1
    while (next < block.length && !timings[format].test(block[next]!)) next++
    const payload = block.slice(from + 1, next)
    if (next < block.length && payload.length > 0 && isNumber(payload.at(-1)!)) payload.pop()
    const speaker = from === own && own > 0 ? ofWebex.exec(block[own - 1]!)?.[1] : undefined
    yield { at: at + from, timing: block[from]!, payload, ...(speaker === undefined ? {} : { speaker }) }
    from = next
  }
}

/** The line above the times as Webex writes it: `1 "Anna de Wit" (3456)`. */
const ofWebex = /^\s*\d+ "([^"\n]{1,80})" \(\d+\)\s*$/

const isNumber = (line: string): boolean => /^\s*\d+\s*$/.test(line)

function timesOf(
  format: CaptionFormat,
  timing: string,
  line: number,
  problems: Problem[],
): Pick<Cue, 'start' | 'end'> {
  const match = timings[format].exec(timing) ?? /^\s*(\S+)\s*-->\s*(\S+)/.exec(timing)
  if (match !== null) return cueTimes(match[1]!, match[2]!, line, problems)
  tell(problems, badTime(line))
  return {}
}
