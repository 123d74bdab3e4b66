import type { Reading } from '@codeerbank/core'
import { openSource } from './open-source.ts'
import type { ReadSource } from './read-source.ts'
import { type ReadSourceOptions, readingOf } from './source-text.ts'

/**
 * Reads a text without turns: a fieldwork note, the report of a ride-along, a section of a report.
 *
 * @param bytes the file: UTF-8, with or without a byte order mark, with any line ends
 * @param options `name`: the file's name
 * @returns the source as far as it could be read, and problems with their lines: `not-utf8`, `empty-source`, faults of
 *   the front matter and of code marks
 */
export async function readFieldnote(
  bytes: Uint8Array,
  options: ReadSourceOptions,
): Promise<Reading<ReadSource>> {
  const { source, problems } = await openSource(bytes, options)
  return readingOf(source, problems)
}
