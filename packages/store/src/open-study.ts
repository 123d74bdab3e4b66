import type { DatabaseSync } from 'node:sqlite'
import { applyChanges, type Change, emptyStudy, parseChanges, replay, type Study } from '@codeerbank/core'
import { type Appended, appendEntries } from './append-entries.ts'
import { openDatabase } from './database.ts'
import { batchesOf, effectiveChanges } from './effective-changes.ts'
import type { LogEntry } from './log-entry.ts'
import { emptyHead, type LogHead, readLog } from './read-log.ts'
import { asStoreError, storeError } from './store-error.ts'

export interface OpenStudyOptions {
  /** Whether to make the file where there is none; by default not. */
  readonly create?: boolean
  /** Whether only to read. */
  readonly readOnly?: boolean
  /** How long to wait for another writer, in ms; 5,000 by default. */
  readonly patience?: number
  /** Who undoes and redoes; changes say themselves who made them. */
  readonly by?: string
  /** The time of appending, as ISO 8601; the clock's by default. */
  readonly now?: () => string
  /** Called as entries are read on opening, with how many so far and how many there are. */
  readonly onProgress?: (read: number, total: number) => void
}

/** Which entries of the history are wanted; all by default. */
export interface HistoryQuery {
  readonly kind?: Change['kind']
  readonly by?: string
  /** ISO 8601 times of appending: from the first, up to and with the second. */
  readonly from?: string
  readonly until?: string
}

/** A study that is kept: every change is on disk before it is acknowledged. */
export interface StudyStore {
  readonly file: string
  /** The study as it is now. */
  readonly study: Study
  /** The hash of the last entry: two files with the same head have the same history. */
  readonly head: LogHead
  /** Appends changes that belong together. Throws StudyError, and keeps nothing, where one does not fit. */
  apply(changes: readonly Change[]): Study
  /** Undoes the last batch that is in effect; `null` where there is none. The log keeps both. */
  undo(): Study | null
  /** Does the last undone batch again; `null` where there is none. */
  redo(): Study | null
  history(query?: HistoryQuery): readonly LogEntry[]
  /** The study as it stood at a time (ISO 8601), by when changes were appended. */
  asOf(time: string): Study
  /** Takes in what others appended since; gives whether there was anything. */
  refresh(): boolean
  /** Calls a listener after every change of the study, also those of others once they are taken in; gives a way to stop. */
  subscribe(listener: (study: Study) => void): () => void
  /** Makes a consistent copy while others may be at work. Throws where the copy exists. */
  backup(copy: string): void
  close(): void
}

/**
 * Opens a study that is kept in a file. The history is checked against its hashes on the way.
 *
 * @throws StudyError: `store-missing`, `store-not-a-study`, `store-newer`, `store-locked`, `store-read-only`,
 *   `store-damaged`
 */
export function openStudy(file: string, options: OpenStudyOptions = {}): StudyStore {
  const { create = false, readOnly = false, patience = 5000, by = 'codeerbank', onProgress } = options
  const now = options.now ?? (() => new Date().toISOString())
  const database = openDatabase(file, { create, readOnly, patience })
  try {
    return storeOver(database, { file, by, now, onProgress })
  } catch (error) {
    database.close()
    throw asStoreError(error, file)
  }
}

interface Setting {
  readonly file: string
  readonly by: string
  readonly now: () => string
  readonly onProgress: OpenStudyOptions['onProgress']
}

function storeOver(database: DatabaseSync, { file, by, now, onProgress }: Setting): StudyStore {
  const total = Number(Object.values(database.prepare('select count(*) from log').get() ?? {})[0])
  let read = 0
  const first = readLog(database, file, emptyHead, () => {
    read += 1
    if (onProgress !== undefined && (read % 10_000 === 0 || read === total)) onProgress(read, total)
  })
  let entries: LogEntry[] = [...first.entries]
  let head = first.head
  let study = replay(effectiveChanges(entries))
  const listeners = new Set<(study: Study) => void>()

  const takeIn = (added: readonly LogEntry[], next: LogHead): void => {
    const plain = added.every(entry => entry.action === 'apply')
    for (const entry of added) entries.push(entry)
    head = next
    study = plain
      ? applyChanges(
          study,
          added.map(entry => entry.change!),
        )
      : replay(effectiveChanges(entries))
  }
  const announce = () => {
    for (const listener of listeners) listener(study)
  }
  const catchUp = (): boolean => {
    const missing = readLog(database, file, head)
    if (missing.entries.length === 0) return false
    takeIn(missing.entries, missing.head)
    return true
  }
  /** Writes with the log locked, after what others wrote was taken in: so that no writer is ever behind. */
  const write = (
    make: () => { readonly appended: Appended; readonly next: () => Study } | null,
  ): Study | null => {
    try {
      database.exec('begin immediate')
    } catch (error) {
      throw asStoreError(error, file)
    }
    try {
      catchUp()
      const made = make()
      if (made === null) {
        database.exec('rollback')
        return null
      }
      const next = made.next()
      const written = appendEntries(database, head, made.appended, by, now())
      database.exec('commit')
      for (const entry of written.entries) entries.push(entry)
      head = written.head
      study = next
      announce()
      return study
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw asStoreError(error, file)
    }
  }
  const turnBack = (action: 'undo' | 'redo') =>
    write(() => {
      const { changes, done, undone } = batchesOf(entries)
      const target = action === 'undo' ? done.at(-1) : undone.at(-1)
      if (target === undefined) return null
      const left = action === 'undo' ? done.slice(0, -1) : [...done, target]
      return {
        appended: { action, target },
        next: () => replay(left.flatMap(batch => changes.get(batch) ?? [])),
      }
    })

  return {
    file,
    get study() {
      return study
    },
    get head() {
      return head
    },
    apply(changes) {
      const checked = parseChanges(changes)
      if (checked.length === 0) return study
      const known = new Set(entries.flatMap(entry => entry.change?.id ?? []))
      const repeated = checked.filter(({ id }) => known.has(id) || known.size === known.add(id).size)
      if (repeated.length > 0) throw repeatedIds(repeated, file)
      return write(() => ({
        appended: { action: 'apply', changes: checked },
        next: () => applyChanges(study, checked),
      }))!
    },
    undo: () => turnBack('undo'),
    redo: () => turnBack('redo'),
    history: (query = {}) => entries.filter(entry => answers(entry, query)),
    asOf(time) {
      const until = Date.parse(time)
      if (Number.isNaN(until))
        throw new RangeError(`"${time}" is no time: write it as 2024-10-03T10:15:00+02:00.`)
      return replay(effectiveChanges(entries.filter(entry => Date.parse(entry.recorded) <= until)))
    },
    refresh() {
      const more = catchUp()
      if (more) announce()
      return more
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    backup(copy) {
      try {
        database.prepare('vacuum into ?').run(copy)
      } catch (error) {
        throw asStoreError(error, copy)
      }
    },
    close() {
      listeners.clear()
      entries = []
      study = emptyStudy
      database.close()
    },
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

function repeatedIds(changes: readonly Change[], file: string): Error {
  const ids = changes.slice(0, 5).map(({ id }) => `"${id}"`)
  return storeError(
    'store-behind',
    `The history has ${ids.join(', ')}${changes.length > 5 ? ' and others' : ''} already. A change is appended once: give a new one an id of its own.`,
    file,
  )
}
