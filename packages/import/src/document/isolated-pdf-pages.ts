import { Worker } from 'node:worker_threads'
import type { DocumentLimits } from './document-limits.ts'
import type { PdfFault, PdfPages } from './pdf-pages.ts'
import type { PdfOrder } from './pdf-worker.ts'

/** How much more memory the process may take while a PDF is read, in bytes, and how long reading may last, in ms. */
const mostMemory = 256 * 1024 * 1024
const mostTime = 30_000
const interval = 20

/**
 * Reads the pages of a PDF in a thread of its own, which is stopped where it takes too much: a small PDF can unpack to
 * anything, and no limit of the library holds it.
 */
export async function isolatedPdfPages(
  bytes: Uint8Array,
  limits: DocumentLimits,
): Promise<PdfPages | PdfFault | 'memory' | 'time'> {
  const file = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  })
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise(resolve => {
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > mostMemory) resolve('memory')
        else if (performance.now() - begun > mostTime) resolve('time')
      }, interval)
      worker.on('message', resolve)
      worker.on('error', error =>
        resolve('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged'),
      )
      worker.on('exit', () => resolve('damaged'))
      const order: PdfOrder = { bytes: Uint8Array.from(bytes), limits }
      worker.postMessage(order, [order.bytes.buffer as ArrayBuffer])
    })
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}
