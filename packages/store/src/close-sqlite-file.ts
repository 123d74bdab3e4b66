import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { SqliteFile } from './open-sqlite-file.ts'

/**
 * Ends work on a file: what was written is put into the file itself, so that it can be copied, and be read where nothing can be
 * written. While others have it open that is left to them; where it was moved, to whoever puts it back.
 */
export function closeSqliteFile({ database, path, checkPlace }: SqliteFile, readOnly: boolean): void {
  if (!database.isOpen) return
  const isHere = !readOnly && isInPlace(checkPlace)
  if (isHere)
    try {
      database.exec(leaveLog)
    } catch {
      // What was acknowledged is in the log beside the file, and stays there.
    }
  database.close()
  if (isHere) leaveEmptyLog(path)
}

function isInPlace(checkPlace: () => void): boolean {
  try {
    checkPlace()
    return true
  } catch {
    return false
  }
}

const leaveLog = 'pragma busy_timeout = 0; pragma journal_mode = delete'

/**
 * Where two end their work at once, each leaves it to the other, and SQLite puts what was written into the file but lets it stay in the mode
 * of a log beside it, as if that had been left behind. So it does where beginning the log did not succeed.
 *
 * @param path a file in whose log there was nothing more than in the file
 */
export function leaveEmptyLog(path: string): void {
  for (let time = 0; time < 5 && isLoggedWithoutLog(path); time++) {
    let database: DatabaseSync | undefined
    try {
      database = new DatabaseSync(path)
      // Without what others share with it, which may be what did not succeed; none may have it open.
      database.exec(`pragma locking_mode = exclusive; ${leaveLog}`)
    } catch {
      // Another one does the same, or works in it again.
    }
    database?.close()
  }
}

function isLoggedWithoutLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0 && isLogged(path)
}

/** Whether the header of a file says that there is a log beside it (sqlite.org/fileformat2.html, "File format version numbers"). */
export function isLogged(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const header = Buffer.alloc(20)
      return readSync(file, header, 0, 20, 0) === 20 && header[18] === 2
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
