import type { Change } from '../change.ts'
import { type ChangeEffect, effectsOf } from './change-effects.ts'
import type { Conflict, Unseen } from './history.ts'

interface Found extends ChangeEffect {
  readonly change: Change
}

/** What cannot both hold of two lists of changes that were made apart. */
export interface FoundConflicts {
  readonly conflicts: readonly Conflict[]
  readonly unseen: readonly Unseen[]
}

/**
 * Finds what cannot both hold: an aspect of a thing that both gave another value, a thing that one ended while the other changed it, ended
 * it otherwise or rested on it. A coding with a code that the other merged is none: it goes where the code went. Takes time in
 * proportion to the changes and what is found.
 */
export function findConflicts(ours: readonly Change[], theirs: readonly Change[]): FoundConflicts {
  const byThing = new Map<string, Found[]>()
  for (const change of ours)
    for (const effect of effectsOf(change)) {
      const found = byThing.get(effect.thing)
      if (found === undefined) byThing.set(effect.thing, [{ ...effect, change }])
      else found.push({ ...effect, change })
    }
  const meetings = new Map<string, { readonly ours: Found[]; readonly theirs: Found[] }>()
  for (const change of theirs)
    for (const effect of effectsOf(change)) {
      const own = byThing.get(effect.thing)
      if (own === undefined) continue
      const met = meetings.get(effect.thing)
      if (met === undefined) meetings.set(effect.thing, { ours: own, theirs: [{ ...effect, change }] })
      else met.theirs.push({ ...effect, change })
    }
  const conflicts = new Map<string, Set<string>>()
  const unseen: Unseen[] = []
  for (const [thing, met] of meetings) {
    meet(thing, met.ours, met.theirs)
    meet(thing, met.theirs, met.ours)
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
        for (const opposite of inUse) if (!follows(effect, opposite)) note(`${thing} end`, effect, opposite)
      if (effect.does === 'set' && effect.aspect === 'definition')
        for (const { does, aspect, change } of inUse)
          if (does === 'use' && (aspect === 'coding' || aspect === 'screening'))
            unseen.push({ change: change.id, redefinition: effect.change.id })
    }
  }

  function note(about: string, { change: one }: Found, { change: other }: Found): void {
    // The same change may do two things to a thing; with itself it is at one.
    if (one.id === other.id) return
    const known = conflicts.get(about) ?? new Set()
    conflicts.set(about, known.add(one.id).add(other.id))
  }
}

/** Whether what rests on a thing goes along where the thing goes. */
function follows(ended: Found, { does, aspect }: Found): boolean {
  return (
    ended.change.kind === 'merge-codes' && does === 'use' && (aspect === 'coding' || aspect === 'merging')
  )
}
