import { readFile } from 'node:fs/promises'
import { UsageError } from './terminal.ts'

/**
 * The bytes of a file that was named at the command line.
 *
 * @throws UsageError where it is not there, is a folder or cannot be read
 */
export async function readGivenFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EISDIR') throw new UsageError(`"${path}" is a folder. Name a file in it.`)
    if (code === 'ENOENT') throw new UsageError(`There is no file "${path}".`)
    throw error
  }
}

/** The same as text; bytes that are no UTF-8 are left to what reads the text. */
export async function readGivenText(path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readGivenFile(path))
}
