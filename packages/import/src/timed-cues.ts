import type { Problem } from '@codeerbank/core'
import { parseTime } from './parse-time.ts'
import { problemAt } from './read-source.ts'

/** A stretch of a recording with its words; times in seconds, the line on which it stands. */
export interface Cue {
  readonly line: number
  readonly start?: number
  readonly end?: number
  readonly speaker?: string
  readonly text: string
}

export interface TimedText {
  readonly format: 'webvtt' | 'srt' | 'whisper-text' | 'whisper-json'
  readonly cues: readonly Cue[]
  readonly problems: readonly Problem[]
}

const timing = /^\s*(\S+)\s+-->\s+(\S+)/
const whisperLine = /^\[(\S+) --> (\S+)\]\s*(.*)$/

/**
 * Recognises captions and the outputs of speech recognition by what they hold: WebVTT (of Zoom, Teams and others), SRT, and
 * Whisper's text and JSON.
 *
 * @param text normalised
 * @param firstLine the line of the file on which it begins
 * @returns `null` for any other text
 */
export function readTimedText(text: string, firstLine: number): TimedText | null {
  if (/^WEBVTT(?:[ \t\n]|$)/.test(text)) return captions('webvtt', text, firstLine)
  const begun = /^(?:[^\n]*\S[^\n]*\n)?[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}([,.])\d{1,3}[ \t]+-->/.exec(
    text.slice(0, 1000),
  )
  if (begun !== null) return captions(begun[1] === ',' ? 'srt' : 'webvtt', text, firstLine)
  if (/^\[[\d:.]+ --> [\d:.]+\]/.test(text)) return whisperText(text, firstLine)
  return /^\s*\{/.test(text) ? whisperJson(text, firstLine) : null
}

/** Blocks between empty lines: one with a timing is a cue, with an identifier before it or none; all others are notes. */
function captions(format: 'webvtt' | 'srt', text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && lines[end]!.trim() !== '') end++
    const block = lines.slice(at, end)
    const own = block.findIndex(line => line.includes('-->'))
    const isNote = /^(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(block[0] ?? '')
    if (own !== -1 && own <= 1 && !(isNote && own !== 0)) {
      const line = firstLine + at + own
      const words = block.slice(own + 1).filter(each => !timing.test(each))
      for (const each of voices(words.join('\n')))
        addCue(cues, problems, { line, ...timesOf(block[own]!, line, problems), ...each })
      if (words.length === 0) problems.push(emptyCue(line))
    } else if (block.length > 0 && !isNote && format === 'webvtt' && cues.length > 0)
      problems.push(
        problemAt(
          'no-time',
          'warning',
          'These lines have no time, and are read without one.',
          firstLine + at,
        ),
      )
    at = end + 1
  }
  if (cues.length === 0)
    problems.push(problemAt('empty-source', 'error', 'The file has captions without words.', firstLine))
  return { format, cues, problems }
}

function whisperText(text: string, firstLine: number): TimedText {
  const cues: Cue[] = []
  const problems: Problem[] = []
  text.split('\n').forEach((given, i) => {
    const match = whisperLine.exec(given)
    const line = firstLine + i
    if (match === null) {
      if (given.trim() !== '') cues.push({ line, text: given.trim() })
      return
    }
    addCue(cues, problems, { line, ...times(match[1]!, match[2]!, line, problems), text: match[3]!.trim() })
  })
  return { format: 'whisper-text', cues, problems }
}

interface WhisperSegment {
  readonly start?: unknown
  readonly end?: unknown
  readonly text?: unknown
  readonly speaker?: unknown
}

function whisperJson(text: string, firstLine: number): TimedText | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || !('segments' in data) || !Array.isArray(data.segments))
    return null
  const cues: Cue[] = []
  const problems: Problem[] = []
  for (const segment of data.segments as readonly (WhisperSegment | null)[]) {
    if (typeof segment?.text !== 'string') continue
    const { start, end, speaker } = segment
    addCue(cues, problems, {
      line: firstLine,
      ...(typeof start === 'number' && start >= 0 ? { start } : {}),
      ...(typeof end === 'number' && end >= 0 ? { end } : {}),
      ...(typeof speaker === 'string' && speaker !== '' ? { speaker } : {}),
      text: segment.text.trim(),
    })
  }
  return { format: 'whisper-json', cues, problems }
}

function addCue(cues: Cue[], problems: Problem[], cue: Cue): void {
  if (cue.text === '') problems.push(emptyCue(cue.line))
  else cues.push(cue)
}

function emptyCue(line: number): Problem {
  return problemAt('empty-cue', 'warning', 'The caption has no words.', line)
}

function timesOf(line: string, at: number, problems: Problem[]): Pick<Cue, 'start' | 'end'> {
  const match = timing.exec(line)
  if (match !== null) return times(match[1]!, match[2]!, at, problems)
  problems.push(badTime(at))
  return {}
}

function times(from: string, to: string, line: number, problems: Problem[]): Pick<Cue, 'start' | 'end'> {
  const [start, end] = [from, to].map(text =>
    /^[\d:]+(?:[.,]\d{1,3})?$/.test(text) ? parseTime(text) : undefined,
  )
  if (start === undefined || end === undefined) problems.push(badTime(line))
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}

function badTime(line: number): Problem {
  return problemAt(
    'bad-time',
    'warning',
    'The time is none: write hh:mm:ss.ttt --> hh:mm:ss.ttt. The words are kept.',
    line,
  )
}

/** The words of a cue by who says them: `<v Name>words</v>`, with or without the end; other tags are taken out. */
function voices(payload: string): readonly { readonly speaker?: string; readonly text: string }[] {
  const parts = payload.split(/<v(?:\.[^\s>]*)?[ \t]+([^>]*)>/)
  const found = [{ text: plainWords(parts[0] ?? '') }, ...pairs(parts)]
  const worded = found.filter(({ text }) => text !== '')
  return worded.length === 0 && payload.trim() !== '' ? [{ text: '' }] : worded
}

function pairs(parts: readonly string[]): { speaker: string; text: string }[] {
  const found: { speaker: string; text: string }[] = []
  for (let i = 1; i < parts.length; i += 2)
    found.push({ speaker: plainWords(parts[i]!), text: plainWords(parts[i + 1] ?? '') })
  return found
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
}

/** Without the tags and character references that WebVTT knows. */
function plainWords(text: string): string {
  return text
    .replace(/<\/?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<[\d:.]+>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, reference => entities[reference]!)
    .replace(/\s+/g, ' ')
    .trim()
}
