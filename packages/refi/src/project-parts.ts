import type {
  Case,
  Change,
  Code,
  CodebookFreeze,
  Coder,
  Coding,
  Frame,
  Label,
  Language,
  Memo,
  Participant,
  Segment,
  Source,
  Variable,
} from '@codeerbank/core'

/** Who made a thing and when, where the thing itself does not say. */
export interface Made<T> {
  readonly item: T
  readonly by: string
  readonly at: string
}

/** What a project holds, in the terms of a study. */
export interface ProjectParts {
  /** Without a text in any language where the project has no name. */
  readonly title: Label
  readonly language: Language
  readonly frozen?: CodebookFreeze
  readonly coders: Coder[]
  readonly variables: Variable[]
  readonly cases: Case[]
  readonly participants: Participant[]
  readonly codes: Omit<Code, 'version'>[]
  readonly sources: Made<Source>[]
  /** The ids of the sources of which the project has no text. */
  readonly textless: Set<string>
  readonly segments: Omit<Segment, 'verdict'>[]
  readonly codings: Made<Omit<Coding, 'codeVersion' | 'coder' | 'at'>>[]
  readonly frames: Frame[]
  readonly memos: Memo[]
  /** Judgements, screenings and the like, as the supplement has them: changes that are complete. */
  readonly others: Change[]
}
