import { type Change, emptyStudy, parseChanges, StudyError } from '@codeerbank/core'
import { type Batches, followRow, noBatches } from './batches.ts'
import type { Driver } from './driver.ts'
import { entryOf, type LogEntry, type LogRow } from './log-entry.ts'
import { putEntriesOn } from './put-entries-on.ts'
import { readBatch } from './read-batch.ts'
import { emptyHead, type LogHead, type LogReading, logPages, readLog } from './read-log.ts'
import { findSnapshot, readSnapshot } from './snapshot/snapshots.ts'
import { storeError } from './store-error.ts'
import { studyOfEntries } from './study-of-entries.ts'
import { type WorkingStudy, workingStudy } from './working-study.ts'

/** A study as its log makes it, and where the log stands. */
export interface LoadedStudy {
  readonly working: WorkingStudy
  readonly head: LogHead
  readonly batches: Batches
  /** Up to which entry there is a snapshot on which what came after it rests; 0 for none. */
  readonly snapshot: number
}

/**
 * Reads a study: the whole log is checked against its hashes; what it makes is taken from the snapshot, where there is one,
 * and the entries after it.
 *
 * @throws StudyError `store-damaged`
 */
export async function loadStudy(driver: Driver, onRead?: LogReading['onRead']): Promise<LoadedStudy> {
  // The snapshot first: the log only grows, so that what comes later has the entry at which it was taken.
  const snapshot = await findSnapshot(driver)
  const batches = noBatches()
  const tail: LogEntry[] = []
  let head: LogHead = emptyHead
  let fits = false
  for await (const page of logPages(driver, driver, { onRead }))
    for (const row of page) {
      followRow(batches, row)
      head = { seq: row.seq, hash: row.hash }
      if (row.seq > (snapshot?.at.seq ?? 0)) tail.push(checkedEntry(row, driver.location))
      else if (row.seq === snapshot?.at.seq) fits = row.hash === snapshot.at.hash
    }
  if (snapshot === null) return { working: studyOfEntries(tail, head.seq), head, batches, snapshot: 0 }
  const before = fits ? await readSnapshot(driver, snapshot) : null
  const working = workingStudy({ study: before ?? emptyStudy, end: snapshot.at.seq })
  if (before !== null && (await putEntriesOn(working, tail, batch => readBatch(driver, driver, batch))))
    return { working, head, batches, snapshot: snapshot.at.seq }
  // Others may have appended since.
  const entries = await readLog(driver, driver, { until: head.seq })
  return { working: studyOfEntries(entries, head.seq), head, batches, snapshot: 0 }
}

/** What the hash vouches for was checked when it was written; a look at every hundredth costs next to nothing. */
function checkedEntry(row: LogRow, location: string): LogEntry {
  const entry = entryOf(row)
  if (row.seq % 100 === 1 && entry.change !== undefined && !isChange(entry.change))
    throw storeError(
      'store-damaged',
      `The history is damaged at entry ${row.seq}: it is no change. Take the last backup; what stands before it is sound.`,
      location,
    )
  return entry
}

function isChange(value: Change): boolean {
  try {
    parseChanges([value])
    return true
  } catch (error) {
    if (error instanceof StudyError) return false
    throw error
  }
}
