import type { Label } from './label.ts'

/**
 * That a coder has read a source through with a code, and all below it, in mind: where the code is absent from the
 * source, it was looked for. `codeVersion` is the definition that was looked for.
 */
export interface Screening {
  readonly id: string
  readonly source: string
  readonly code: string
  readonly by: string
  readonly at: string
  readonly codeVersion: number
}

/** A query under a name, in its text form; it is computed anew each time, and other queries may use it. */
export interface SavedQuery {
  readonly id: string
  readonly label?: Label
  readonly text: string
}

/** How a claim is tested in one case: queries in text form, for what bears it out and for what speaks against it. */
export interface ClaimRule {
  readonly case: string
  readonly supports: string
  readonly contradicts?: string
}

/**
 * What the codings say of a claim. `supported`: every case has enough voices for it and none against; `contradicted`: in
 * a case there are as many voices against as for, or more; `thin`: anything in between; `never tested`: nothing was
 * found for or against in any case.
 */
export const claimStates = ['supported', 'contradicted', 'thin', 'never tested'] as const

export type ClaimState = (typeof claimStates)[number]

/** A claim across cases, with the rule by which it is tested, fixed before the codings are counted. */
export interface Claim {
  readonly id: string
  readonly text: Label
  readonly rules: readonly ClaimRule[]
  /** How many independent voices a case needs to bear the claim out; 2 where absent. */
  readonly voices?: number
  /** What the state was when it was last looked at: another one now is for a person to see. */
  readonly recorded?: ClaimState
  readonly by: string
  /** When the rule was fixed. */
  readonly at: string
}

/** A coding that a summary rests on, as it was when the summary was written. */
export interface Citation {
  readonly coding: string
  readonly quote: string
  readonly codeVersion: number
}

/** A cell of a framework matrix in words: what a researcher makes of a row of a frame in a case, and on which codings. */
export interface Summary {
  readonly id: string
  readonly frame: string
  readonly row: string
  readonly case: string
  readonly text: string
  readonly cites: readonly Citation[]
  readonly by: string
  readonly at: string
}
