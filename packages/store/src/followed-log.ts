import type { Change, Study } from '@codeerbank/core'
import { type Batches, effectiveChanges, followEntry } from './batches.ts'
import type { Driver, Statements } from './driver.ts'
import { type StudyEntry, settles, studyOfLog } from './history-of-log.ts'
import type { LoadedStudy } from './load-study.ts'
import type { LogEntry } from './log-entry.ts'
import { readBatch } from './read-batch.ts'
import { type LogHead, readLog } from './read-log.ts'
import { workingStudy } from './working-study.ts'

/** A study that follows its log, entry by entry. */
export interface FollowedLog {
  readonly study: Study
  readonly head: LogHead
  readonly batches: Batches
  /** Takes in what was appended since; gives it. */
  catchUp(statements: Statements): Promise<readonly LogEntry[]>
  /** Puts changes on the study that are the next batch of the log. Throws StudyError where one does not fit. */
  tryChanges(statements: Statements, changes: readonly Change[]): Promise<void>
  /** Takes a study that is what the next batch of the log makes. */
  tryStudy(study: Study): void
  /** Takes a batch out of the study, or puts it in again, as the next entry of the log does. */
  tryTurn(statements: Statements, action: 'undo' | 'redo', target: number): Promise<void>
  /** What was tried is in the log now. */
  accept(head: LogHead, entry: Pick<LogEntry, 'action' | 'target'>): void
  /** What was tried did not come into the log. */
  reject(): void
}

/** Follows a log from where it was read to. */
export function followLog(driver: Pick<Driver, 'location' | 'study'>, loaded: LoadedStudy): FollowedLog {
  const { batches } = loaded
  let { head } = loaded
  let working = workingStudy(loaded.study)
  /** What the study was before what is tried now. */
  let before: (() => void) | null = null

  /** Goes through the whole log again, with what comes next. */
  const again = async (statements: Statements, until: number, next: readonly StudyEntry[]) => {
    const entries = (await readLog(statements, driver)).filter(({ seq }) => seq <= until)
    working = workingStudy(studyOfLog([...entries, ...next]))
  }

  const turn = async (statements: Statements, action: 'undo' | 'redo', target: number): Promise<void> => {
    if (action === 'redo') {
      working.apply(target, await readBatch(statements, driver, target))
      return
    }
    if (working.takeBack(target)) return
    await again(statements, head.seq, [{ action, target, batch: head.seq + 1 }])
  }

  return {
    get study() {
      return working.study
    },
    get head() {
      return head
    },
    batches,
    async catchUp(statements) {
      const missing = await readLog(statements, driver, { after: head })
      for (const part of batchesIn(missing)) {
        const { seq, hash, batch, action, target } = part.at(-1)!
        const changes = action === 'apply' ? effectiveChanges(part) : []
        if (action === 'merge' || settles(changes)) await again(statements, seq, [])
        else if (action === 'apply') working.apply(batch, changes)
        else await turn(statements, action, target!)
        for (const entry of part) followEntry(batches, entry)
        head = { seq, hash }
      }
      return missing
    },
    async tryChanges(statements, changes) {
      const batch = head.seq + 1
      if (settles(changes)) {
        const study = working.study
        before = () => {
          working = workingStudy(study)
        }
        await again(
          statements,
          head.seq,
          changes.map(change => ({ action: 'apply', batch, change })),
        )
        return
      }
      working.apply(batch, changes)
      before = () => working.takeBack(batch)
    },
    tryStudy(next) {
      const study = working.study
      before = () => {
        working = workingStudy(study)
      }
      working = workingStudy(next)
    },
    async tryTurn(statements, action, target) {
      const study = working.study
      before = () => {
        working = workingStudy(study)
      }
      await turn(statements, action, target)
    },
    accept(next, entry) {
      followEntry(batches, { ...entry, batch: head.seq + 1 })
      head = next
      before = null
    },
    reject() {
      before?.()
      before = null
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
