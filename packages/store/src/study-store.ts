import {
  type Change,
  type History,
  type OpenConflict,
  type Problem,
  type Study,
  StudyError,
} from '@codeerbank/core'
import type { LogEntry } from './log-entry.ts'
import type { LogHead } from './read-log.ts'
import type { SearchHit } from './search/search-study.ts'

export interface OpenStudyOptions {
  /** Whether to make the file where there is none; by default not. */
  readonly create?: boolean
  /** Whether only to read. */
  readonly readOnly?: boolean
  /** How long to wait for another writer, in ms; 5,000 by default. */
  readonly patience?: number
  /** Who undoes and redoes; changes say themselves who made them. */
  readonly by?: string
  /** The time of appending, as ISO 8601 with an offset; the clock's by default. */
  readonly now?: () => string
  /** Called as entries are read on opening, with how many so far and how many there are. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined
  /** After how many new entries closing leaves a snapshot, which makes the next opening faster; 10,000 by default. */
  readonly snapshotAfter?: number
}

/** Which entries of the history are wanted; all by default. */
export interface HistoryQuery {
  readonly kind?: Change['kind']
  readonly by?: string
  /** Only what was done to a code or with it. */
  readonly code?: string
  /** Times of appending, from the first, up to and with the second: ISO 8601 with an offset, or a date, which is the whole day in UTC. */
  readonly from?: string
  readonly until?: string
  /** Only the entries that were appended together, by the number of the first. */
  readonly batch?: number
}

export interface ApplyOptions {
  /**
   * The head that the changes were made for; where others appended anything since, nothing is applied. By default the changes are, unless
   * they do not hold beside what others appended since this store last took it in.
   */
  readonly expect?: LogHead
}

/** A study that is kept: every change is on disk before it is acknowledged. Calls are carried out one after the other. */
export interface StudyStore {
  /** The file, or the address of the database without its password. */
  readonly location: string
  /** What was in doubt when it was opened: a file that was copied while it was worked in. */
  readonly problems: readonly Problem[]
  /** The study as it is now; throws TypeError once it is closed. */
  readonly study: Study
  /** The hash of the last entry: two files with the same head have the same history. */
  readonly head: LogHead
  /**
   * Appends changes that belong together, after what others appended meanwhile, and gives the new head: then they are on disk.
   * Many small calls cost their own size as long as `study` is not asked for in between.
   *
   * @throws StudyError, and keeps nothing, where one does not fit; BehindError where others did something meanwhile beside which
   *   they do not hold, or anything at all after the head that was expected
   */
  apply(changes: readonly Change[], options?: ApplyOptions): Promise<LogHead>
  /** The batches that undoing and doing again go to next, as numbers of their first entries; `null` for none. */
  readonly next: { readonly undo: number | null; readonly redo: number | null }
  /** Undoes the last batch that is in effect; `null` where there is none. The log keeps both. */
  undo(): Promise<Study | null>
  /** Does the last undone batch again; `null` where there is none. */
  redo(): Promise<Study | null>
  /** What was done. Throws RangeError where a time of the query is none. */
  history(query?: HistoryQuery): Promise<readonly LogEntry[]>
  /**
   * The study as it stood after the last entry that was appended by a time: ISO 8601 with an offset, or a day, for its end in
   * UTC. Throws RangeError for what is no such time.
   */
  asOf(time: string | Date): Promise<Study>
  /** All that was done, to be taken in by a copy. */
  readHistory(): Promise<History>
  /**
   * Takes in what was done in a copy of the study, after what others appended meanwhile: what the log has already is passed over, so that taking
   * in the same history again changes nothing. It is not undone, nor what was done before it: keep a backup where that is
   * in doubt.
   *
   * @param history what `readHistory` of the copy gives
   * @returns how many entries the log has more
   */
  merge(history: History): Promise<number>
  /** What cannot all hold of what was done apart. */
  conflicts(): Promise<StudyConflicts>
  /** Finds the sources and memos that answer a search, as `searchStudy` does, with the help of the database's index. */
  search(query: string): Promise<readonly SearchHit[]>
  /** Takes in what others appended since; gives whether there was anything. */
  refresh(): Promise<boolean>
  /** Calls a listener after every change of the study, also those of others; gives a way to stop. */
  subscribe(listener: (study: Study) => void): () => void
  /** Makes a consistent copy while others may be at work. Throws where the copy exists. */
  backup(copy: string): Promise<void>
  close(): Promise<void>
}

/** What is to be decided after work that was done apart was joined. */
export interface StudyConflicts {
  /** What nobody settled yet, with a change `settle-conflict`. */
  readonly open: readonly OpenConflict[]
  /** Why changes have no place in the study beside the others. */
  readonly left: readonly Problem[]
}

/** Changes were made for a study that others have changed since. Nothing was applied; the store has taken in what was missed. */
export class BehindError extends StudyError {
  /** What others appended after the head that was expected, or that this store had last seen. */
  readonly missing: readonly LogEntry[]

  constructor(problems: readonly Problem[], missing: readonly LogEntry[]) {
    super(problems)
    this.missing = missing
  }
}
