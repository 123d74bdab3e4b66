import { logColumns, logRow } from './append-entries.ts'
import type { Driver, Statements } from './driver.ts'
import { madeWhole } from './made-whole.ts'
import type { LogPlace } from './read-log.ts'
import { emptyHead, type LogHead, logPages } from './read-log.ts'
import { openSqlite } from './sqlite-driver.ts'

/** Copies the log of a study, checked on the way, into a study without history; the entries keep their hashes. */
export async function copyLog(
  statements: Statements,
  place: LogPlace,
  target: Pick<Driver, 'study' | 'transaction'>,
): Promise<LogHead> {
  return target.transaction(async into => {
    let head: LogHead = emptyHead
    for await (const page of logPages(statements, place)) {
      await into.insert(
        'log',
        logColumns,
        page.map(row => logRow(target.study, row)),
      )
      const { seq, hash } = page.at(-1)!
      head = { seq, hash }
    }
    await into.run('update head set seq = $2, hash = $3 where study = $1', [
      target.study,
      head.seq,
      head.hash,
    ])
    return head
  })
}

/**
 * Copies the log of a study into a new file.
 *
 * @throws StudyError `store-exists` where there is such a file, and what reading and writing throw; then no file is left
 */
export function copyLogToFile(statements: Statements, place: LogPlace, copy: string): Promise<LogHead> {
  return madeWhole(copy, async part => {
    const target = openSqlite(part, { create: true, readOnly: false, patience: 5000 }, copy)
    try {
      return await copyLog(statements, place, target)
    } finally {
      await target.close()
    }
  })
}
