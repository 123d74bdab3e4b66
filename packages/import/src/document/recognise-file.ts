/** What a file is by its first bytes. */
export type FileKind =
  | 'archive'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'recording'
  | 'web-page'
  | 'xml'
  | 'subtitles'
  | 'picture'
  | 'packed'
  | 'json'
  | 'text'

const starts: readonly (readonly [kind: FileKind, first: readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['packed', [0x1f, 0x8b, 0x08]],
  ['packed', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['packed', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['packed', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['packed', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['recording', [0x49, 0x44, 0x33]],
  ['recording', [0x1a, 0x45, 0xdf, 0xa3]],
  ['recording', [0xff, 0xfb]],
  ['recording', [0xff, 0xf3]],
  ['recording', [0xff, 0xf1]],
  ['recording', [0x23, 0x21, 0x41, 0x4d, 0x52]],
  ['recording', [0x30, 0x26, 0xb2, 0x75]],
  ['recording', [0x4f, 0x67, 0x67, 0x53]],
  ['recording', [0x66, 0x4c, 0x61, 0x43]],
]

/** How far into a file a PDF may begin: programs take this much before it (ISO 32000-1, annex H, note 13). */
const reach = 1024

/** Recognises a file by what it holds; all that is nothing else is text. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  const found = starts.find(([, first]) => first.every((byte, i) => bytes[i] === byte))
  if (found !== undefined) return found[0]
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, reach))
  const letters = head.toString('latin1')
  if (/^RIFF....WEBP|^....ftyp(?:heic|heix|mif1|avif)/s.test(letters)) return 'picture'
  if (/^RIFF....WAVE|^....ftyp/s.test(letters)) return 'recording'
  // No words come before it: a text may speak of PDF.
  if (/^[^A-Za-z]{0,1000}%PDF-\d/.test(letters)) return 'pdf'
  if (/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)[\s>]|^MIME-Version:/i.test(letters))
    return 'web-page'
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:\?xml\s|(?:[\w-]+:)?tt[\s>])/.test(letters)) return 'xml'
  // SAMI, and SubStation Alpha.
  if (/^(?:\xEF\xBB\xBF)?\s*(?:<SAMI>|\[Script Info\]\s*\n)/i.test(letters)) return 'subtitles'
  return /^\uFEFF?\s*\{/.test(head.toString('utf8')) ? 'json' : 'text'
}
