import { writeSync } from 'node:fs'
import { openStudy } from '../src/index.ts'
import { rename } from './store-cases.ts'

/** Appends changes one by one for as long as it lives, and says the id of each once it is acknowledged. */
const [, , file = '', first = '0'] = process.argv
const store = await openStudy(file)
for (let i = Number(first); ; i++) {
  await store.apply([rename(`w${i}`, `naam ${i}`)])
  writeSync(1, `w${i}\n`)
}
