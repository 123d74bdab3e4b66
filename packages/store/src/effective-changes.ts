import type { Change } from '@codeerbank/core'
import type { LogEntry } from './log-entry.ts'

/** The batches of a log that hold, in order, and what can be undone and done again from here. */
export interface Batches {
  readonly changes: ReadonlyMap<number, readonly Change[]>
  /** Batches that are in effect, the last applied at the end. */
  readonly done: readonly number[]
  /** Batches that were undone and can be done again, the next at the end; a new change empties it. */
  readonly undone: readonly number[]
}

/** Follows a log: what is applied, what is undone, what is done again. */
export function batchesOf(entries: readonly LogEntry[]): Batches {
  const changes = new Map<number, Change[]>()
  const done: number[] = []
  const undone: number[] = []
  for (const { batch, action, change, target } of entries)
    if (action === 'apply') {
      const own = changes.get(batch)
      if (own === undefined) {
        changes.set(batch, [change!])
        done.push(batch)
        undone.length = 0
      } else own.push(change!)
    } else if (action === 'undo') {
      const at = done.lastIndexOf(target!)
      if (at !== -1) done.splice(at, 1)
      undone.push(target!)
    } else {
      const at = undone.lastIndexOf(target!)
      if (at !== -1) undone.splice(at, 1)
      done.push(target!)
    }
  return { changes, done, undone }
}

/** The changes that hold after all that is in a log, in order. */
export function effectiveChanges(entries: readonly LogEntry[]): readonly Change[] {
  const { changes, done } = batchesOf(entries)
  return done.flatMap(batch => changes.get(batch) ?? [])
}
