import {
  type Change,
  type ChangeKind,
  type ChangeOf,
  changeSchema,
  type Language,
  type Memo,
  type Problem,
  unknownTime,
} from '@codeerbank/core'
import { type GuidType, normaliseGuid } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { ReadNote } from './read-notes.ts'
import type { Supplement } from './read-supplement.ts'
import { importerId, isXsdTime } from './refi-names.ts'
import { withRemainder } from './remainder.ts'
import type { SupplementType } from './supplement-lines.ts'

/** What the readers of the parts of a project share. */
export interface ReadContext {
  readonly language: Language
  readonly list: NotCarriedList
  readonly problems: Problem[]
  readonly supplement: Supplement
  readonly file: string | undefined
  /** The ids that a study to be updated has for GUIDs. */
  readonly known: (type: GuidType, guid: string) => string | undefined
  readonly notes: ReadonlyMap<string, ReadNote>
  /** Where each note stands; filled as things are read. */
  readonly notePlaces: Map<string, Memo['on'][]>
  /** Notes that became something else than a memo. */
  readonly usedNotes: Set<string>
  /** The ids of the users named. */
  readonly coders: Map<string, string>
  /** How many times had no zone. */
  zoneless: number
}

/** The id of a thing: the one that the study to be updated has, the one it had when it was written here, or its GUID. */
export function idOf({ known, supplement }: ReadContext, type: GuidType, guid: string): string {
  return known(type, guid) ?? supplement.of(type, guid)?.id ?? guid
}

export function problem(
  { problems, file }: ReadContext,
  code: string,
  message: string,
  line: number | undefined,
  severity: Problem['severity'] = 'error',
): void {
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
  problems.push({ code, severity, message, place })
}

/** A time of a project with its zone: UTC where it has none. */
export function timeOf(context: ReadContext, text: string | undefined): string {
  if (text === undefined) return unknownTime
  const time = text.trim()
  if (isXsdTime(time)) return time
  if (!isXsdTime(`${time}Z`)) return unknownTime
  context.zoneless += 1
  return `${time}Z`
}

/** Who made something: the user named, or the reader. */
export function byOf(context: ReadContext, user: string | undefined): string {
  const guid = normaliseGuid(user)
  return (guid === null ? undefined : context.coders.get(guid)) ?? importerId
}

/** Notes where the notes on a thing stand. */
export function placeNotes({ notePlaces }: ReadContext, notes: readonly string[], on: Memo['on']): void {
  for (const note of notes) {
    const places = notePlaces.get(note)
    if (places === undefined) notePlaces.set(note, [on])
    else places.push(on)
  }
}

/** A change with some content, checked; `null` where it has not the shape. */
export function checkedChange<K extends ChangeKind>(kind: K, content: object): ChangeOf<K> | null {
  const { success, data } = changeSchema.safeParse({
    id: 'checked',
    at: unknownTime,
    by: importerId,
    kind,
    ...content,
  })
  return success && isKind(data, kind) ? data : null
}

function isKind<K extends ChangeKind>(change: Change, kind: K): change is ChangeOf<K> {
  return change.kind === kind
}

/**
 * A thing as its elements and the supplement give it.
 *
 * @param check gives the thing where it has the right shape
 */
export function settle<T extends object>(
  context: ReadContext,
  type: GuidType,
  guid: string,
  plain: T,
  check: (whole: Record<string, unknown>) => T | null | undefined,
): T {
  const rest = context.supplement.of(type, guid)?.rest
  if (rest === undefined || rest === null) return plain
  const whole = check(withRemainder(plain, rest))
  if (whole !== null && whole !== undefined) return whole
  context.list.add('supplement-details', guid)
  return plain
}

/** Things in the order that the supplement has them in; those that it does not name come last. */
export function inOrder<T extends { readonly id: string }>(
  { supplement }: ReadContext,
  type: SupplementType,
  items: readonly T[],
): T[] {
  const listed = supplement.all(type)
  if (listed.length === 0) return [...items]
  const ranks = new Map(listed.map(({ id, rank }) => [id, rank]))
  const rankOf = ({ id }: T) => ranks.get(id) ?? Number.POSITIVE_INFINITY
  const ranked = items.map(item => ({ item, rank: rankOf(item) }))
  if (ranked.every(({ rank }, i) => i === 0 || rank >= ranked[i - 1]!.rank)) return [...items]
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ item }) => item)
}
