import { StudyError } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { DocumentLimits } from './document-limits.ts'

/** A document that cannot be read, and what to do about it. */
export function documentError(code: string, message: string, cause?: unknown): StudyError {
  return new StudyError([problemAt(code, 'error', message, 1)], { cause })
}

/** A limit of a document that is passed. */
export function documentTooLarge(limit: keyof DocumentLimits, most: number): StudyError {
  return documentError(
    'document-too-large',
    `The document has more than is read: at most ${most} ${measures[limit]}. Divide it.`,
  )
}

const measures: Readonly<Record<keyof DocumentLimits, string>> = {
  bytes: 'bytes, unpacked',
  wordElements: 'parts',
  elements: 'parts',
  references: 'references',
  text: 'characters',
  pages: 'pages',
}
