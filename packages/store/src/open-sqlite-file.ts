import { realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Problem, StudyError } from '@codeerbank/core'
import { isLogged, leaveEmptyLog } from './close-sqlite-file.ts'
import type { DriverOptions } from './open-driver.ts'
import { bringUpToDate, closedWithoutLog, layOut, layoutVersion, mendCaches } from './sqlite-layout.ts'
import { asStoreError, storeError, storeProblem } from './store-error.ts'
import { unmoved } from './unmoved.ts'
import { walFault } from './wal-fault.ts'

/** The file of a study that was opened, and what a person should know of it. */
export interface SqliteFile {
  readonly database: DatabaseSync
  /** Where it is, whatever link led to it. */
  readonly path: string
  /** Throws StudyError `store-moved` where the file is no longer where it was. */
  readonly checkPlace: () => void
  readonly problems: readonly Problem[]
}

/**
 * Opens the file of a study.
 *
 * @throws StudyError where there is no file, it is no study, of a newer version, locked or not writable; then nothing
 *   was changed
 */
export function openSqliteFile(
  given: string,
  { create, readOnly, patience }: DriverOptions,
  file = given,
): SqliteFile {
  const path = placeOf(given, create)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  const fresh = create && (size ?? 0) === 0
  const fault = size === undefined ? 'none' : walFault(`${path}-wal`)
  if (fault === 'damaged' && !readOnly) throw new StudyError([logDamaged(file)])
  const wasLogged = isLogged(path)
  let database: DatabaseSync | undefined
  try {
    if (readOnly) finishBreakingOff(path, patience)
    database = new DatabaseSync(path, { readOnly, timeout: patience })
    if (fresh) {
      // Changes are texts of some hundred characters: pages of twice the usual size take less time for many of them, and no more for one.
      database.exec('pragma page_size = 8192')
      layOut(database)
    }
    const version = bringUpToDate(database, file, readOnly)
    const leftOpen = version >= closedWithoutLog && isLogged(path) && !hasLog(path)
    if (!readOnly) {
      database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
      // What is written here is made sure of before, and the chain tells of the rest; the condition on the action of each row would
      // take as long again as a third of the writing.
      database.exec('pragma ignore_check_constraints = on')
      mendCaches(database)
      // From now on there is something in the log beside the file: without it, the file is not all there is.
      if (logSize(path) === 0) database.exec(`pragma user_version = ${layoutVersion}`)
    }
    const problems = [
      ...(leftOpen ? [leftBehind(file)] : []),
      ...(fault === 'damaged' ? [logDamaged(file)] : fault === 'torn' ? [logTorn(file)] : []),
    ]
    return { database, path, checkPlace: unmoved(path, file), problems }
  } catch (error) {
    database?.close()
    if (!readOnly && !wasLogged) leaveEmptyLog(path)
    const made = size === undefined && statSync(path, { throwIfNoEntry: false })?.size === 0
    if (made && isFull(error)) rmSync(path, { force: true })
    throw asStoreError(error, file)
  }
}

/**
 * Lets SQLite take back what a program had begun to write that was ended meanwhile, as when it brought the file up to date: who may only read cannot, and would
 * be refused the file.
 */
function finishBreakingOff(path: string, patience: number): void {
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return
  try {
    const database = new DatabaseSync(path, { timeout: patience })
    try {
      database.prepare('pragma user_version').get()
    } finally {
      database.close()
    }
  } catch {
    // Where nothing can be written the file is refused all the same.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13
}

/** SQLite takes what begins with `file:` for an address, and nothing or `:memory:` for no file: a full path is none of these. */
function placeOf(file: string, create: boolean): string {
  if (file === '') throw storeError('store-missing', 'The name of the file is empty. Give it one.', file)
  const path = resolve(file)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory())
    throw storeError(
      'store-not-a-study',
      `This is a folder, and keeps no history. Make a file of it first: codeerbank convert "${file}" "${basename(path)}.codeerbank". Then name that file.`,
      file,
    )
  if (found !== undefined) return realpathSync(path)
  if (!create) throw storeError('store-missing', 'There is no such file. Correct its name.', file)
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw storeError(
      'store-missing',
      'There is no such folder to make the file in. Make it, or name another.',
      file,
    )
  return path
}

function logSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** Whether there is a log beside a file; who opened it at this moment is given a second to begin one. */
function hasLog(path: string): boolean {
  for (let time = 0; time < 10 && logSize(path) === 0; time++) pause(100)
  return logSize(path) > 0
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function leftBehind(file: string): Problem {
  return {
    code: 'store-left-behind',
    severity: 'warning',
    message:
      'The file was copied or moved while it was worked in, without the file that ends in "-wal" beside it: the last changes may be missing. Copy both again, or use "codeerbank backup". If it was neither, another program than Codeerbank was the last to close it, or this one was ended just as it opened or closed it: then nothing is missing.',
    place: { file },
  }
}

function logDamaged(file: string): Problem {
  return storeProblem(
    'store-damaged',
    'The file that ends in "-wal" beside the study is damaged, and the last changes lie behind the fault. Copy both files before anything else. "codeerbank convert" makes a new file of what is sound; a backup may have the rest.',
    file,
  )
}

function logTorn(file: string): Problem {
  return {
    code: 'store-torn',
    severity: 'warning',
    message:
      'The last batch in the file that ends in "-wal" beside the study is not whole: it was being written when the machine stopped, or the file was damaged since. Look whether the last thing that you did is there.',
    place: { file },
  }
}
