import { resolve } from 'node:path'
import { type Problem, StudyError } from '@codeerbank/core'

/** What can be wrong with the file of a study. */
export type StoreProblemCode =
  | 'store-missing'
  | 'store-not-a-study'
  | 'store-newer'
  | 'store-locked'
  | 'store-read-only'
  | 'store-full'
  | 'store-io'
  | 'store-damaged'
  | 'store-behind'
  | 'store-exists'
  | 'store-moved'
  | 'store-other-history'
  | 'store-address'
  | 'store-unreachable'
  | 'store-refused'
  | 'store-lost'
  | 'store-timeout'

export function storeProblem(code: StoreProblemCode, message: string, file: string): Problem {
  return { code, severity: 'error', message, place: { file } }
}

export function storeError(
  code: StoreProblemCode,
  message: string,
  file: string,
  cause?: unknown,
): StudyError {
  return new StudyError([storeProblem(code, message, file)], cause === undefined ? undefined : { cause })
}

/** SQLite's result codes that a person can do something about (sqlite3.h). */
const known: ReadonlyMap<number, readonly [StoreProblemCode, string]> = new Map([
  [5, ['store-locked', 'Another program is writing to the study. Close it, or try again in a moment.']],
  [6, ['store-locked', 'Another program is writing to the study. Close it, or try again in a moment.']],
  [
    8,
    [
      'store-read-only',
      'The study cannot be written to. Make the file and its folder writable, or copy it elsewhere.',
    ],
  ],
  [
    10,
    [
      'store-io',
      'The disk gave an error, and nothing was changed. Check the disk, make a backup elsewhere, and try again.',
    ],
  ],
  [
    11,
    [
      'store-damaged',
      'The file of the study is damaged; "codeerbank verify" tells what is wrong. Take the last backup, or make a file of the history, as far as it is sound, with "codeerbank convert".',
    ],
  ],
  [13, ['store-full', 'The disk is full, and nothing was changed. Make room and try again.']],
  [
    14,
    [
      'store-read-only',
      'The file of the study cannot be opened. Make it readable and its folder writable, or copy it elsewhere.',
    ],
  ],
  [15, ['store-locked', 'Others are writing to the study. Try again in a moment.']],
  [26, ['store-not-a-study', 'The file is no study of Codeerbank. Choose a file that ends in .codeerbank.']],
])

/** What SQLite says, as a problem that a person can act on; any other error as it is. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error
  // The statements are always the same: what they do not find was taken out of the file.
  const found = known.get(/^no such (table|column)/.test(error.message) ? 11 : error.errcode & 0xff)
  if (found === undefined) return error
  const tooLong = error.errcode === 14 && Buffer.byteLength(resolve(file)) > longestPath
  return storeError(found[0], tooLong ? pathTooLong : found[1], file, error)
}

/** SQLite opens paths of up to 512 bytes, with what stands behind the names of the files beside it. */
const longestPath = 490
const pathTooLong =
  'The path of the file is too long: with its folders it may have 490 bytes. Put it in a folder with a shorter path.'

/** Whether something is said to be damaged, or not there that should be. */
export function isDamage(error: unknown): boolean {
  return error instanceof StudyError && error.problems[0]?.code === 'store-damaged'
}

/** Does work on the file of a study, and says what went wrong in words for people. */
export async function told<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asStoreError(error, file)
  }
}
