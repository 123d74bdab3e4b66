import { mergeHistories, openConflicts, parseChanges, type Study, studyOfHistory } from '@codeerbank/core'
import { type Appended, appendEntries } from './append-entries.ts'
import { besideOthers } from './beside-others.ts'
import type { Driver, Statements } from './driver.ts'
import { findEntries } from './find-entries.ts'
import { findRepeatedIds, idsGivenTwice, repeatedIds } from './find-repeated-ids.ts'
import { type FollowedLog, followLog } from './followed-log.ts'
import { historyOfLog, partsToTakeIn } from './history-of-log.ts'
import { instantOf } from './instant-of.ts'
import { lastEntryBy } from './last-entry-by.ts'
import { loadStudy } from './load-study.ts'
import type { LogEntry } from './log-entry.ts'
import { missedSince } from './missed-since.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { openDriver } from './open-driver.ts'
import { readLog } from './read-log.ts'
import { searchStudy } from './search/search-study.ts'
import { writeSnapshot } from './snapshot/snapshots.ts'
import { BehindError, type OpenStudyOptions, type StudyStore } from './study-store.ts'

/**
 * Opens a study that is kept in a file or on a server. The history is checked against its hashes on the way.
 *
 * @param location the path of a file, or the address of a database
 * @throws StudyError: `store-missing`, `store-not-a-study`, `store-newer`, `store-locked`, `store-read-only`,
 *   `store-damaged`
 */
export async function openStudy(location: string, options: OpenStudyOptions = {}): Promise<StudyStore> {
  const { create = false, readOnly = false, patience = 5000, by = 'codeerbank' } = options
  if (by === '' || !by.isWellFormed() || by.includes('\0'))
    throw new TypeError('Who undoes and redoes has a name of whole characters, without NUL.')
  const driver = await openDriver(location, { create, readOnly, patience })
  try {
    return await storeOver(driver, options)
  } catch (error) {
    await driver.close()
    throw error
  }
}

async function storeOver(driver: Driver, options: OpenStudyOptions): Promise<StudyStore> {
  const { by = 'codeerbank', now = () => new Date().toISOString(), snapshotAfter = 10_000 } = options
  const loaded = await loadStudy(driver, options.onProgress)
  const log = followLog(driver, loaded)
  const listeners = new Set<(study: Study) => void>()
  const inTurn = oneAtATime()
  let stopListening: (() => void) | null = null
  let closed = false

  const queued = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(() => {
      if (closed) throw closedError()
      return work()
    })
  const announce = () => {
    for (const listener of listeners)
      try {
        listener(log.study)
      } catch (error) {
        // What a listener does wrong is not the fault of the change, which is on disk.
        queueMicrotask(() => {
          throw error
        })
      }
  }
  const refresh = async (): Promise<boolean> => {
    const more = (await log.catchUp(driver)).length > 0
    if (more) announce()
    return more
  }
  /** Appends what is to be appended after what others wrote was taken in, with the log held. */
  const append = async (
    attempt: (statements: Statements, missed: readonly LogEntry[]) => Promise<Appended | null>,
  ): Promise<boolean> => {
    const was = log.head
    try {
      const written = await driver.transaction(async statements => {
        const missed = await log.catchUp(statements)
        const appended = await attempt(statements, missed)
        if (appended === null) return null
        const place = { study: driver.study, head: log.head, by, recorded: timed(now()) }
        return { appended, head: await appendEntries(statements, appended, place) }
      })
      if (written !== null) log.accept(written.head, written.appended)
      return written !== null
    } catch (error) {
      log.reject()
      throw error
    } finally {
      if (log.head !== was) announce()
    }
  }
  const turnBack = (action: 'undo' | 'redo') =>
    queued(async () => {
      const turned = await append(async statements => {
        const target = log.batches[action === 'undo' ? 'done' : 'undone'].at(-1)
        if (target === undefined) return null
        await log.tryTurn(statements, action, target)
        return { action, target }
      })
      return turned ? log.study : null
    })

  return {
    location: driver.location,
    problems: driver.problems,
    get study() {
      if (closed) throw closedError()
      return log.study
    },
    get head() {
      return log.head
    },
    async apply(changes, { expect } = {}) {
      const checked = parseChanges(changes)
      return queued(async () => {
        if (checked.length === 0) return log.head
        try {
          await append(async (statements, missed) => {
            if (expect !== undefined && expect.hash !== log.head.hash)
              throw await missedSince(statements, driver, expect)
            const put = () => log.tryChanges(statements, checked)
            await besideOthers(checked, missed, driver.location, () => log.study, put)
            return { action: 'apply', changes: checked }
          })
          return log.head
        } catch (error) {
          if (error instanceof BehindError && expect !== undefined) throw error
          // Looked for only now: the database takes no id twice, and mostly none comes twice.
          const twice = idsGivenTwice(checked)
          const repeated = twice.length > 0 ? twice : await findRepeatedIds(driver, checked).catch(() => [])
          throw repeated.length > 0 ? repeatedIds(repeated, driver.location) : error
        }
      })
    },
    get next() {
      const { done, undone } = log.batches
      return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
    },
    undo: () => turnBack('undo'),
    redo: () => turnBack('redo'),
    async history(query = {}) {
      const find = findEntries(query)
      return queued(() => find(driver, driver))
    },
    async asOf(time) {
      const until = typeof time === 'string' ? instantOf(time, 'end') : time.getTime()
      if (Number.isNaN(until)) throw new RangeError('The date is none.')
      return queued(async () => log.upTo(driver, await lastEntryBy(driver, until)))
    },
    readHistory: () => queued(async () => historyOfLog(await readLog(driver, driver))),
    async merge(other) {
      parseChanges(other.events.flatMap(event => ('change' in event ? [event.change] : [])))
      return queued(async () => {
        const was = log.head
        await append(async statements => {
          const own = historyOfLog(await readLog(statements, driver))
          const joined = mergeHistories(own, other)
          const parts = partsToTakeIn(own, joined)
          if (parts.length === 0) return null
          log.tryStudy(studyOfHistory(joined).study, parts.length)
          return { action: 'merge', parts }
        })
        return log.head.seq - was.seq
      })
    },
    conflicts: () =>
      queued(async () => {
        const history = historyOfLog(await readLog(driver, driver))
        return { open: openConflicts(history), left: studyOfHistory(history).problems }
      }),
    search: query =>
      queued(async () => {
        await refresh()
        return searchStudy(log.study, query, driver.search, log.head.hash)
      }),
    refresh: () => queued(refresh),
    subscribe(listener) {
      if (closed) throw closedError()
      listeners.add(listener)
      // Tried once more, over a new connection where the first was lost; then it is told to whoever next asks for something.
      stopListening ??= driver.listen(() => {
        queued(refresh)
          .catch(() => queued(refresh))
          .catch(() => {})
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stopListening?.()
        stopListening = null
      }
    },
    backup: copy => queued(() => driver.backup(copy)),
    close: () =>
      inTurn(async () => {
        if (closed) return
        stopListening?.()
        listeners.clear()
        // A snapshot is a cache: where it cannot be written, the log is enough.
        if (!driver.readOnly && log.head.seq - log.snapshot >= snapshotAfter)
          await keepSnapshot(driver, log, snapshotAfter).catch(() => {})
        closed = true
        await driver.close()
      }),
  }
}

/** A time of appending that everybody reads alike. */
function timed(time: string): string {
  instantOf(time, 'end')
  return time
}

async function keepSnapshot(driver: Driver, log: FollowedLog, after: number): Promise<void> {
  const { study, end } = log.lately()
  if (end - log.snapshot < after) return
  const [row] = await driver.all('select hash from log where study = $1 and seq = $2', [driver.study, end])
  if (row !== undefined) await writeSnapshot(driver, study, { seq: end, hash: String(row['hash']) })
}

function closedError(): TypeError {
  return new TypeError('The study is closed. Open it again.')
}
