import {
  type Change,
  type Conflict,
  type History,
  type HistoryEvent,
  historyOf,
  replay,
  type Study,
  type StudyOfHistory,
  studyOfHistory,
  type Unseen,
} from '@codeerbank/core'
import { effectiveChanges } from './batches.ts'
import type { LogEntry, MergedPart } from './log-entry.ts'

/** What a study is made of. */
export type StudyEntry = Pick<LogEntry, 'action' | 'batch' | 'target' | 'change' | 'merged'> & {
  readonly hash?: string
}

/** The study that a log makes. Throws StudyError where a change does not fit and nothing was ever taken in from a copy. */
export function studyOfLog(entries: readonly StudyEntry[]): Study {
  return isMerged(entries) ? studyOfHistory(historyOfLog(entries)).study : replay(effectiveChanges(entries))
}

/** The same, with what does not fit. */
export function studyAndFaults(entries: readonly StudyEntry[]): StudyOfHistory {
  return studyOfHistory(historyOfLog(entries))
}

/** Whether something was taken in from a copy. */
export function isMerged(entries: readonly StudyEntry[]): boolean {
  return entries.some(({ action }) => action === 'merge')
}

/**
 * A log as a history that can be joined with another one. A clock goes on by one with every entry; what was taken in keeps the
 * clock that it had.
 */
export function historyOfLog(entries: readonly StudyEntry[]): History {
  const events: HistoryEvent[] = []
  const conflicts: Conflict[] = []
  const unseen: Unseen[] = []
  const batches = new Map<number, string[]>()
  let clock = 0
  for (const { action, batch, target, change, merged, hash = 'next' } of entries)
    if (merged !== undefined) {
      if ('conflict' in merged) conflicts.push(merged.conflict)
      else if ('unseen' in merged) unseen.push(merged.unseen)
      else {
        clock = Math.max(clock, merged.event.clock)
        events.push(merged.event)
      }
    } else if (action === 'apply' && change !== undefined) {
      clock += 1
      events.push({ clock, change })
      const own = batches.get(batch)
      if (own === undefined) batches.set(batch, [change.id])
      else own.push(change.id)
    } else if (action === 'undo' || action === 'redo') {
      clock += 1
      events.push({ clock, id: hash, turn: action, changes: batches.get(target ?? 0) ?? [] })
    }
  return historyOf({ events, conflicts, unseen })
}

/** What another history has that this one has not: each a part to take in. */
export function partsToTakeIn(own: History, joined: History): readonly MergedPart[] {
  const known = new Map<string, number>()
  for (const event of own.events) known.set(contentOf(event), event.clock)
  const conflicts = new Set(own.conflicts.map(each => JSON.stringify(each)))
  const unseen = new Set(own.unseen.map(each => JSON.stringify(each)))
  return [
    ...joined.events.filter(event => known.get(contentOf(event)) !== event.clock).map(event => ({ event })),
    ...joined.conflicts.filter(each => !conflicts.has(JSON.stringify(each))).map(conflict => ({ conflict })),
    ...joined.unseen.filter(each => !unseen.has(JSON.stringify(each))).map(each => ({ unseen: each })),
  ]
}

/** What an event says, in whatever order its parts stand: those of a copy that has but some are put together in an order of their own. */
function contentOf(event: HistoryEvent): string {
  if (!('change' in event)) return JSON.stringify([event.id, [...event.changes].sort()])
  const { change } = event
  if (change.kind === 'correct-source') return JSON.stringify({ ...change, moves: inOneOrder(change.moves) })
  if (change.kind === 'split-code') return JSON.stringify({ ...change, assign: inOneOrder(change.assign) })
  return JSON.stringify(change)
}

function inOneOrder(parts: readonly object[]): readonly string[] {
  return parts.map(part => JSON.stringify(part)).sort()
}

/** Whether one of the changes says which of earlier changes hold, so that the whole history has to be gone through again. */
export function settles(changes: readonly Change[]): boolean {
  return changes.some(({ kind }) => kind === 'settle-conflict')
}
