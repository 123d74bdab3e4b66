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
    const zero = text.indexOf('\0')
    const at = utf16 === null ? bytes.indexOf(0) : 2 + 2 * zero
    return { text: null, problems: [notText(lineOf(text, zero), at, 'holds a zero character')] }
  } catch {
    return { text: null, problems: [utf16 === null ? notUtf8(bytes) : notUtf16] }
  }
}

const remedy = 'Save it as plain text with the encoding UTF-8 and try again.'

const notUtf16: Problem = {
  code: 'not-utf8',
  severity: 'error',
  message: `The file begins as UTF-16 and is not. ${remedy}`,
  place: { line: 1 },
}

function notUtf8(bytes: Uint8Array): Problem {
  const at = firstFault(bytes)
  return notText(lineOf(new TextDecoder().decode(bytes.subarray(0, at)), at), at, 'is not UTF-8')
}

function notText(line: number, at: number, what: string): Problem {
  return {
    code: 'not-utf8',
    severity: 'error',
    message: `The file ${what} (at byte ${at}). ${remedy}`,
    place: { line },
  }
}

/** The line on which an offset lies, lines ending in LF, CRLF or CR. */
function lineOf(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n?|\n/g)?.length ?? 0) + 1
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
