import type { Problem } from '@codeerbank/core'
import type { SearchIndex } from './search/search-index.ts'

/** What a statement takes. */
export type SqlValue = string | number | null | Uint8Array

/** A row as the database gives it; whoever asks for it knows its columns, and converts them. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Statements, in the SQL that SQLite and PostgreSQL both accept; values only ever as parameters, `$1` and on. */
export interface Statements {
  /** The rows that a statement gives. */
  all(sql: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>
  /** Carries a statement out, and gives how many rows it changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>
  /** Adds rows to a table, each with a value a column, the way that is quickest for the database. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>
}

/** A database that holds a study: the one thing in which SQLite and PostgreSQL differ. Errors are already for people. */
export interface Driver extends Statements {
  /** The file, or the address without its password. */
  readonly location: string
  /** The key of the study's rows. */
  readonly study: string
  readonly readOnly: boolean
  /** What was in doubt when it was opened. */
  readonly problems: readonly Problem[]
  /** The index for searching; none where it cannot be written to. */
  readonly search?: SearchIndex
  /**
   * Does work that is kept whole or not at all, and is on disk when this has ended; a second writer waits meanwhile.
   * One piece of work at a time: the caller sees to that.
   */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>
  /** Calls a listener soon after others wrote, perhaps once too often; gives a way to stop. */
  listen(onChange: () => void): () => void
  /** Makes a consistent copy of the study in a file, while others may be at work. */
  backup(copy: string): Promise<void>
  /** What is wrong with the database's own structure, in its own words. */
  integrity(): Promise<readonly string[]>
  close(): Promise<void>
}
