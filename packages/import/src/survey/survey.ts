import type { Participant, Value, Variable } from '@codeerbank/core'
import type { ReadSource } from '../read-source.ts'

/** What a survey says of a case. */
export interface SurveyCase {
  readonly id: string
  readonly values: Readonly<Record<string, Value>>
}

/** A survey as its table has it: it belongs to no study yet. Lists are in the order of the rows. */
export interface Survey {
  readonly variables: readonly Variable[]
  readonly cases: readonly SurveyCase[]
  readonly participants: readonly Participant[]
  /** A document for each respondent who answered an open question, a heading and a turn for each answer. */
  readonly sources: readonly ReadSource[]
}
