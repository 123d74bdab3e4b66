import type { Problem } from '@codeerbank/core'
import type { Stretch } from '../labels-in.ts'

/** A time of the recording at a place of a text: what stands from there on was said from then on. */
export interface TimeMark {
  readonly at: number
  /** Seconds from the start of the recording. */
  readonly time: number
}

/** The kinds of document that are read. */
export type DocumentFormat = 'docx' | 'odt' | 'pdf' | 'otranscribe'

/** What a document says, as text: a line a paragraph, a line a row of a table with its cells divided by tabs. */
export interface DocumentText {
  readonly format: DocumentFormat
  readonly text: string
  /** The headings and notes in it, in order: nobody says these. */
  readonly asides: readonly Stretch[]
  readonly marks: readonly TimeMark[]
  /** What is wrong with it; lines are those of the text. */
  readonly problems: readonly Problem[]
}
