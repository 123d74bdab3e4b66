import type { Change, Study } from '@codeerbank/core'
import type { Appended } from './append-entries.ts'
import { type Batches, effectiveChanges, followEntry } from './batches.ts'
import type { Driver, Statements } from './driver.ts'
import { type StudyEntry, settles, studyOfLog } from './history-of-log.ts'
import type { LoadedStudy } from './load-study.ts'
import type { LogEntry } from './log-entry.ts'
import { readBatch } from './read-batch.ts'
import { type LogHead, readLog } from './read-log.ts'
import { studyUpTo } from './study-up-to.ts'
import { type PlacedStudy, workingStudy } from './working-study.ts'

/** A study that follows its log, entry by entry. */
export interface FollowedLog {
  readonly study: Study
  readonly head: LogHead
  readonly batches: Batches
  /** Up to which entry there is a snapshot on which what came after it rests; 0 for none. */
  readonly snapshot: number
  /** Takes in what was appended since; gives it. */
  catchUp(statements: Statements): Promise<readonly LogEntry[]>
  /** Puts changes on the study that are the next batch of the log. Throws StudyError where one does not fit. */
  tryChanges(statements: Statements, changes: readonly Change[]): Promise<void>
  /** Takes a study that is what the next entries of the log make, and how many these are. */
  tryStudy(study: Study, size: number): void
  /** Takes a batch out of the study, or puts it in again, as the next entry of the log does. */
  tryTurn(statements: Statements, action: 'undo' | 'redo', target: number): Promise<void>
  /** What was tried is in the log now. */
  accept(head: LogHead, appended: Appended): void
  /** What was tried did not come into the log. */
  reject(): void
  /** The study up to an entry, in no more time than what was done since a known state takes, where there is one. */
  upTo(statements: Statements, seq: number): Promise<Study>
  /** A state to take a snapshot of: one that what was done last can be taken back from, where there is one. */
  lately(): PlacedStudy
}

/** How many entries, and which part of all, a snapshot may lie behind, so that undoing the last of them needs no more than it. */
const mostBehind = 2_000
const partBehind = 1 / 10

/** Follows a log from where it was read to. */
export function followLog(
  driver: Pick<Driver, 'location' | 'study' | 'readOnly'>,
  loaded: LoadedStudy,
): FollowedLog {
  const { batches } = loaded
  let { head, working, snapshot } = loaded
  /** What the study was before what is tried now. */
  let before: (() => void) | null = null

  /** The study of the whole log, with what comes next. */
  const again = async (statements: Statements, until: number, next: readonly StudyEntry[]) => {
    const entries = await readLog(statements, driver, { until })
    return workingStudy({ study: studyOfLog([...entries, ...next]), end: until + next.length })
  }
  const turn = async (
    statements: Statements,
    { action, target, batch }: Pick<LogEntry, 'batch'> & { action: 'undo' | 'redo'; target: number },
  ): Promise<void> => {
    if (action === 'redo') {
      const changes = await readBatch(statements, driver, target)
      if (settles(changes)) working = await again(statements, head.seq, [{ action, target, batch }])
      else working.apply(target, changes, batch)
    } else if (!working.takeBack(target))
      // It is the last in effect: what came after it was undone, so that the study is again what it was before it.
      working = await studyUpTo(statements, driver, target - 1, working)
  }
  /** A snapshot that has what was undone, or on which what was taken in does not rest, is of no more use. */
  const follow = (entry: Pick<LogEntry, 'action' | 'batch' | 'target'>, reachesBack: boolean) => {
    followEntry(batches, entry)
    if (reachesBack || (entry.action === 'undo' && entry.target! <= snapshot)) snapshot = 0
  }

  return {
    get study() {
      return working.study
    },
    get head() {
      return head
    },
    get snapshot() {
      return snapshot
    },
    batches,
    async catchUp(statements) {
      const missing = await readLog(statements, driver, { after: head })
      for (const part of batchesIn(missing)) {
        const { seq, hash, batch, action, target } = part.at(-1)!
        const changes = action === 'apply' ? effectiveChanges(part) : []
        const reachesBack = action === 'merge' || settles(changes)
        if (reachesBack) working = await again(statements, seq, [])
        else if (action === 'apply') working.apply(batch, changes, seq)
        else await turn(statements, { action, target: target!, batch })
        for (const entry of part) follow(entry, reachesBack)
        head = { seq, hash }
      }
      return missing
    },
    async tryChanges(statements, changes) {
      const batch = head.seq + 1
      if (settles(changes)) {
        const former = working
        before = () => {
          working = former
        }
        working = await again(
          statements,
          head.seq,
          changes.map(change => ({ action: 'apply', batch, change })),
        )
        return
      }
      working.apply(batch, changes, head.seq + changes.length)
      before = () => working.takeBack(batch)
    },
    tryStudy(study, size) {
      const former = working
      before = () => {
        working = former
      }
      working = workingStudy({ study, end: head.seq + size })
    },
    async tryTurn(statements, action, target) {
      const former = working
      const { study } = former
      before = () => {
        working = former === working ? workingStudy({ study, end: head.seq }) : former
      }
      await turn(statements, { action, target, batch: head.seq + 1 })
    },
    accept(next, appended) {
      const { action } = appended
      follow(
        { action, batch: head.seq + 1, ...('target' in appended ? { target: appended.target } : {}) },
        action === 'merge' || (action === 'apply' && settles(appended.changes)),
      )
      head = next
      before = null
    },
    reject() {
      before?.()
      before = null
    },
    async upTo(statements, seq) {
      return seq === head.seq ? working.study : (await studyUpTo(statements, driver, seq, working)).study
    },
    lately() {
      const { study } = working
      const most = Math.min(mostBehind, Math.floor(head.seq * partBehind))
      return working.stateFrom(head.seq - most) ?? { study, end: head.seq }
    },
  }
}

/** Entries by the batch that they are of, in order. */
function* batchesIn(entries: readonly LogEntry[]): Generator<readonly LogEntry[]> {
  let from = 0
  for (let at = 1; at <= entries.length; at++)
    if (at === entries.length || entries[at]!.batch !== entries[from]!.batch) {
      yield entries.slice(from, at)
      from = at
    }
}
