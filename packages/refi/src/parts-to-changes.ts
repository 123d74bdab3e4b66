import { type Change, unknownTime } from '@codeerbank/core'
import type { ProjectParts } from './project-parts.ts'
import { importerId } from './refi-names.ts'

/** A change that has no id yet. */
export type ChangeBody = Change extends infer C ? (C extends Change ? Omit<C, 'id'> : never) : never

const made = { by: importerId, at: unknownTime } as const

/**
 * The changes that make a study of what a project holds, in an order in which each finds what it names.
 *
 * @param idAt the id of the first change, the second and so on
 */
export function* partsToChanges(parts: ProjectParts, idAt: (place: number) => string): Generator<Change> {
  const { title, language } = parts
  let place = 0
  const next = () => {
    place += 1
    return { id: idAt(place) }
  }
  const own = () => ({ ...next(), ...made })
  if (Object.keys(title).length > 0) yield { kind: 'describe-study', title, language, ...own() }
  for (const coder of parts.coders) yield { kind: 'add-coder', coder, ...own() }
  for (const variable of parts.variables) yield { kind: 'add-variable', variable, ...own() }
  for (const each of parts.cases) yield { kind: 'add-case', case: each, ...own() }
  for (const participant of parts.participants) yield { kind: 'add-participant', participant, ...own() }
  for (const { retired: _, ...code } of parts.codes) yield { kind: 'add-code', code, ...own() }
  for (const { item, by, at } of parts.sources) yield { kind: 'add-source', source: item, by, at, ...next() }
  for (const { by, at, ...segment } of parts.segments)
    yield { kind: 'add-segment', segment, by, at, ...next() }
  for (const { item, by, at } of parts.codings)
    yield { kind: 'code-segment', coding: item, by, at, id: next().id }
  for (const frame of parts.frames) yield { kind: 'set-frame', frame, ...own() }
  for (const { by, at, ...memo } of parts.memos) yield { kind: 'write-memo', memo, by, at, ...next() }
  for (const { id: _, ...change } of parts.others) yield { ...change, ...next() }
  // A retired code takes no new codings: it is retired once it has those that it had.
  for (const { id, retired } of parts.codes)
    if (retired === true) yield { kind: 'retire-code', code: id, ...own() }
  if (parts.frozen !== undefined) yield { kind: 'freeze-codebook', ...parts.frozen, ...next() }
}
