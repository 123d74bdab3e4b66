import { replay } from '@codeerbank/core'
import { batchesOf } from './batches.ts'
import { isMerged, settles, studyOfLog } from './history-of-log.ts'
import type { LogEntry } from './log-entry.ts'
import { type WorkingStudy, workingStudy } from './working-study.ts'

/** With how many changes the last batches are put on one by one, so that they can be taken back. */
const mostApart = 1_000

/**
 * The study that a log makes, to work on.
 *
 * @param entries from the first on
 * @param end the last of them
 */
export function studyOfEntries(entries: readonly LogEntry[], end: number): WorkingStudy {
  if (isMerged(entries) || entries.some(({ change }) => change !== undefined && settles([change])))
    return workingStudy({ study: studyOfLog(entries), end })
  const { batches, changes } = batchesOf(entries)
  const { done } = batches
  const partOf = (at: number) => changes.get(done[at]!) ?? []
  let first = Math.max(0, done.length - 1)
  for (let size = 0; first > 0; first--) {
    size += partOf(first - 1).length
    if (size > mostApart) break
  }
  // What comes next was applied when all before it held: up to there the log makes the study without it.
  const endOf = (at: number) => (at < done.length ? done[at]! - 1 : end)
  const before = done.slice(0, first).flatMap((_, at) => partOf(at))
  const working = workingStudy({ study: replay(before), end: endOf(first) })
  for (let at = first; at < done.length; at++) working.apply(done[at]!, partOf(at), endOf(at + 1))
  return working
}
