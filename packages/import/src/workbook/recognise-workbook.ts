import type { Problem } from '@codeerbank/core'
import { type FileKind, recogniseFile } from '../document/recognise-file.ts'

/** How an OLE file begins: an old Excel file, or a new one that is protected with a password. */
const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b]

const kinds: Partial<Record<FileKind, string>> = {
  pdf: 'a PDF',
  rtf: 'of the format RTF',
  recording: 'a recording',
  picture: 'a picture',
  packed: 'packed (such as .gz, .7z, .rar)',
  'web-page': 'a web page',
}

/** Says what a file is by its first bytes, where it is no ZIP archive and so no workbook. */
export function recogniseWorkbook(bytes: Uint8Array): Problem | undefined {
  if (begins(bytes, zip)) return undefined
  if (!begins(bytes, ole))
    return problem(
      'not-a-workbook',
      `The file is ${kinds[recogniseFile(bytes)] ?? 'no workbook'}. Save the table as .xlsx, or name the file for what it is (.csv).`,
    )
  if (hasName(bytes, 'EncryptedPackage'))
    return problem(
      'archive-encrypted',
      'The workbook is protected with a password. Save it without one and try again.',
    )
  return problem('old-workbook', 'The file is of an old Office format (.xls). Open it and save it as .xlsx.')
}

/** Says what an archive without a workbook is, by the files in it. */
export function recogniseArchive(names: readonly string[]): Problem {
  const has = (name: RegExp) => names.some(each => name.test(each))
  if (has(/^xl\/workbook\.bin$/i))
    return problem('not-a-workbook', 'The file is a binary workbook (.xlsb). Open it and save it as .xlsx.')
  if (has(/^word\//i)) return problem('not-a-workbook', 'The file is a Word document (.docx), no workbook.')
  if (has(/^content\.xml$/i))
    return problem('not-a-workbook', 'The file is an OpenDocument file. Open it and save it as .xlsx.')
  return problem(
    'not-a-workbook',
    'The file is an archive without a workbook in it. Save the table as .xlsx.',
  )
}

/** Names in OLE files are UTF-16. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from(name, 'utf16le'))
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte)
}

function problem(code: string, message: string): Problem {
  return { code, severity: 'error', message }
}
