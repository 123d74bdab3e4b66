import type { ObservationGrid, Problem, SourceOrigin, Turn } from '@codeerbank/core'
import type { CodingRow } from './coding-row.ts'
import type { SourceMetadata } from './source-metadata.ts'

/** A transcript, observation report or note as its file has it: it belongs to no study yet. */
export interface ReadSource {
  readonly metadata: SourceMetadata
  /** The text after the front matter, normalised, without inline code marks. */
  readonly text: string
  readonly turns: readonly Turn[]
  readonly grid?: ObservationGrid
  /** The codings that were marked in the text itself, in its order. */
  readonly marks: readonly CodingRow[]
  readonly origin: SourceOrigin
}

/** A problem at a line of a file, as readers report it. */
export function problemAt(
  code: string,
  severity: Problem['severity'],
  message: string,
  line: number,
): Problem {
  return { code, severity, message, place: { line } }
}
