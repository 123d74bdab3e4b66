import { decodeText, type Problem, StudyError } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { largestFile } from '../source-text.ts'
import { documentError } from './document-error.ts'
import { type DocumentLimits, documentLimits } from './document-limits.ts'
import type { DocumentFormat, DocumentText } from './document-text.ts'
import { notReadable } from './not-readable.ts'
import { readOtranscribe } from './read-otranscribe.ts'
import { type FileKind, recogniseFile } from './recognise-file.ts'

/** A file that cannot be read, and what it is. */
export interface RefusedDocument extends Omit<DocumentText, 'format'> {
  readonly format: string
}

export interface ReadDocument {
  /** Absent where the file is text. */
  readonly document?: DocumentText | RefusedDocument
  /** What is to be said of the file as such. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a file that is more than text: a Word or OpenDocument text, a PDF, a transcript of oTranscribe. The readers are
 * loaded when there is something for them to read.
 *
 * @param name the file's name; where it says something else than the bytes do, the bytes are believed (`renamed-file`)
 * @returns problems of the file: `not-a-transcript`, `old-document`, `archive-...`, `xml-...`, `document-...`, `pdf-...`,
 *   `otranscribe-damaged`; `left-out` for what is not read in it, `hidden-words`
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: DocumentLimits = documentLimits,
): Promise<ReadDocument> {
  if (bytes.length > largestFile) return { problems: [] }
  const kind = recogniseFile(bytes)
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  try {
    const document = await documentOf(bytes, kind, ending, limits)
    if (document !== undefined) {
      const renamed = Object.hasOwn(described, ending) && endings[document.format] !== ending
      return { document, problems: renamed ? [renamedFile(endings[document.format])] : [] }
    }
    if (!['docx', 'odt', 'pdf'].includes(ending) || bytes.length === 0) return { problems: [] }
    if (decodeText(bytes, { legacy: true }).text === null)
      throw documentError(
        'document-unreadable',
        `The file is named .${ending} and holds something else, or is damaged. Copy it again, or save it again in the program it came from.`,
      )
    return { problems: [renamedFile('txt')] }
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    // A line of XML is no line of the text.
    const problems = error.problems.map(({ place: _, ...problem }) => ({ ...problem, place: { line: 1 } }))
    const format = kind === 'archive' && Object.hasOwn(endings, ending) ? ending : formats[kind]
    return { document: { format, text: '', asides: [], marks: [], problems }, problems: [] }
  }
}

async function documentOf(
  bytes: Uint8Array,
  kind: FileKind,
  ending: string,
  limits: DocumentLimits,
): Promise<DocumentText | undefined> {
  if (kind === 'archive') {
    const { readArchivedDocument } = await import('./read-archived-document.ts')
    return readArchivedDocument(bytes, limits)
  }
  if (kind === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts')
    return readPdf(bytes, limits)
  }
  if (kind === 'json' || (kind === 'text' && ending === 'otr')) {
    const { text } = decodeText(bytes)
    return text === null ? undefined : await readOtranscribe(text, ending === 'otr')
  }
  if (kind !== 'text') throw notReadable(kind, bytes)
  return undefined
}

/** What a file is that could not be read. */
const formats: Readonly<Record<FileKind, string>> = {
  archive: 'archive',
  ole: 'office-97',
  pdf: 'pdf',
  rtf: 'rtf',
  recording: 'recording',
  'web-page': 'web-page',
  xml: 'xml',
  subtitles: 'subtitles',
  picture: 'picture',
  packed: 'packed',
  json: 'otranscribe',
  text: 'unknown',
}

const endings: Readonly<Record<DocumentFormat, string>> = {
  docx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
  otranscribe: 'otr',
}

/** What endings stand for. */
const described: Readonly<Record<string, string>> = {
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  pdf: 'a PDF',
  otr: 'a transcript of oTranscribe',
  doc: 'an old Word document',
  rtf: 'RTF',
  md: 'Markdown',
  txt: 'plain text',
  vtt: 'captions',
  srt: 'captions',
}

function renamedFile(ending: string): Problem {
  return problemAt(
    'renamed-file',
    'warning',
    `By what it holds the file is ${described[ending]}, and is read as that. Name it .${ending}.`,
    1,
  )
}
