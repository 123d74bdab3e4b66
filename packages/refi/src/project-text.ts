import { normaliseText } from '@codeerbank/core'

/** A text of a project, and where its file counts otherwise than the text does. */
export interface ProjectText {
  /** Normalised: without byte order mark, with LF. */
  readonly text: string
  readonly bom: boolean
  /** UTF-16 offsets in the normalised text of the line ends that are two characters in the file. */
  readonly pairs: readonly number[]
  /** UTF-16 offsets in the normalised text of the characters that take two units. */
  readonly astral: readonly number[]
  /** Whether the file was not in UTF-8 or UTF-16, and taken for Windows-1252. */
  readonly guessed: boolean
  /** Whether there is no text at all. */
  readonly missing?: true
}

/** Whether the file of a text is a document of Word or OpenDocument, a PDF or RTF: its bytes are no letters. */
export function isDocument(bytes: Uint8Array): boolean {
  return /^(?:PK\x03\x04|%PDF-|\{\\rtf|\xd0\xcf\x11\xe0)/.test(
    Buffer.from(bytes.subarray(0, 8)).toString('latin1'),
  )
}

/** Decodes the file of a text: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as older programs write. */
export function decodeProjectText(bytes: Uint8Array): ProjectText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  try {
    return projectText(
      new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      false,
    )
  } catch {
    return projectText(new TextDecoder('windows-1252').decode(bytes), true)
  }
}

export function projectText(file: string, guessed: boolean): ProjectText {
  const bom = file.startsWith('\ufeff')
  const text = normaliseText(file)
  const pairs: number[] = []
  let shift = bom ? 1 : 0
  for (let at = file.indexOf('\r\n'); at !== -1; at = file.indexOf('\r\n', at + 2)) {
    pairs.push(at - shift)
    shift += 1
  }
  const astral: number[] = []
  if (/[\ud800-\udfff]/.test(text))
    for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) astral.push(index)
  return { text, bom, pairs, astral, guessed }
}

/** How many line ends texts may have, together, for it to be tried whether positions count them as two. */
const mostLineEnds = 500_000

/**
 * Texts as they were before CR and LF became LF on their way; those that have CR and LF stay as they are.
 *
 * @returns `null` where there are none such, or too many line ends
 */
export function withPairs(texts: readonly ProjectText[]): readonly ProjectText[] | null {
  let left = mostLineEnds
  const before = texts.map(source => {
    if (source.pairs.length > 0) return source
    const pairs: number[] = []
    for (let at = source.text.indexOf('\n'); at !== -1 && left > 0; at = source.text.indexOf('\n', at + 1)) {
      pairs.push(at)
      left -= 1
    }
    return { ...source, pairs }
  })
  return left === mostLineEnds || left === 0 ? null : before
}
