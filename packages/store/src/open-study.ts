import { applyChanges, emptyStudy, parseChanges, replay, type Study } from '@codeerbank/core'
import { type Appended, appendEntries } from './append-entries.ts'
import { effectiveChanges, followEntry } from './batches.ts'
import type { Driver, Statements } from './driver.ts'
import { findRepeatedIds, idsGivenTwice, repeatedIds } from './find-repeated-ids.ts'
import { loadStudy } from './load-study.ts'
import type { LogEntry } from './log-entry.ts'
import { missedSince } from './missed-since.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { openDriver } from './open-driver.ts'
import { emptyHead, type LogHead, readLog } from './read-log.ts'
import { searchStudy } from './search/search-study.ts'
import { writeSnapshot } from './snapshot/snapshots.ts'
import { BehindError, type HistoryQuery, type OpenStudyOptions, type StudyStore } from './study-store.ts'

/** How many studies are kept from before the last batches, so that undoing them takes no time. */
const remembered = 16

/**
 * Opens a study that is kept in a file or on a server. The history is checked against its hashes on the way.
 *
 * @param location the path of a file, or the address of a database
 * @throws StudyError: `store-missing`, `store-not-a-study`, `store-newer`, `store-locked`, `store-read-only`,
 *   `store-damaged`
 */
export async function openStudy(location: string, options: OpenStudyOptions = {}): Promise<StudyStore> {
  const { create = false, readOnly = false, patience = 5000 } = options
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
  let { study, head, batches, snapshot } = await loadStudy(driver, options.onProgress)
  const listeners = new Set<(study: Study) => void>()
  /** The study as it was before something of the last that was done; undoing it takes no reading then. */
  const known = new Map<string, Study>()
  const inTurn = oneAtATime()
  let stopListening: (() => void) | null = null
  let closed = false

  const queued = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(() => {
      if (closed) throw new TypeError('The study is closed. Open it again.')
      return work()
    })
  /** The study with other batches in effect, read from the log up to an entry. */
  const remade = async (
    statements: Statements,
    until: number,
    extra: readonly Pick<LogEntry, 'action' | 'batch' | 'target'>[] = [],
  ) => {
    const entries = await readLog(statements, driver)
    return replay(effectiveChanges([...entries.filter(({ seq }) => seq <= until), ...extra]))
  }

  const catchUp = async (statements: Statements): Promise<readonly LogEntry[]> => {
    const missing = await readLog(statements, driver, { after: head })
    if (missing.length === 0) return missing
    const { seq, hash } = missing.at(-1)!
    study = missing.every(({ action }) => action === 'apply')
      ? applyChanges(study, effectiveChanges(missing))
      : await remade(statements, seq)
    for (const entry of missing) followEntry(batches, entry)
    head = { seq, hash }
    known.clear()
    return missing
  }
  const announce = () => {
    for (const listener of listeners)
      try {
        listener(study)
      } catch (error) {
        // What a listener does wrong is not the fault of the change, which is on disk.
        queueMicrotask(() => {
          throw error
        })
      }
  }
  const refresh = async (): Promise<boolean> => {
    const more = (await catchUp(driver)).length > 0
    if (more) announce()
    return more
  }
  const remember = (action: 'undo' | 'redo', target: number) => {
    known.set(`${action} ${target}`, study)
    if (known.size > remembered) known.delete(known.keys().next().value!)
  }
  /** Appends what is to be appended after what others wrote was taken in, with the log held. */
  const append = async (
    make: (statements: Statements) => Promise<{ readonly appended: Appended; readonly next: Study } | null>,
    expect?: LogHead,
  ): Promise<Study | null> => {
    const was = head
    try {
      const written = await driver.transaction(async statements => {
        await catchUp(statements)
        if (expect !== undefined && expect.hash !== head.hash)
          throw await missedSince(statements, driver, expect)
        const made = await make(statements)
        if (made === null) return null
        const at = await appendEntries(statements, made.appended, {
          study: driver.study,
          head,
          by,
          recorded: now(),
        })
        return { ...made, at }
      })
      if (written !== null) {
        const { appended, at, next } = written
        const batch = head.seq + 1
        if (appended.action === 'apply') {
          followEntry(batches, { action: 'apply', batch })
          remember('undo', batch)
        } else {
          followEntry(batches, { ...appended, batch })
          remember(appended.action === 'undo' ? 'redo' : 'undo', appended.target)
        }
        head = at
        study = next
      }
      return written === null ? null : study
    } finally {
      if (head !== was) announce()
    }
  }
  const turnBack = (action: 'undo' | 'redo') =>
    append(async statements => {
      const target = batches[action === 'undo' ? 'done' : 'undone'].at(-1)
      if (target === undefined) return null
      const next =
        known.get(`${action} ${target}`) ??
        (await remade(statements, head.seq, [{ action, batch: head.seq + 1, target }]))
      return { appended: { action, target }, next }
    })

  return {
    location: driver.location,
    get study() {
      return study
    },
    get head() {
      return head
    },
    async apply(changes, { expect } = {}) {
      const checked = parseChanges(changes)
      const twice = idsGivenTwice(checked)
      if (twice.length > 0) throw repeatedIds(twice, driver.location)
      return queued(async () => {
        if (checked.length === 0) return study
        try {
          return (await append(
            async () => ({
              appended: { action: 'apply', changes: checked },
              next: applyChanges(study, checked),
            }),
            expect,
          ))!
        } catch (error) {
          if (error instanceof BehindError) throw error
          const repeated = await findRepeatedIds(driver, checked).catch(() => [])
          throw repeated.length > 0 ? repeatedIds(repeated, driver.location) : error
        }
      })
    },
    undo: () => queued(() => turnBack('undo')),
    redo: () => queued(() => turnBack('redo')),
    history: (query = {}) =>
      queued(async () => (await readLog(driver, driver)).filter(entry => answers(entry, query))),
    async asOf(time) {
      const until = Date.parse(time)
      if (Number.isNaN(until))
        throw new RangeError(`"${time}" is no time: write it as 2024-10-03T10:15:00+02:00.`)
      const entries = await queued(() => readLog(driver, driver))
      return replay(effectiveChanges(entries.filter(entry => Date.parse(entry.recorded) <= until)))
    },
    search: query =>
      queued(async () => {
        await refresh()
        return searchStudy(study, query, driver.search, head.hash)
      }),
    refresh: () => queued(refresh),
    subscribe(listener) {
      listeners.add(listener)
      // What cannot be read now is told to whoever next asks for something.
      stopListening ??= driver.listen(() => void queued(refresh).catch(() => {}))
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
        closed = true
        stopListening?.()
        listeners.clear()
        // A snapshot is a cache: where it cannot be written, the log is enough.
        if (!driver.readOnly && head.seq - snapshot >= snapshotAfter)
          await writeSnapshot(driver, study, head).catch(() => {})
        study = emptyStudy
        head = emptyHead
        known.clear()
        await driver.close()
      }),
  }
}

function answers(entry: LogEntry, { kind, by, from, until }: HistoryQuery): boolean {
  const time = Date.parse(entry.recorded)
  return (
    (kind === undefined || entry.change?.kind === kind) &&
    (by === undefined || entry.by === by) &&
    (from === undefined || time >= Date.parse(from)) &&
    (until === undefined || time <= Date.parse(until))
  )
}
