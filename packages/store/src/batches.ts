import type { Change } from '@codeerbank/core'
import { entryOf, type LogEntry, type LogRow } from './log-entry.ts'

/** Which batches of a log hold: those in effect, and those that were undone and can be done again. */
export interface Batches {
  /** In effect, the last applied at the end. */
  readonly done: number[]
  /** Undone, the next to be done again at the end; a new change empties it. */
  readonly undone: number[]
}

export function noBatches(): Batches {
  return { done: [], undone: [] }
}

/** Follows a log by one entry. */
export function followEntry(
  { done, undone }: Batches,
  { action, batch, target }: Pick<LogEntry, 'action' | 'batch' | 'target'>,
): void {
  if (action === 'apply') {
    if (done.at(-1) === batch) return
    done.push(batch)
    undone.length = 0
  } else if (action === 'merge') {
    // What was done apart is not undone, nor what was done here before it: each of the two may rest on the other.
    done.length = 0
    undone.length = 0
  } else if (action === 'undo') move(target!, done, undone)
  else move(target!, undone, done)
}

/** The same for an entry as it is kept; of a change nothing is read. */
export function followRow(batches: Batches, row: LogRow): void {
  followEntry(batches, row.action === 'apply' ? row : entryOf(row))
}

function move(batch: number, from: number[], to: number[]): void {
  const at = from.lastIndexOf(batch)
  if (at !== -1) from.splice(at, 1)
  to.push(batch)
}

/** The batches that hold after all that is in a log, and the changes of each that is in it. */
export function batchesOf(entries: Iterable<Pick<LogEntry, 'action' | 'batch' | 'target' | 'change'>>): {
  readonly batches: Batches
  readonly changes: ReadonlyMap<number, readonly Change[]>
} {
  const batches = noBatches()
  const changes = new Map<number, Change[]>()
  for (const entry of entries) {
    followEntry(batches, entry)
    if (entry.change === undefined) continue
    const own = changes.get(entry.batch)
    if (own === undefined) changes.set(entry.batch, [entry.change])
    else own.push(entry.change)
  }
  return { batches, changes }
}

/** The changes that hold after all that is in a log, in order. */
export function effectiveChanges(
  entries: Iterable<Pick<LogEntry, 'action' | 'batch' | 'target' | 'change'>>,
): readonly Change[] {
  const { batches, changes } = batchesOf(entries)
  return batches.done.flatMap(batch => changes.get(batch) ?? [])
}
