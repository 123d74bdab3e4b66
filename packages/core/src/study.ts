import type { Code, Frame } from './codebook-types.ts'
import type { Claim, SavedQuery, Screening, Summary } from './inquiry.ts'
import type { Label, Language } from './label.ts'
import type { InterviewForm, SourceKind } from './source-kind.ts'

/** A value of a variable (REFI-QDA `VariableValue`); `null` is missing. */
export type Value = string | number | boolean | null

/** An attribute of cases, sources or participants (REFI-QDA `Variable`). */
export interface Variable {
  readonly id: string
  readonly label: Label
  readonly on: 'case' | 'source' | 'participant'
  readonly type: 'text' | 'number' | 'boolean' | 'date'
}

/** One partnership, neighbourhood or organisation that is compared (REFI-QDA `Case`). */
export interface Case {
  readonly id: string
  readonly label: Label
  readonly values: Readonly<Record<string, Value>>
}

/** Who speaks or is observed. */
export interface Participant {
  readonly id: string
  readonly label: string
  readonly case?: string
  readonly organisation?: string
  readonly function?: string
  readonly note?: string
  readonly values?: Readonly<Record<string, Value>>
}

/** Who codes (REFI-QDA `User`). */
export interface Coder {
  readonly id: string
  readonly label: string
}

/**
 * A stretch of a source by one speaker (REFI-QDA knows only `SyncPoint`): `start` and `end` are half-open UTF-16
 * offsets of the words, without the speaker's label; times are seconds from the start of the recording.
 */
export interface Turn {
  readonly start: number
  readonly end: number
  /** The speaker's label as the transcript has it. */
  readonly speaker: string
  readonly role: 'participant' | 'interviewer' | 'unknown'
  readonly participant?: string
  readonly time?: number
  readonly timeEnd?: number
}

/** An observation schema filled in: what was seen of each actor, by indicator. */
export interface ObservationGrid {
  readonly actors: readonly string[]
  readonly indicators: readonly ObservedIndicator[]
  readonly generalImpression?: string
}

/** A row of an observation schema; `values` is as long as the grid's `actors`, `null` where nothing was seen. */
export interface ObservedIndicator {
  readonly part: 'non-verbal' | 'verbal'
  readonly label: string
  readonly values: readonly (string | null)[]
}

/** Where a source's text came from; `line` is the line of the file on which the text begins. */
export interface SourceOrigin {
  readonly file: string
  readonly line: number
  readonly format: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

/** One transcript, observation report or fieldwork note (REFI-QDA `TextSource`). `text` is normalised. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly kind: SourceKind
  readonly form?: InterviewForm
  readonly case: string
  /** ISO 8601 date of the interview, meeting or visit. */
  readonly date?: string
  /** How many activities the source reports (half-days of a ride-along, conversations in the street); 1 if absent. */
  readonly activities?: number
  /** Who was interviewed, met, or attended. */
  readonly participants: readonly string[]
  /** The sections of the topic list that were asked. */
  readonly topics?: readonly string[]
  readonly language?: Language
  readonly text: string
  readonly turns: readonly Turn[]
  readonly grid?: ObservationGrid
  readonly values?: Readonly<Record<string, Value>>
  readonly origin?: SourceOrigin
}

/**
 * A stretch of a source (REFI-QDA `PlainTextSelection`, ATLAS.ti quotation): `start` and `end` are half-open
 * UTF-16 offsets into the source's text, `quote` is exactly that stretch, and with `prefix` and `suffix` it is a
 * W3C TextQuoteSelector, by which the segment is found again in a corrected text.
 */
export interface Segment {
  readonly id: string
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly by: string
  /** ISO 8601 time of creation. */
  readonly at: string
  readonly comment?: string
  /** What became of the segment when its source was last corrected; absent where nothing was in doubt. */
  readonly verdict?: 'changed' | 'lost'
}

/** One code on one segment by one coder (REFI-QDA `Coding`). `codeVersion` is the definition it was made under. */
export interface Coding {
  readonly id: string
  readonly segment: string
  readonly code: string
  readonly coder: string
  readonly at: string
  readonly codeVersion: number
  /** A coding bears out its code unless it is marked as evidence against it. */
  readonly stance?: 'contradicts'
  readonly memo?: string
}

/** What a memo is about: the study as a whole, or one thing in it. */
export interface MemoTarget {
  readonly type: 'study' | 'case' | 'source' | 'participant' | 'code' | 'segment' | 'coding' | 'frame'
  readonly id?: string
}

/** A note of a researcher on anything (REFI-QDA `Note`). */
export interface Memo {
  readonly id: string
  readonly on: MemoTarget
  readonly title?: string
  readonly text: string
  readonly by: string
  readonly at: string
}

export const judgementStates = ['completed', 'current', 'not reached'] as const

export type JudgementState = (typeof judgementStates)[number]

export const judgementStateLabels: Readonly<Record<JudgementState, Label>> = {
  completed: { nl: 'Voltooid', en: 'Completed' },
  current: { nl: 'Huidige fase', en: 'Current' },
  'not reached': { nl: '(Nog) niet bereikt', en: 'Not (yet) reached' },
}

/** A researcher's estimate for one cell of a comparison, which may span neighbouring rows, with the reasons. */
export interface Judgement {
  readonly id: string
  readonly frame: string
  readonly case: string
  /** Ids of neighbouring rows of the frame, in its order. */
  readonly rows: readonly string[]
  readonly state: JudgementState
  readonly heading?: Label
  readonly reasons?: string
  readonly by: string
  readonly at: string
}

/** A codebook that stays as it is for a round of coding. */
export interface CodebookFreeze {
  /** What the round is called. */
  readonly round: string
  readonly by: string
  readonly at: string
}

/** The whole: plain data that nothing mutates. Arrays are in declared order; ids are unique within each array. */
export interface Study {
  readonly title: Label
  readonly language: Language
  /** Absent where the codebook may change. */
  readonly frozen?: CodebookFreeze
  readonly variables: readonly Variable[]
  readonly coders: readonly Coder[]
  readonly cases: readonly Case[]
  readonly participants: readonly Participant[]
  readonly sources: readonly Source[]
  readonly codes: readonly Code[]
  readonly frames: readonly Frame[]
  readonly segments: readonly Segment[]
  readonly codings: readonly Coding[]
  readonly memos: readonly Memo[]
  readonly judgements: readonly Judgement[]
  readonly screenings: readonly Screening[]
  readonly queries: readonly SavedQuery[]
  readonly claims: readonly Claim[]
  readonly summaries: readonly Summary[]
}

/** A study in which nothing is yet. */
export const emptyStudy: Study = {
  title: { nl: 'Naamloze studie', en: 'Untitled study' },
  language: 'nl',
  variables: [],
  coders: [],
  cases: [],
  participants: [],
  sources: [],
  codes: [],
  frames: [],
  segments: [],
  codings: [],
  memos: [],
  judgements: [],
  screenings: [],
  queries: [],
  claims: [],
  summaries: [],
}
