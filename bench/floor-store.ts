import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { Change } from '@codeerbank/core'

/** A row that SQLite is given ready-made. */
export type FloorRow = readonly [
  seq: number,
  body: string,
  id: string,
  kind: string,
  by: string,
  hash: string,
]

/** The rows of a log, made before anything is timed. */
export function floorRows(changes: readonly Change[]): readonly FloorRow[] {
  const given = '0123456789abcdef'.repeat(4)
  return changes.map((change, i) => [i + 1, JSON.stringify(change), change.id, change.kind, change.by, given])
}

/** A bare database with what a log needs to be kept: the texts, what is found by, and nothing that is checked. */
export function floorDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table log (seq integer primary key, batch integer, action text, body text, change_id text unique, kind text, by text,
      recorded text, hash text, study text);
    create index log_kind on log (kind, seq)`)
  return database
}

/** Inserts rows in one transaction. */
export function floorInsert(database: DatabaseSync, rows: readonly FloorRow[]): void {
  const insert = database.prepare(
    "insert into log values (?, 1, 'apply', ?, ?, ?, ?, '2025-01-01T00:00:00Z', ?, '')",
  )
  database.exec('begin immediate')
  for (const row of rows) insert.run(...row)
  database.exec('commit')
}

/** Reads every row, and every text as what it says. */
export function floorRead(database: DatabaseSync): number {
  let read = 0
  for (const { body } of database
    .prepare('select seq, batch, action, body, by, recorded, hash from log order by seq')
    .iterate()) {
    JSON.parse(String(body))
    read += 1
  }
  return read
}

/** Looks at the structure of the file, reads every row and every text, and hashes it with the hash of the one before. */
export function floorVerify(database: DatabaseSync): string {
  database.prepare('pragma integrity_check').all()
  let before = ''
  for (const { body } of database
    .prepare('select seq, batch, action, body, by, recorded, hash from log order by seq')
    .iterate()) {
    JSON.parse(String(body))
    before = hash('sha256', `${before}${body}`, 'hex')
  }
  return before
}

/** Puts texts in a full-text index as SQLite makes it by itself. */
export function floorIndexTexts(database: DatabaseSync, texts: readonly string[]): void {
  database.exec('create virtual table texts using fts5 (text)')
  const insert = database.prepare('insert into texts values (?)')
  database.exec('begin immediate')
  for (const text of texts) insert.run(text)
  database.exec('commit')
}

/** Finds the texts with a word, and where it is in them. */
export function floorSearch(database: DatabaseSync, word: string): number {
  return database.prepare("select highlight(texts, 0, '[', ']') from texts where texts match ?").all(word)
    .length
}
