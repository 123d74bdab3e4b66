import type { Label, Language } from './label.ts'
import type { SourceKind } from './source-kind.ts'
import type { JudgementState } from './study.ts'

/** One coding with the words behind it, so that a reader needs nothing else to see what carries a statement. */
export interface CodedQuote {
  readonly coding: string
  readonly segment: string
  readonly source: string
  readonly sourceTitle: string
  readonly kind: SourceKind
  /** The speaker's label or participant, where the words were spoken by a known voice. */
  readonly speaker?: string
  readonly coder: string
  readonly quote: string
  /** Number of the paragraph in which the quote begins, from 1. */
  readonly paragraph: number
  /** Set on evidence against the statement, which no count of evidence includes. */
  readonly stance?: 'contradicts'
  readonly memo?: string
}

/** How many distinct things carry a statement or a cell; a voice is a speaker other than the interviewer. */
export interface Evidence {
  readonly codings: number
  readonly segments: number
  readonly sources: number
  readonly speakers: number
  /** In the declared order of kinds. */
  readonly kinds: readonly SourceKind[]
}

/** What was found in a case under a row of the frame: a code, and all that carries it there. */
export interface ComparisonStatement {
  readonly code: string
  readonly label: Label
  readonly evidence: Evidence
  /** In the order of the study's sources, then of the text. */
  readonly quotes: readonly CodedQuote[]
}

/** Why a cell is empty. */
export type EmptyReason =
  | 'no sources'
  | 'no codings'
  | 'looked for and absent'
  | 'not asked'
  | 'not yet read'
  | 'coded under an older definition'

/** A cell: one case, one row of the frame or several neighbouring ones. */
export interface ComparisonCell {
  readonly case: string
  readonly rows: readonly string[]
  readonly state?: JudgementState
  readonly heading?: Label
  readonly reasons?: string
  readonly statements: readonly ComparisonStatement[]
  readonly evidence: Evidence
  readonly empty?: EmptyReason
}

export interface ComparisonHeading {
  readonly id: string
  readonly label: Label
}

/**
 * A cross-case comparison: the rows of a frame by the cases of the study, both in declared order. Every row of every
 * case lies in exactly one cell; `cells` go by case, then by row.
 */
export interface Comparison {
  readonly frame: string
  readonly table?: number
  readonly title: Label
  readonly language: Language
  readonly rows: readonly ComparisonHeading[]
  readonly cases: readonly ComparisonHeading[]
  readonly cells: readonly ComparisonCell[]
  /** What else is said below it, such as the version of the codebook. */
  readonly note?: Label
}
