import { normaliseText } from './normalise-text.ts'
import type { Problem } from './problem.ts'

/** A decoded file: normalised text, or `null` with the problem that says why it is not text. */
export interface DecodedText {
  readonly text: string | null
  readonly problems: readonly Problem[]
}

/**
 * Decodes the bytes of a text file: UTF-8 with or without a byte order mark, or UTF-16 with one. The text comes out
 * normalised (`normaliseText`).
 *
 * @param bytes the file
 * @returns the text; `null` with a `not-utf8` problem (line and byte of the first fault) for anything else
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return { text: normaliseText(text), problems: [] }
    return { text: null, problems: [notText(bytes, bytes.indexOf(0), 'holds a zero byte')] }
  } catch {
    const at = utf16 === null ? firstFault(bytes) : bytes.length
    return { text: null, problems: [notText(bytes, at, 'is not UTF-8')] }
  }
}

function notText(bytes: Uint8Array, at: number, what: string): Problem {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line++
  return {
    code: 'not-utf8',
    severity: 'error',
    message: `The file ${what} (at byte ${at}). Save it as plain text with the encoding UTF-8 and try again.`,
    place: { line },
  }
}

/** The offset of the first byte that is not UTF-8: the longest prefix that decodes, found by halving. */
function firstFault(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
