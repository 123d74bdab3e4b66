import { normaliseText } from './normalise-text.ts'
import type { Problem } from './problem.ts'

/** A decoded file: normalised text, or `null` with the problem that says why it is not text. */
export interface DecodedText {
  readonly text: string | null
  readonly problems: readonly Problem[]
}

export interface DecodeTextOptions {
  /** Whether text that is not UTF-8 may be Windows-1252, as older programs on Windows save it; by default not. */
  readonly legacy?: boolean
}

/**
 * Decodes the bytes of a text file: UTF-8 with or without a byte order mark, UTF-16 with one, or, where that is asked for and
 * nothing in it is UTF-8, Windows-1252. The text comes out normalised (`normaliseText`).
 *
 * @param bytes the file
 * @returns the text, with a `windows-1252` warning where it was read as such; `null` with a problem for anything else: `not-utf8` (line and byte of
 *   the first fault), `zero-character`, `utf-16-unmarked`
 */
export function decodeText(bytes: Uint8Array, { legacy = false }: DecodeTextOptions = {}): DecodedText {
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
    const problem =
      utf16 === null && isUnmarkedUtf16(bytes) ? unmarkedUtf16 : zeroCharacter(lineOf(text, zero), at)
    return { text: null, problems: [problem] }
  } catch {
    if (utf16 !== null) return { text: null, problems: [notUtf16] }
    if (isUnmarkedUtf16(bytes)) return { text: null, problems: [unmarkedUtf16] }
    return legacy && isWindows1252(bytes) ? windows1252(bytes) : { text: null, problems: [notUtf8(bytes)] }
  }
}

/** So much of a file shows whether each other byte is zero, as in UTF-16 with letters of the West. */
const looked = 2_000

/** Whether bytes are UTF-16 of which the mark at the beginning is lost. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, looked)
  if (head.length < 4) return false
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1
  })
  const [fewest = 0, most = 0] = zeros.sort((a, b) => a - b)
  return most * 2 > head.length * 0.6 && fewest * 2 < head.length * 0.02
}

/** Whether bytes that are not UTF-8 are letters of one byte each: no byte that has none, and no sequence as UTF-8 has them. */
function isWindows1252(bytes: Uint8Array): boolean {
  return bytes.every((byte, i) => {
    if (byte < 0x20) return byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d
    return byte !== 0x7f && !unused.has(byte) && !isSequence(bytes, i)
  })
}

/** Whether a character of several bytes in UTF-8 begins at a place, also where the text ends within it. */
function isSequence(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at]!
  if (lead < 0xc2 || lead > 0xf4) return false
  const more = bytes.subarray(at + 1, at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4))
  return more.length > 0 && more.every(byte => byte >= 0x80 && byte <= 0xbf)
}

const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function windows1252(bytes: Uint8Array): DecodedText {
  const text = normaliseText(new TextDecoder('windows-1252').decode(bytes))
  const line = notUtf8(bytes).place?.line ?? 1
  return {
    text,
    problems: [
      {
        code: 'windows-1252',
        severity: 'warning',
        message: `The file is not UTF-8 and was read as Windows-1252. Look whether its letters are right; if not, save it as UTF-8.`,
        place: { line },
      },
    ],
  }
}

const remedy = 'Save it as plain text with the encoding UTF-8 and try again.'

const notUtf16: Problem = {
  code: 'not-utf8',
  severity: 'error',
  message: `The file begins as UTF-16 and is not. ${remedy}`,
  place: { line: 1 },
}

const unmarkedUtf16: Problem = {
  code: 'utf-16-unmarked',
  severity: 'error',
  message: `The file seems to be UTF-16 without the mark with which that begins. ${remedy}`,
  place: { line: 1 },
}

function zeroCharacter(line: number, at: number): Problem {
  return {
    code: 'zero-character',
    severity: 'error',
    message: `The file holds a character zero (at byte ${at}), which no text has: it is no text, or damaged. Copy it again; or open it, take that character out, and save it as plain text with the encoding UTF-8.`,
    place: { line },
  }
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
