import type { Problem } from '@codeerbank/core'
import { speakerLabel } from '../speaker-label.ts'
import type { Cue } from './cue.ts'
import { readCaptions } from './read-captions.ts'
import { readChat } from './read-chat.ts'
import { isMeetingChat, readMeetingChat } from './read-meeting-chat.ts'
import { readSpeechJson, readWhisperTable, readWhisperText } from './read-whisper.ts'

export interface TimedText {
  readonly format:
    | 'webvtt'
    | 'srt'
    | 'sbv'
    | 'whisper-text'
    | 'whisper-table'
    | 'whisper-json'
    | 'chat-transcript'
    | 'meeting-chat'
    | 'ttml'
  readonly cues: readonly Cue[]
  /** What the file itself says of who its speakers are, as in metadata. */
  readonly speakers?: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/**
 * Recognises captions and the outputs of speech recognition by what they hold: WebVTT (of Zoom, Teams and others), SRT, SBV
 * of YouTube, what Whisper and the programs around it write as text, table and JSON, CHAT, and the chat of a meeting.
 *
 * @param text normalised
 * @param firstLine the line of the file on which it begins
 * @returns `null` for any other text
 */
export function readTimedText(text: string, firstLine: number): TimedText | null {
  if (/^\s*WEBVTT(?:[ \t\n]|$)/i.test(text)) return readCaptions('webvtt', text, firstLine)
  const head = text.slice(0, 1000)
  const begun = /^\s*(?:([^\n]*\S[^\n]*)\n)?[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:([,.])\d{1,3})?[ \t]*-->/.exec(
    head,
  )
  if (begun !== null && !isSaid(begun[1] ?? ''))
    return readCaptions(begun[2] === '.' ? 'webvtt' : 'srt', text, firstLine)
  if (/^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}[ \t]*\n/.test(head))
    return readCaptions('sbv', text, firstLine)
  if (/^@(?:UTF8|Begin)[ \t]*\n/.test(head)) return readChat(text, firstLine)
  if (isMeetingChat(head)) return readMeetingChat(text, firstLine)
  if (/^\[[\d:.]+ --> [\d:.]+\]/.test(text)) return readWhisperText(text, firstLine)
  if (/^start\tend\t(?:speaker\t)?text[ \t]*(?:\n|$)/.test(text)) return readWhisperTable(text, firstLine)
  return /^\s*[{[]/.test(text) ? readSpeechJson(text, firstLine) : null
}

/** Whether a line above a time holds what somebody says: the number or the name of a caption does not. */
function isSaid(line: string): boolean {
  const label = speakerLabel(line, 0)
  return label !== undefined && label.tight !== true && label.words < line.trimEnd().length
}
