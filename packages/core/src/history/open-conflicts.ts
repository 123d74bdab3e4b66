import type { Change } from '../change.ts'
import type { History } from './history.ts'
import { isMeeting } from './met-before.ts'
import { changesInEffect, settlementsOf } from './study-of-history.ts'

/** A conflict that nobody settled yet. */
export interface OpenConflict {
  /** The thing and the aspect, `code:sturing label`. */
  readonly about: string
  /** The changes that cannot all hold, in the order of the history. */
  readonly changes: readonly Change[]
}

/** The conflicts of a history that stand: at least two of their changes are in effect, and no settlement names them all. */
export function openConflicts({ events, conflicts }: History): readonly OpenConflict[] {
  const standing = changesInEffect(events)
  const places = new Map(standing.map((change, place) => [change.id, place]))
  const settlements = settlementsOf(standing)
  return conflicts.flatMap(conflict => {
    if (isMeeting(conflict)) return []
    const { about, changes: ids } = conflict
    const settled = new Set(settlements.get(about)?.changes)
    const there = ids.flatMap(id => places.get(id) ?? []).sort((a, b) => a - b)
    if (there.length < 2 || ids.every(id => settled.has(id) || !places.has(id))) return []
    return [{ about, changes: there.map(place => standing[place]!) }]
  })
}
