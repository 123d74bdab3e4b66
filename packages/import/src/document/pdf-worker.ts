import { parentPort } from 'node:worker_threads'
import type { DocumentLimits } from './document-limits.ts'
import { pdfPages } from './pdf-pages.ts'

/** What the thread is asked: one file. */
export interface PdfOrder {
  readonly bytes: Uint8Array
  readonly limits: Pick<DocumentLimits, 'pages' | 'text'>
}

parentPort?.on('message', async ({ bytes, limits }: PdfOrder) => {
  parentPort?.postMessage(await pdfPages(bytes, limits))
})
