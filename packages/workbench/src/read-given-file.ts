import { readFile } from 'node:fs/promises'
import { UsageError } from './terminal.ts'

/** The bytes of a file that was named at the command line. */
export function readGivenFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UsageError(`There is no file "${path}".`)
  })
}
