import { formatProblem } from '@codeerbank/core'
import type { StudyStore } from '@codeerbank/store'
import type { Terminal } from './terminal.ts'

/** Works with a study that is being opened, says what is in doubt about it, and closes it whatever happens. */
export async function usingStudy<T>(
  opening: Promise<StudyStore>,
  terminal: Terminal,
  use: (store: StudyStore) => Promise<T> | T,
): Promise<T> {
  const store = await opening
  try {
    for (const problem of store.problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
    return await use(store)
  } finally {
    await store.close()
  }
}
