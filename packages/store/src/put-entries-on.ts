import type { Change } from '@codeerbank/core'
import { batchesOf, followEntry, noBatches } from './batches.ts'
import { settles } from './history-of-log.ts'
import type { LogEntry } from './log-entry.ts'
import type { WorkingStudy } from './working-study.ts'

/**
 * Puts the entries that follow in the log on a study.
 *
 * @param readBatch reads the changes of a batch that stands before the entries, and is done again in them
 * @returns `false`, and the study is as it was, where an entry reaches back to before the study
 */
export async function putEntriesOn(
  working: WorkingStudy,
  entries: readonly LogEntry[],
  readBatch: (batch: number) => Promise<readonly Change[]>,
): Promise<boolean> {
  if (reachBack(entries)) return false
  const { batches, changes } = batchesOf(entries)
  const parts: (readonly Change[])[] = []
  for (const batch of batches.done) parts.push(changes.get(batch) ?? (await readBatch(batch)))
  if (parts.some(settles)) return false
  const last = entries.at(-1)?.seq ?? 0
  for (const [i, batch] of batches.done.entries()) {
    // What comes next was applied when all before it held: up to there the log makes the study as it is now.
    const next = batches.done[i + 1]
    working.apply(batch, parts[i]!, next === undefined ? last : next - 1)
  }
  return true
}

/** Whether a batch is undone that stands before them, something is taken in from a copy, or it is settled which of earlier changes holds. */
function reachBack(entries: readonly LogEntry[]): boolean {
  const batches = noBatches()
  for (const entry of entries) {
    const { action, target, change } = entry
    if (action === 'merge' || (change !== undefined && settles([change]))) return true
    if (action === 'undo' && batches.done.at(-1) !== target) return true
    followEntry(batches, entry)
  }
  return false
}
