import type { Language, Memo, Study, Variable } from '@codeerbank/core'
import { guidOf } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import { importerId, timeAttribute } from './refi-names.ts'
import type { SupplementLines } from './supplement-lines.ts'

/** What the writers of the parts of a project share. */
export interface WriteContext {
  readonly study: Study
  readonly language: Language
  readonly list: NotCarriedList
  readonly lines: SupplementLines
  readonly coders: ReadonlySet<string>
  readonly variables: ReadonlyMap<string, Variable>
  /** Which memos stand where, by `memoKey`. */
  readonly memos: ReadonlyMap<string, PlacedMemos>
  /** The segments that the project does not have. */
  readonly lost: ReadonlySet<string>
}

/** The memos on one thing, by how a project carries them. */
export interface PlacedMemos {
  /** The text of its `Description`. */
  description?: string
  /** The name that a person gave a selection. */
  name?: string
  /** The GUIDs of its notes. */
  readonly notes: string[]
}

export function memoKey({ type, id }: Memo['on']): string {
  return `${type}:${id ?? ''}`
}

/** Who and when, as attributes; nothing for what a project cannot say. */
export function creation(
  { coders }: WriteContext,
  by: string,
  at: string,
): { creatingUser?: string; creationDateTime?: string } {
  const time = timeAttribute(at)
  return {
    ...(coders.has(by) ? { creatingUser: guidOf('coder', by) } : {}),
    ...(time === undefined ? {} : { creationDateTime: time }),
  }
}

/** Who, as reading the attributes gives it. */
export function readableBy({ coders }: WriteContext, by: string): string {
  return coders.has(by) ? by : importerId
}
