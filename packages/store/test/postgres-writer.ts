import { writeSync } from 'node:fs'
import { openStudy } from '../src/index.ts'
import { remark } from './store-cases.ts'

/** Appends batches of two changes one after the other for as long as the server lives, and says each that is acknowledged. */
const [, , address = '', name = 'w'] = process.argv
try {
  const store = await openStudy(address)
  for (let i = 0; ; i++) {
    await store.apply([remark(`${name}-${i}-a`, `naam ${i}`), remark(`${name}-${i}-b`, `naam ${i} b`)])
    writeSync(1, `${name}-${i}\n`)
  }
} catch {
  process.exit(0)
}
