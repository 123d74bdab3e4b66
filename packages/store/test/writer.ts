import { writeSync } from 'node:fs'
import { StudyError } from '@codeerbank/core'
import { openStudy } from '../src/index.ts'
import { remark } from './store-cases.ts'

/**
 * Appends batches of two changes one after the other, as many as are asked for or as it lives, and says the name of each once it
 * is acknowledged; where one is refused, why. With a size, each takes about as many characters.
 */
const [, , file = '', name = 'w', count = 'Infinity', size = '0'] = process.argv
const store = await openStudy(file, { patience: 60_000 })
try {
  for (let i = 0; i < Number(count); i++) {
    const label = `naam ${name} ${i} ${'x'.repeat(Number(size))}`
    await store.apply([remark(`${name}-${i}-a`, label), remark(`${name}-${i}-b`, label)])
    writeSync(1, `${name}-${i}\n`)
  }
} catch (error) {
  if (!(error instanceof StudyError)) throw error
  writeSync(1, `refused ${error.problems[0]?.code}\n`)
}
await store.close().catch(() => {})
