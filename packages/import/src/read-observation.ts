import type { Problem, Reading } from '@codeerbank/core'
import { openSource } from './open-source.ts'
import { readObservationGrid } from './read-observation-grid.ts'
import { problemAt, type ReadSource } from './read-source.ts'
import { type ReadSourceOptions, readingOf } from './source-text.ts'

/**
 * Reads the report of a meeting: its text, which can be coded, the observation schema in it included; and that schema
 * as data. The schema is Markdown tables, indicators by actors, under headings that name the non-verbal and the verbal
 * part; a general impression may follow under a heading of its own.
 *
 * @param bytes the file: UTF-8, with or without a byte order mark, with any line ends
 * @param options `name`: the file's name
 * @returns the source as far as it could be read, and problems with their lines: `uneven-grid`, `different-actors`,
 *   `duplicate-actor`, `unknown-actor` and all those of `readFieldnote`
 */
export async function readObservation(
  bytes: Uint8Array,
  options: ReadSourceOptions,
): Promise<Reading<ReadSource>> {
  const { source, problems, markdown } = await openSource(bytes, options)
  if (!markdown) return readingOf(source, problems)
  const { text, origin, metadata } = source
  const read = readObservationGrid(text, origin.line)
  const all: Problem[] = [...problems, ...read.problems]
  if (metadata.participants !== undefined)
    for (const actor of read.grid?.actors ?? [])
      if (!metadata.participants.includes(actor))
        all.push(
          problemAt(
            'unknown-actor',
            'warning',
            `The observation schema has a column for "${actor}", who is not among the participants of the meeting. Add them to "participants:", or correct the head of the column.`,
            read.line,
          ),
        )
  return readingOf(read.grid === undefined ? source : { ...source, grid: read.grid }, all)
}
