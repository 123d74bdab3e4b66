import type { Problem } from '@codeerbank/core'
import { copyLog, copyLogToFile } from './copy-log.ts'
import { openDriver } from './open-driver.ts'
import { isPostgresAddress } from './postgres/postgres-address.ts'
import { emptyHead, type LogHead } from './read-log.ts'
import { storeError } from './store-error.ts'

/**
 * Copies a study with its whole history, from a file or a server to a new file or a server; the history is checked on the way,
 * and its entries keep their hashes.
 *
 * @param from the path of a file, or the address of a database
 * @param to the path of a file that is not there yet, or the address of a study that is not there yet or has no history
 * @param onProblem called with what is in doubt about the study that is copied
 * @returns the head of the copy, which is that of the study
 * @throws StudyError `store-exists` where there is such a study already, and as `openStudy`; then nothing was changed
 */
export async function copyStudy(
  from: string,
  to: string,
  onProblem: (problem: Problem) => void = () => {},
): Promise<LogHead> {
  const options = { create: false, readOnly: true, patience: 5000 }
  const source = await openDriver(from, options)
  try {
    for (const problem of source.problems) onProblem(problem)
    if (!isPostgresAddress(to)) return await copyLogToFile(source, source, to)
    const target = await openDriver(to, { ...options, create: true, readOnly: false })
    try {
      const [head] = await target.all('select seq from head where study = $1', [target.study])
      if (Number(head?.['seq']) !== emptyHead.seq)
        throw storeError(
          'store-exists',
          'The database has a study of this name already. Give another name.',
          target.location,
        )
      return await copyLog(source, source, target)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}
