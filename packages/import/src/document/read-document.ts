import { decodeText, type Problem, StudyError } from '@codeerbank/core'
import { largestFile } from '../source-text.ts'
import type { DocumentText } from './document-text.ts'
import { readOtranscribe } from './read-otranscribe.ts'

export interface ReadDocument {
  /** Absent where the file is text. */
  readonly document?: DocumentText
  /** What is to be said of the file as such. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a file that is more than text: a transcript of oTranscribe.
 *
 * @param name the file's name
 * @returns problems of the file: `otranscribe-damaged`, `document-too-deep`
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  if (bytes.length > largestFile) return { problems: [] }
  const named = /\.otr$/i.test(name)
  const text = named || mayBeJson(bytes) ? decodeText(bytes).text : null
  if (text === null) return { problems: [] }
  try {
    const document = readOtranscribe(text, named)
    return document === null ? { problems: [] } : { document, problems: [] }
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    const { problems } = error
    return { document: { format: 'otranscribe', text: '', asides: [], marks: [], problems }, problems: [] }
  }
}

/** Whether the first byte after a mark and blanks is a brace. */
function mayBeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('utf8')
  return /^\uFEFF?\s*\{/.test(head)
}
