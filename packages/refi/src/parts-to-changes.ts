import { type Change, labelText, unknownTime } from '@codeerbank/core'
import type { ProjectParts } from './project-parts.ts'
import { importerId } from './refi-names.ts'

/** A change that has no id yet. */
export type ChangeBody = Change extends infer C ? (C extends Change ? Omit<C, 'id'> : never) : never

const made = { by: importerId, at: unknownTime } as const

/** The changes that make a study of what a project holds, in an order in which each finds what it names. */
export function* partsToChanges(parts: ProjectParts): Generator<ChangeBody> {
  const { title, language } = parts
  if (labelText(title, language) !== '') yield { kind: 'describe-study', title, language, ...made }
  for (const coder of parts.coders) yield { kind: 'add-coder', coder, ...made }
  for (const variable of parts.variables) yield { kind: 'add-variable', variable, ...made }
  for (const each of parts.cases) yield { kind: 'add-case', case: each, ...made }
  for (const participant of parts.participants) yield { kind: 'add-participant', participant, ...made }
  for (const { retired: _, ...code } of parts.codes) yield { kind: 'add-code', code, ...made }
  for (const { item, by, at } of parts.sources) yield { kind: 'add-source', source: item, by, at }
  for (const { by, at, ...segment } of parts.segments) yield { kind: 'add-segment', segment, by, at }
  for (const { coder, at, ...coding } of parts.codings) yield { kind: 'code-segment', coding, by: coder, at }
  for (const frame of parts.frames) yield { kind: 'set-frame', frame, ...made }
  for (const { by, at, ...memo } of parts.memos) yield { kind: 'write-memo', memo, by, at }
  for (const { id: _, ...change } of parts.others) yield change
  // A retired code takes no new codings: it is retired once it has those that it had.
  for (const { id, retired } of parts.codes)
    if (retired === true) yield { kind: 'retire-code', code: id, ...made }
  if (parts.frozen !== undefined) yield { kind: 'freeze-codebook', ...parts.frozen }
}
