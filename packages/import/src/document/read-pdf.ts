import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { documentError, documentTooLarge } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { DocumentText } from './document-text.ts'
import { isolatedPdfPages } from './isolated-pdf-pages.ts'
import { leftOut } from './left-out.ts'
import type { PdfFault, PdfPages } from './pdf-pages.ts'
import { pdfText } from './pdf-text.ts'

/** Gives the pages of a PDF. */
export type PdfReader = (
  bytes: Uint8Array,
  limits: DocumentLimits,
) => Promise<PdfPages | PdfFault | 'memory' | 'time'>

/**
 * Reads the text layer of a PDF: lines joined into paragraphs, words that line ends divide joined where that is safe, without
 * what comes back on every page.
 *
 * @param pagesOf how its pages are got: by default in a thread of its own, whose memory and time are watched
 * @throws StudyError `pdf-encrypted`, `pdf-damaged`, `pdf-no-text` (a scan), `document-too-large`
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: DocumentLimits,
  pagesOf: PdfReader = isolatedPdfPages,
): Promise<DocumentText> {
  const isShort = isCutOff(bytes)
  const pages = await pagesOf(bytes, limits)
  if (typeof pages === 'string') throw faultOf(pages, limits, isShort)
  const bare = pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : []))
  if (bare.length === pages.length)
    throw documentError(
      'pdf-no-text',
      'The PDF has pictures of pages and no text. Let a program recognise the text (OCR) and save it again.',
    )
  const { text, asides, furniture, numbers } = pdfText(pages)
  const problems: Problem[] = [
    ...leftOut(
      new Map([
        ['page-furniture', furniture],
        ['line-numbers', numbers],
      ]),
    ),
  ]
  if (bare.length > 0)
    problems.push(
      problemAt(
        'pdf-page-without-text',
        'warning',
        `Some pages have no text (${someOf(bare)}). If they are pictures of text, let a program recognise it (OCR).`,
        1,
      ),
    )
  if (isShort)
    problems.push(
      problemAt(
        'pdf-cut-off',
        'warning',
        'The PDF seems to be cut off: what could be found in it is read. Copy or download it again in whole.',
        1,
      ),
    )
  return { format: 'pdf', text, asides, marks: [], problems }
}

/** A PDF ends in this, or nearly (ISO 32000-1, 7.5.5). */
function isCutOff(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
}

function faultOf(fault: PdfFault | 'memory' | 'time', limits: DocumentLimits, isShort: boolean): Error {
  if (fault === 'pages' || fault === 'text') return documentTooLarge(fault, limits[fault])
  if (fault === 'encrypted')
    return documentError(
      'pdf-encrypted',
      'The PDF is protected with a password. Save it without one and try again.',
    )
  if (fault === 'damaged')
    return documentError(
      'pdf-damaged',
      isShort
        ? 'The PDF is cut off and cannot be read. Copy or download it again in whole.'
        : 'The PDF is damaged and cannot be read. Make it again with the program it came from.',
    )
  return documentError(
    'document-too-large',
    `The PDF asks for more ${fault} than is given to it. Print it to a new PDF, or divide it.`,
  )
}

function someOf(pages: readonly number[]): string {
  return pages.length > 10
    ? `${pages.slice(0, 10).join(', ')} and ${pages.length - 10} more`
    : pages.join(', ')
}
