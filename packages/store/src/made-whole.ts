import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileExists } from './file-exists.ts'
import { storeError } from './store-error.ts'

/**
 * Makes a file that is there whole or not at all: it is written under another name beside it, and gets its own once it is done.
 *
 * @param file where it shall be
 * @param write writes it at a path; where that fails nothing is left
 * @throws StudyError `store-exists` where there is such a file, `store-missing` where there is no folder for it
 */
export async function madeWhole<T>(file: string, write: (part: string) => Promise<T>): Promise<T> {
  const path = resolve(file)
  const folder = dirname(path)
  if (existsSync(path)) throw fileExists(file)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw storeError(
      'store-missing',
      'There is no such folder to make the file in. Make it, or name another.',
      file,
    )
  const part = `${path}.${process.pid}-part`
  try {
    const made = await write(part)
    if (existsSync(path)) throw fileExists(file)
    renameSync(part, path)
    syncFolder(folder)
    return made
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
    throw error
  }
}

/** The name of a file is on disk once its folder is; not every system lets a folder be synced. */
function syncFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r')
    try {
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
  } catch {
    // The file itself is on disk.
  }
}
