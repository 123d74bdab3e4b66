import type { Label } from './label.ts'

/**
 * Where a code comes from: `deductive` from the literature or the plan, before coding; `inductive` from the
 * material, while coding; `frame` as a row of a comparison, there to hold the statements found under it.
 */
export const codeOrigins = ['deductive', 'inductive', 'frame'] as const

export type CodeOrigin = (typeof codeOrigins)[number]

/** The names of the levels of a codebook, from the top down. A code may have any depth and any level. */
export const codeLevels = ['theme', 'main code', 'sub-code', 'frame row', 'statement'] as const

export type CodeLevel = (typeof codeLevels)[number]

/**
 * A code (REFI-QDA `Code`). Codes form a tree through `parent`; among siblings the order of `Study.codes` holds.
 * `version` counts the definitions that the code has had, from 1.
 */
export interface Code {
  readonly id: string
  readonly label: Label
  readonly parent: string | null
  readonly level: CodeLevel
  readonly origin: CodeOrigin
  readonly definition?: Label
  readonly qualifier?: Label
  readonly literature?: readonly string[]
  /** `#rrggbb` */
  readonly color?: string
  readonly version: number
  readonly retired?: boolean
  /** The code that this one was merged into, where it was. */
  readonly mergedInto?: string
}

/** A row of a frame (a member of a REFI-QDA `Set`): the codes it holds stand with all that lies below them. */
export interface FrameRow {
  readonly id: string
  readonly label: Label
  readonly codes: readonly string[]
  readonly hints?: readonly Label[]
  /** Sections of the topic list that ask for what the row is about: a case without them was not asked. */
  readonly topics?: readonly string[]
}

/**
 * The rows of a comparison, in order (REFI-QDA `Set`). `table` is the number of the table that the comparison is
 * printed as. In a frame with `judged`, every cell needs a judgement; in another a judgement is an exception.
 */
export interface Frame {
  readonly id: string
  readonly label: Label
  readonly table?: number
  readonly judged?: boolean
  readonly rows: readonly FrameRow[]
}

/** The codes in declared order (a parent before its children) and the frames that they are compared by. */
export interface Codebook {
  readonly title?: Label
  readonly codes: readonly Code[]
  readonly frames: readonly Frame[]
}
