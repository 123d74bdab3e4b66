import type { Change } from '../change.ts'
import { type ChangeEffect, effectsOf, resting } from './change-effects.ts'
import type { Conflict, Unseen } from './history.ts'
import { standingOf } from './standing-of.ts'

interface Found extends ChangeEffect {
  readonly change: Change
}

/** What cannot both hold of two lists of changes that were made apart. */
export interface FoundConflicts {
  readonly conflicts: readonly Conflict[]
  readonly unseen: readonly Unseen[]
}

export interface FindConflictsOptions {
  /** What was made before or beside them: it tells in which source the segments stand that one marked, coded or removed. */
  readonly beside?: Iterable<Change>
  /** Whether two changes were not made apart after all, by their ids. */
  readonly met?: (one: string, other: string) => boolean
}

/**
 * Finds what cannot both hold: an aspect of a thing that both gave another value, a thing that one ended while the other changed it, ended
 * it otherwise or rested on it. A coding with a code that the other merged is none: it goes where the code went. Takes time in
 * proportion to the changes and what is found.
 */
export function findConflicts(
  ours: readonly Change[],
  theirs: readonly Change[],
  { beside = [], met }: FindConflictsOptions = {},
): FoundConflicts {
  const standing = standingOf([ours, theirs], beside)
  const byThing = new Map<string, Found[]>()
  for (const change of ours)
    for (const effect of effectsOf(change, standing)) {
      const found = byThing.get(effect.thing)
      if (found === undefined) byThing.set(effect.thing, [{ ...effect, change }])
      else found.push({ ...effect, change })
    }
  const meetings = new Map<string, { readonly ours: Found[]; readonly theirs: Found[] }>()
  for (const change of theirs)
    for (const effect of effectsOf(change, standing)) {
      const own = byThing.get(effect.thing)
      if (own === undefined) continue
      const meeting = meetings.get(effect.thing)
      if (meeting === undefined) meetings.set(effect.thing, { ours: own, theirs: [{ ...effect, change }] })
      else meeting.theirs.push({ ...effect, change })
    }
  const conflicts = new Map<string, Set<string>>()
  const unseen: Unseen[] = []
  for (const [thing, meeting] of meetings) {
    meet(thing, meeting.ours, meeting.theirs)
    meet(thing, meeting.theirs, meeting.ours)
  }
  return {
    conflicts: Array.from(conflicts, ([about, changes]) => ({ about, changes: [...changes] })),
    unseen,
  }

  /** What the one does against what the other does; called both ways. */
  function meet(thing: string, one: readonly Found[], other: readonly Found[]): void {
    const aspects = Map.groupBy(other, ({ does, aspect }) => `${does} ${aspect}`)
    const inUse = other.filter(({ does }) => does !== 'end')
    for (const effect of one) {
      if (effect.does === 'set' || effect.does === 'end')
        for (const opposite of aspects.get(`${effect.does} ${effect.aspect}`) ?? [])
          if (opposite.value !== effect.value) note(`${thing} ${effect.aspect}`, effect, opposite)
      if (effect.does === 'end')
        for (const opposite of inUse)
          if (!follows(effect, opposite))
            note(`${thing} ${opposite.aspect === resting ? resting : 'end'}`, effect, opposite)
      if (effect.does === 'set')
        for (const opposite of inUse)
          if (takesAway(effect, opposite)) note(`${thing} ${effect.aspect}`, effect, opposite)
      if (effect.does === 'set' && effect.aspect === 'definition')
        for (const { does, aspect, change } of inUse)
          if (does === 'use' && underDefinition.has(aspect) && met?.(effect.change.id, change.id) !== true)
            unseen.push({ change: change.id, redefinition: effect.change.id })
    }
  }

  function note(about: string, { change: one }: Found, { change: other }: Found): void {
    // The same change may do two things to a thing; with itself it is at one.
    if (one.id === other.id || met?.(one.id, other.id) === true) return
    const known = conflicts.get(about) ?? new Set()
    conflicts.set(about, known.add(one.id).add(other.id))
  }
}

/** What is done to a code under the definition that it has. */
const underDefinition: ReadonlySet<string> = new Set(['coding', 'screening', 'merging'])

/** Whether what rests on a thing goes along where the thing goes; not so where two codes are each merged into the other. */
function follows({ change: ended }: Found, { does, aspect, change }: Found): boolean {
  if (ended.kind !== 'merge-codes' || does !== 'use') return false
  if (aspect === 'coding') return true
  return change.kind === 'merge-codes' && !change.codes.includes(ended.into)
}

/** Whether a new place or new rows take away what the other rests on: the words that were coded, or the rows that were judged. */
function takesAway({ change: placed, aspect }: Found, { change, aspect: rests }: Found): boolean {
  if (placed.kind === 'place-segment' || placed.kind === 'correct-source')
    return aspect === 'place' && rests === 'coding'
  if (placed.kind !== 'set-frame' || aspect !== 'rows') return false
  const rows = placed.frame.rows.map(({ id }) => id)
  if (change.kind === 'write-summary') return !rows.includes(change.summary.row)
  if (change.kind !== 'record-judgement') return false
  const first = rows.indexOf(change.judgement.rows[0] ?? '')
  return first === -1 || change.judgement.rows.some((row, i) => rows[first + i] !== row)
}
