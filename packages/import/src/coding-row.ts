import type { Place } from '@codeerbank/core'

/** One coding of a list: a quote of a source, a code by its name, a coder. It is not anchored to a text yet. */
export interface CodingRow {
  readonly source: string
  readonly quote: string
  readonly code: string
  readonly coder: string
  /** Which of the places with these very words is meant, from 1, where there are several. */
  readonly occurrence?: number
  /** UTF-16 offset at which the quote stands, where the list says so; it counts only if the words are there. */
  readonly start?: number
  readonly memo?: string
  /** ISO 8601 time. */
  readonly at?: string
  readonly stance?: 'contradicts'
  /** The id of the coding, where it is not made of its segment, code and coder. */
  readonly coding?: string
  /** The id of its segment, where it is not made of source and place. */
  readonly segment?: string
  /** Whether the coding was made while its code, now retired, was in use. */
  readonly retired?: boolean
  readonly place?: Place
}
