import { documentError } from './document-error.ts'
import type { FileKind } from './recognise-file.ts'

/** Why a file that is no text and no document that is read cannot be a source, and what to do about it. */
export function notReadable(kind: FileKind, bytes: Uint8Array): Error {
  if (kind === 'recording')
    return documentError(
      'not-a-transcript',
      'The file is a recording. Transcribe it, and add the transcript in its place.',
    )
  if (kind === 'picture')
    return documentError(
      'not-a-transcript',
      'The file is a picture. Let a program recognise the text in it (OCR), and add that in its place.',
    )
  if (kind === 'packed')
    return documentError(
      'not-a-transcript',
      'The file is packed (such as .gz, .7z, .rar). Unpack it, and add what is in it.',
    )
  if (kind === 'web-page')
    return documentError(
      'not-a-transcript',
      'The file is a web page, whatever it is named. Open it in Word or LibreOffice and save it as .docx or .txt.',
    )
  if (kind === 'xml')
    return documentError(
      'not-a-transcript',
      'The file is XML, which is not read as a transcript. Open it in the program it came from and save it as .docx, .odt or .txt.',
    )
  if (kind === 'subtitles')
    return documentError(
      'not-a-transcript',
      'The file has subtitles of a kind that is not read (SAMI, SubStation Alpha). Save them as .srt or .vtt in a program for subtitles, and add that in its place.',
    )
  if (kind === 'rtf')
    return documentError(
      'not-a-transcript',
      'The file is of the format RTF, which is not read. Open it and save it as .docx or .txt.',
    )
  if (hasName(bytes, 'EncryptedPackage'))
    return documentError(
      'archive-encrypted',
      'The document is protected with a password. Save it without one and try again.',
    )
  return documentError(
    'old-document',
    'The file is of an old Office format (such as .doc). Open it and save it as .docx.',
  )
}

/** Names in OLE files are UTF-16. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from(name, 'utf16le'))
}
