import type { Problem } from '@codeerbank/core'
import { parseShallowJson } from '../parse-shallow-json.ts'
import { problemAt } from '../read-source.ts'
import { addCue, badTime, type Cue, cueTimes, emptyCue, mostCues, noTime, tell, tooManyCues } from './cue.ts'
import { jsonItemLines } from './json-item-lines.ts'
import type { TimedText } from './read-timed-text.ts'
import { serviceSpeech } from './speech-services.ts'

const textLine = /^\[(\S+) --> (\S+)\]\s*(.*)$/

/** Whisper's output on the screen: `[00:03.000 --> 00:05.000] words`. */
export function readWhisperText(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  text.split('\n').forEach((given, i) => {
    const match = textLine.exec(given)
    const line = firstLine + i
    if (match === null) {
      if (given.trim() === '') return
      tell(problems, noTime(line))
      addCue(cues, problems, { line, text: given.trim() })
      return
    }
    const times = cueTimes(match[1]!, match[2]!, line, problems)
    addCue(cues, problems, { line, ...times, text: match[3]!.trim() })
  })
  return { format: 'whisper-text', cues, problems }
}

/** Whisper's table, `start`, `end`, perhaps `speaker`, and `text` with tabs between; times in ms. */
export function readWhisperTable(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  const withSpeaker = text.startsWith('start\tend\tspeaker')
  const row = withSpeaker ? /^(\d+)\t(\d+)\t([^\t]*)\t(.*)$/ : /^(\d+)\t(\d+)()\t(.*)$/
  text.split('\n').forEach((given, i) => {
    if (i === 0 || given.trim() === '') return
    const match = row.exec(given)
    const line = firstLine + i
    const speaker = match?.[3]?.trim() ?? ''
    if (match === null) {
      const cells = given.split('\t')
      tell(problems, cells.length > 1 ? badTime(line) : noTime(line))
      addCue(cues, problems, { line, text: cells.at(-1)!.trim() })
    } else
      addCue(cues, problems, {
        line,
        start: Number(match[1]) / 1000,
        end: Number(match[2]) / 1000,
        ...(speaker === '' ? {} : { speaker }),
        text: match[4]!.trim(),
      })
  })
  return { format: 'whisper-table', cues, problems }
}

/** One stretch of speech, as the programs name its parts. */
interface Piece {
  readonly start?: unknown
  readonly end?: unknown
  readonly text?: unknown
  readonly speaker?: unknown
  /** Of whisper.cpp: ms. */
  readonly offsets?: unknown
  /** Of Hugging Face: seconds, from and to. */
  readonly timestamp?: unknown
}

/**
 * Speech as JSON: `segments` of Whisper, faster-whisper and WhisperX, `transcription` of whisper.cpp, `chunks` of Hugging Face,
 * `utterances` of AssemblyAI, what other services write (`serviceSpeech`), or a list of such pieces by itself; a `text` alone has no times.
 *
 * @returns `null` for what is no JSON; for other JSON, and what is cut off, a problem
 */
export function readSpeechJson(text: string, firstLine: number): TimedText | null {
  const data = parseShallowJson(text)
  const found = piecesOf(data)
  if (found === null) return isObject.test(text) ? notSpeech(data === undefined, firstLine) : null
  const cues: Cue[] = []
  const problems: Problem[] = []
  const lines = 'key' in found || Array.isArray(data) ? jsonItemLines(text, found.key, mostCues) : []
  if (found.pieces.length > mostCues) tell(problems, tooManyCues(firstLine), 1)
  found.pieces.slice(0, mostCues).forEach((piece, i) => {
    const line = firstLine + (lines[i] ?? 0)
    if (typeof piece?.text !== 'string') {
      tell(problems, emptyCue(line))
      return
    }
    const { speaker } = piece
    addCue(cues, problems, {
      line,
      ...pieceTimes(piece, line, problems),
      ...(typeof speaker === 'string' && speaker.trim() !== '' ? { speaker: speaker.trim() } : {}),
      text: piece.text.replace(/\s+/g, ' ').trim(),
    })
  })
  const words = cues.length > 0 ? '' : wordsOf(data)
  if (words !== '') {
    cues.push({ line: firstLine, text: words })
    tell(problems, noTime(firstLine))
  } else if (cues.length === 0)
    problems.push(problemAt('empty-source', 'error', 'The file has speech without words.', firstLine))
  return { format: 'whisper-json', cues, problems }
}

/** How JSON begins that is a list of things, or a thing; a text may begin with a bracket too. */
const isObject = /^\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:/

function notSpeech(isDamaged: boolean, line: number): TimedText {
  const problem = isDamaged
    ? problemAt(
        'json-damaged',
        'error',
        'The JSON is cut off, damaged, or has more things than are read. Export or copy it again in whole, or export the transcript as text.',
        line,
      )
    : problemAt(
        'not-a-transcript',
        'error',
        'The file is JSON of another kind than transcripts that are known. Export the transcript as text or as captions (.vtt, .srt).',
        line,
      )
  return { format: 'whisper-json', cues: [], problems: [problem] }
}

function wordsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('text' in data) || typeof data.text !== 'string')
    return ''
  return data.text.replace(/\s+/g, ' ').trim()
}

/** The pieces of speech, and the key under which they stand where they are not the whole. */
function piecesOf(
  data: unknown,
): { readonly pieces: readonly (Piece | null)[]; readonly key?: string } | null {
  if (Array.isArray(data))
    return data.some(piece => typeof piece?.text === 'string' && ('start' in piece || 'timestamp' in piece))
      ? { pieces: data }
      : null
  if (typeof data !== 'object' || data === null) return null
  const lists = new Map<string, unknown>(Object.entries(data))
  for (const key of ['segments', 'transcription', 'chunks']) {
    const pieces = lists.get(key)
    if (Array.isArray(pieces)) return { pieces, key }
  }
  const served = serviceSpeech(data)
  if (served !== null) return served
  const said = lists.get('utterances')
  if (Array.isArray(said)) return { pieces: said.slice(0, mostCues + 1).map(inSeconds), key: 'utterances' }
  return typeof lists.get('text') === 'string' ? { pieces: [] } : null
}

/** A piece of AssemblyAI, whose times are in ms. */
function inSeconds(piece: Piece | null): Piece | null {
  if (piece === null || typeof piece !== 'object') return null
  return { ...piece, start: seconds(piece.start), end: seconds(piece.end) }
}

function pieceTimes(
  { start, end, offsets, timestamp }: Piece,
  line: number,
  problems: Problem[],
): Pick<Cue, 'start' | 'end'> {
  let [from, to] = [start, end]
  if (Array.isArray(timestamp)) [from, to] = timestamp
  else if (typeof offsets === 'object' && offsets !== null && 'from' in offsets && 'to' in offsets)
    [from, to] = [seconds(offsets.from), seconds(offsets.to)]
  const isTime = (time: unknown): time is number => typeof time === 'number' && time >= 0
  const isNone = (time: unknown) => time !== undefined && time !== null && !isTime(time)
  const isBefore = isTime(from) && isTime(to) && to < from
  if (isNone(from) || isNone(to) || isBefore)
    problems.push(
      problemAt('bad-time', 'warning', 'A time is none, or ends before it begins. The words are kept.', line),
    )
  return { ...(isTime(from) ? { start: from } : {}), ...(isTime(to) && !isBefore ? { end: to } : {}) }
}

const seconds = (ms: unknown): unknown => (typeof ms === 'number' ? ms / 1000 : undefined)
