import type { Problem } from '@codeerbank/core'
import { parseShallowJson } from '../parse-shallow-json.ts'
import { addCue, type Cue, cueTimes, emptyCue } from './cue.ts'
import type { TimedText } from './read-timed-text.ts'

const textLine = /^\[(\S+) --> (\S+)\]\s*(.*)$/

/** Whisper's output on the screen: `[00:03.000 --> 00:05.000] words`. */
export function readWhisperText(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  text.split('\n').forEach((given, i) => {
    const match = textLine.exec(given)
    const line = firstLine + i
    if (match === null) {
      if (given.trim() !== '') cues.push({ line, text: given.trim() })
      return
    }
    const times = cueTimes(match[1]!, match[2]!, line, problems)
    addCue(cues, problems, { line, ...times, text: match[3]!.trim() })
  })
  return { format: 'whisper-text', cues, problems }
}

/** Whisper's table, `start`, `end` and `text` with tabs between; times in ms. */
export function readWhisperTable(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  text.split('\n').forEach((given, i) => {
    if (i === 0 || given.trim() === '') return
    const match = /^(\d+)\t(\d+)\t(.*)$/.exec(given)
    const line = firstLine + i
    if (match === null) cues.push({ line, text: given.trim() })
    else
      addCue(cues, problems, {
        line,
        start: Number(match[1]) / 1000,
        end: Number(match[2]) / 1000,
        text: match[3]!.trim(),
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
 * Speech as JSON: `segments` of Whisper, faster-whisper and WhisperX, `transcription` of whisper.cpp, `chunks` of Hugging Face, or
 * a list of such pieces by itself.
 *
 * @returns `null` for any other JSON
 */
export function readSpeechJson(text: string, firstLine: number): TimedText | null {
  const pieces = piecesOf(text)
  if (pieces === null) return null
  const cues: Cue[] = []
  const problems: Problem[] = []
  for (const piece of pieces) {
    if (typeof piece?.text !== 'string') {
      problems.push(emptyCue(firstLine))
      continue
    }
    const { speaker } = piece
    addCue(cues, problems, {
      line: firstLine,
      ...pieceTimes(piece),
      ...(typeof speaker === 'string' && speaker.trim() !== '' ? { speaker: speaker.trim() } : {}),
      text: piece.text.replace(/\s+/g, ' ').trim(),
    })
  }
  return { format: 'whisper-json', cues, problems }
}

function piecesOf(text: string): readonly (Piece | null)[] | null {
  const data = parseShallowJson(text)
  if (Array.isArray(data))
    return data.some(piece => typeof piece?.text === 'string' && 'start' in piece) ? data : null
  if (typeof data !== 'object' || data === null) return null
  const lists = new Map<string, unknown>(Object.entries(data))
  const found = ['segments', 'transcription', 'chunks'].map(name => lists.get(name)).find(Array.isArray)
  return found ?? null
}

function pieceTimes({ start, end, offsets, timestamp }: Piece): Pick<Cue, 'start' | 'end'> {
  let [from, to] = [start, end]
  if (Array.isArray(timestamp)) [from, to] = timestamp
  else if (typeof offsets === 'object' && offsets !== null && 'from' in offsets && 'to' in offsets)
    [from, to] = [seconds(offsets.from), seconds(offsets.to)]
  const isTime = (time: unknown): time is number => typeof time === 'number' && time >= 0
  return { ...(isTime(from) ? { start: from } : {}), ...(isTime(to) ? { end: to } : {}) }
}

const seconds = (ms: unknown): unknown => (typeof ms === 'number' ? ms / 1000 : undefined)
