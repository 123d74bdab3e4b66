import type { Code, Frame } from './codebook-types.ts'
import type { Claim, SavedQuery, Screening, Summary } from './inquiry.ts'
import type { Label, Language } from './label.ts'
import type {
  Case,
  Coder,
  Coding,
  Judgement,
  Memo,
  Participant,
  Segment,
  Source,
  Turn,
  Value,
  Variable,
} from './study.ts'

/** What every change carries: an id of its own, the ISO 8601 time, and who made it (a coder's id, or a program). */
interface ChangeBase {
  readonly id: string
  readonly at: string
  readonly by: string
}

/** Where a segment of a corrected source stands now, and what became of it. */
export interface SegmentMove {
  readonly segment: string
  readonly start: number
  readonly end: number
  readonly verdict: 'exact' | 'moved' | 'changed' | 'lost'
}

/** Where a person says that a segment stands, with its words and what stands around them, by which they are found in a text that another corrected meanwhile. */
interface SegmentPlace {
  readonly segment: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly reason?: string
}

/** Which code a coding gets when its code is split. */
export interface CodingAssignment {
  readonly coding: string
  readonly code: string
}

/**
 * Everything that a researcher does to a study, as plain data. What a change makes is carried whole, except what the
 * change itself says: a segment's, coding's, memo's and judgement's `by` and `at` are those of the change.
 */
export type Change =
  | (ChangeBase & { readonly kind: 'describe-study'; readonly title: Label; readonly language: Language })
  | (ChangeBase & { readonly kind: 'add-variable'; readonly variable: Variable })
  | (ChangeBase & { readonly kind: 'add-coder'; readonly coder: Coder })
  | (ChangeBase & { readonly kind: 'add-case'; readonly case: Case })
  | (ChangeBase & { readonly kind: 'add-participant'; readonly participant: Participant })
  | (ChangeBase & {
      readonly kind: 'set-value'
      readonly on: 'case' | 'source' | 'participant'
      readonly item: string
      readonly variable: string
      readonly value: Value
    })
  | (ChangeBase & { readonly kind: 'add-source'; readonly source: Source })
  | (ChangeBase & {
      readonly kind: 'correct-source'
      readonly source: string
      readonly text: string
      readonly turns: readonly Turn[]
      readonly moves: readonly SegmentMove[]
      readonly reason?: string
    })
  | (ChangeBase & { readonly kind: 'remove-source'; readonly source: string; readonly reason?: string })
  | (ChangeBase & {
      readonly kind: 'add-code'
      readonly code: Omit<Code, 'version'>
      readonly before?: string
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'rename-code'
      readonly code: string
      readonly label: Label
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'redefine-code'
      readonly code: string
      readonly definition: Label
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'move-code'
      readonly code: string
      readonly parent: string | null
      /** The code before which it comes in the list of all codes, `null` for the end; without it its place in that list stays. */
      readonly before?: string | null
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'merge-codes'
      readonly codes: readonly string[]
      readonly into: string
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'split-code'
      readonly code: string
      readonly into: readonly Omit<Code, 'version'>[]
      readonly assign: readonly CodingAssignment[]
      readonly reason?: string
    })
  | (ChangeBase & { readonly kind: 'retire-code'; readonly code: string; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'set-frame'; readonly frame: Frame; readonly reason?: string })
  /** With the judgements and summaries of its cells, which are nowhere without it. */
  | (ChangeBase & { readonly kind: 'remove-frame'; readonly frame: string; readonly reason?: string })
  | (ChangeBase & {
      readonly kind: 'freeze-codebook'
      /** What the round of coding is called. */
      readonly round: string
      readonly reason?: string
    })
  | (ChangeBase & { readonly kind: 'thaw-codebook'; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'add-segment'; readonly segment: Omit<Segment, 'by' | 'at' | 'verdict'> })
  /** The words that a correction left a segment hold. */
  | (ChangeBase & SegmentPlace & { readonly kind: 'accept-segment' })
  /** A segment stands on other words of its source. */
  | (ChangeBase & SegmentPlace & { readonly kind: 'place-segment' })
  | (ChangeBase & { readonly kind: 'remove-segment'; readonly segment: string; readonly reason?: string })
  | (ChangeBase & {
      readonly kind: 'code-segment'
      readonly coding: Omit<Coding, 'coder' | 'at' | 'codeVersion'>
    })
  | (ChangeBase & { readonly kind: 'withdraw-coding'; readonly coding: string; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'write-memo'; readonly memo: Omit<Memo, 'by' | 'at'> })
  | (ChangeBase & { readonly kind: 'remove-memo'; readonly memo: string; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'record-judgement'; readonly judgement: Omit<Judgement, 'by' | 'at'> })
  | (ChangeBase & {
      readonly kind: 'withdraw-judgement'
      readonly judgement: string
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'review-coding'
      readonly coding: string
      /** The definition that was looked at. A review of older files is without: it went by that of its day, and took the words of the segment along. */
      readonly codeVersion?: number
      readonly reason?: string
    })
  | (ChangeBase & {
      readonly kind: 'record-screening'
      readonly screening: Omit<Screening, 'by' | 'at' | 'codeVersion'>
    })
  | (ChangeBase & {
      readonly kind: 'withdraw-screening'
      readonly screening: string
      readonly reason?: string
    })
  | (ChangeBase & { readonly kind: 'save-query'; readonly query: SavedQuery })
  | (ChangeBase & { readonly kind: 'remove-query'; readonly query: string; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'state-claim'; readonly claim: Omit<Claim, 'by' | 'at'> })
  | (ChangeBase & { readonly kind: 'withdraw-claim'; readonly claim: string; readonly reason?: string })
  | (ChangeBase & { readonly kind: 'write-summary'; readonly summary: Omit<Summary, 'by' | 'at'> })
  | (ChangeBase & { readonly kind: 'remove-summary'; readonly summary: string; readonly reason?: string })
  | (ChangeBase & {
      readonly kind: 'settle-conflict'
      /** What the conflict is about, as `openConflicts` says it. */
      readonly about: string
      /** Ids of the changes that were looked at. */
      readonly changes: readonly string[]
      /** The one that holds; the others then do not. Without it all stay as they came. */
      readonly keep?: string
      readonly reason?: string
    })

export type ChangeKind = Change['kind']

/** The change of one kind, `ChangeOf<'add-source'>`. */
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>
