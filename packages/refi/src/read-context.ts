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
import { type GuidType, guidOf } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import type { ReadNote } from './read-notes.ts'
import type { Supplement, SupplementItem } from './read-supplement.ts'
import { importerId, isXsdTime } from './refi-names.ts'
import { type Remainder, withRemainder } from './remainder.ts'
import type { SupplementType } from './supplement-lines.ts'

interface ReadTime {
  readonly time: string
  readonly zoneless: boolean
  readonly malformed: boolean
}

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
  /** Notes that stand on a stretch of a source. */
  readonly placedNotes: Set<string>
  /** The ids of the users named. */
  readonly coders: Map<string, string>
  /** The times that were read, so that those which stand in many places are kept once. */
  readonly times: Map<string, ReadTime>
  /** The lines of the selections that begin or end within a word. */
  readonly halfWords: number[]
  /** How many times had no zone. */
  zoneless: number
  /** How many times could not be read. */
  malformedTimes: number
}

/** The id of a thing: the one that the study to be updated has, the one it had when it was written here, or its GUID. */
export function idOf(context: ReadContext, type: GuidType, guid: string): string {
  return context.known(type, guid) ?? context.supplement.of(type, guid)?.id ?? guid
}

/**
 * The id of a thing that may have been made from what the thing is.
 *
 * @param told what the supplement says of the thing
 * @param derived the id that it would have been given
 */
export function derivedIdOf(
  { known }: ReadContext,
  type: GuidType,
  guid: string,
  told: SupplementItem | undefined,
  derived: string,
): string {
  const id = known(type, guid) ?? told?.id
  if (id !== undefined) return id
  // Only a version 5 UUID can have been made of a readable id.
  return guid[14] === '5' && guidOf(type, derived) === guid ? derived : guid
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
  let time = context.times.get(text)
  if (time === undefined) {
    time = timeWithZone(text.trim())
    context.times.set(text, time)
  }
  if (time.zoneless) context.zoneless += 1
  if (time.malformed) context.malformedTimes += 1
  return time.time
}

function timeWithZone(time: string): ReadTime {
  // What .NET writes where it has no time.
  if (/^0001-01-01/.test(time) || time === '') return { time: unknownTime, zoneless: false, malformed: false }
  if (isXsdTime(time)) return { time, zoneless: false, malformed: false }
  const whole = wholeTime(time)
  if (isXsdTime(whole)) return { time: whole, zoneless: false, malformed: false }
  const zoneless = isXsdTime(`${whole}Z`)
  return { time: zoneless ? `${whole}Z` : unknownTime, zoneless, malformed: !zoneless }
}

/** A time that begins with its year, with all that `xsd:dateTime` has, but for a zone that is not there. */
function wholeTime(time: string): string {
  const [, day, clock = '00:00', seconds = ':00', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:[T _](\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(z|[+-]\d\d:?\d\d)?)?$/i.exec(time) ?? []
  if (day === undefined) return time
  return `${day}T${clock}${seconds}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`
}

/** Who made something: the user named, or the reader. */
export function byOf(context: ReadContext, user: string | null): string {
  return (user === null ? undefined : context.coders.get(user)) ?? importerId
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
  const told = context.supplement.of(type, guid)
  return told === undefined || told.rest === null ? plain : settleRest(context, guid, plain, told.rest, check)
}

/** A thing as its elements and what the supplement says of it give it. */
export function settleRest<T extends object>(
  context: ReadContext,
  guid: string,
  plain: T,
  rest: Remainder,
  check: (whole: Record<string, unknown>) => T | null | undefined,
): T {
  const whole = check(withRemainder(plain, rest))
  if (whole !== null && whole !== undefined) return whole
  context.list.add('supplement-details', guid)
  return plain
}

/** Things in the order that the supplement has them in; those that it does not name come last. */
export function inOrder<T>(
  { supplement }: ReadContext,
  type: SupplementType,
  items: readonly T[],
  idOf: (item: T) => string,
): T[] {
  if (!supplement.ordered(type)) return [...items]
  const ranks = new Map(supplement.all(type).map(({ id, rank }) => [id, rank]))
  const rankOf = (item: T) => ranks.get(idOf(item)) ?? Number.POSITIVE_INFINITY
  const ranked = items.map(item => ({ item, rank: rankOf(item) }))
  if (ranked.every(({ rank }, i) => i === 0 || rank >= ranked[i - 1]!.rank)) return [...items]
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ item }) => item)
}
