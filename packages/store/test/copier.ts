import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { StudyError } from '@codeerbank/core'
import { copyStudy, openStudy } from '../src/index.ts'

/** Copies a study into a folder in every way, and makes one there; says how each was refused, and what is in the folder then. */
const [, , file = '', folder = ''] = process.argv
const store = await openStudy(file, { readOnly: true })
const ways = [
  (copy: string) => store.backup(copy),
  (copy: string) => copyStudy(file, copy),
  (copy: string) => openStudy(copy, { create: true }),
]
for (const way of ways) {
  const copy = join(folder, 'kopie.codeerbank')
  try {
    await way(copy)
    console.log('done')
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    const [problem] = error.problems
    console.log(`${problem?.code} ${problem?.place?.file === copy} ${readdirSync(folder).length}`)
  }
}
await store.close()
