import type { DatabaseSync } from 'node:sqlite'
import { noHash } from './log-entry.ts'
import { searchTables } from './search/sqlite-search-index.ts'
import { storeError } from './store-error.ts'

/** "CBnk": marks the file as a study of this program. */
export const applicationId = 0x43426e6b

const log = `
create table log (
  seq integer primary key,
  batch integer not null,
  action text not null check (action in ('apply', 'undo', 'redo')),
  body text not null,
  change_id text unique,
  kind text,
  by text not null,
  recorded text not null,
  hash text not null
) strict;
create index log_kind on log (kind, seq);
create trigger log_append_only_update before update on log begin select raise(abort, 'the log is append-only'); end;
create trigger log_append_only_delete before delete on log begin select raise(abort, 'the log is append-only'); end;
`

const lastEntry = `
select '' as study, coalesce(max(seq), 0) as seq,
  coalesce((select hash from main.log order by seq desc limit 1), '${noHash}') as hash
from main.log`

/** The head says where the log ends, so that a log that lost its end is found out; rows carry the key of their study. */
const keyAndHead = `
alter table log add column study text not null default '';
create table head (study text primary key, seq integer not null, hash text not null) strict;
insert into head ${lastEntry};
`

/** What can be made again from the log: a snapshot of the study in parts, and the index for searching. */
const snapshotTables = `
create table snapshot (
  study text primary key, seq integer not null, hash text not null, model integer not null, last text not null
) strict;
create table snapshot_part (
  study text not null, part integer not null, list text not null, body text not null, hash text not null,
  primary key (study, part)
) strict;
`

/** The log takes in what was done apart. SQLite changes a condition of a table only by making the table anew. */
const takingIn = `
create table new_log (
  seq integer primary key,
  batch integer not null,
  action text not null check (action in ('apply', 'undo', 'redo', 'merge')),
  body text not null,
  change_id text unique,
  kind text,
  by text not null,
  recorded text not null,
  hash text not null,
  study text not null default ''
) strict;
insert into new_log select seq, batch, action, body, change_id, kind, by, recorded, hash, study from log;
drop table log;
alter table new_log rename to log;
create index log_kind on log (kind, seq);
create trigger log_append_only_update before update on log begin select raise(abort, 'the log is append-only'); end;
create trigger log_append_only_delete before delete on log begin select raise(abort, 'the log is append-only'); end;
`

/**
 * What takes a file to each layout from the one before, from nothing on; only ever added to. Any two numbers differ in two bits, so that a
 * bit that flipped makes no layout of another.
 */
const steps: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: log },
  { version: 2, sql: keyAndHead + snapshotTables + searchTables },
  { version: 4, sql: takingIn },
  // Only how it is closed is another: without a log beside it.
  { version: 7, sql: '' },
]

/** The first layout whose files are without a log beside them when nobody works in them. */
export const closedWithoutLog = 7

/** What makes an older file readable where it cannot be written to, by the layout that it has. */
const overlays: ReadonlyMap<number, string> = new Map([
  [
    1,
    `create temp view log as select '' as study, * from main.log;
     create temp view head as ${lastEntry};`,
  ],
])

/** The tables that are only caches, and what makes them. */
const caches: readonly (readonly [readonly string[], string])[] = [
  [['snapshot', 'snapshot_part'], snapshotTables],
  [['search_state', 'search_document', 'search_index'], searchTables],
]

/** The layout that this program writes; it reads this one and all before it. */
export const layoutVersion = steps.at(-1)!.version

/** Lays out a file in which there is nothing yet, unless another program did so meanwhile. */
export function layOut(database: DatabaseSync): void {
  database.exec('begin immediate')
  if (pragma(database, 'application_id') === 0) {
    for (const { sql } of steps) database.exec(sql)
    database.exec(`pragma application_id = ${applicationId}; pragma user_version = ${layoutVersion}`)
  }
  database.exec('commit')
}

/**
 * Brings the file of a study to the layout of this program; one that is only read is left as it is.
 *
 * @returns the layout that it had
 * @throws StudyError where it is no study, or of a newer layout
 */
export function bringUpToDate(database: DatabaseSync, file: string, readOnly: boolean): number {
  const version = knownVersion(database, file)
  if (readOnly) {
    database.exec(overlays.get(version) ?? '')
    return version
  }
  if (version === layoutVersion) return version
  database.exec('begin immediate')
  try {
    const found = knownVersion(database, file)
    for (const { version: next, sql } of steps) if (next > found) database.exec(sql)
    database.exec(`pragma user_version = ${layoutVersion}; commit`)
    return version
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** Makes caches anew that are not there as they should be: what they held is made again when it is asked for. */
export function mendCaches(database: DatabaseSync): void {
  for (const [tables, sql] of caches)
    if (!hasTables(database, tables)) {
      const drop = tables.map(table => `drop table if exists ${table};`).join(' ')
      database.exec(`begin immediate; ${drop} ${sql} commit`)
    }
}

function hasTables(database: DatabaseSync, tables: readonly string[]): boolean {
  const find = database.prepare("select 1 from main.sqlite_schema where type = 'table' and name = ?")
  return tables.every(table => find.get(table) !== undefined)
}

function knownVersion(database: DatabaseSync, file: string): number {
  const version = pragma(database, 'user_version')
  if (pragma(database, 'page_count') === 0)
    throw storeError(
      'store-not-a-study',
      'The file is empty: it was not copied whole, or nothing was ever kept in it. Take a backup; or remove it, and make the study anew.',
      file,
    )
  if (pragma(database, 'application_id') !== applicationId || version < 1)
    throw storeError(
      'store-not-a-study',
      'The file is no study of Codeerbank. Choose a file that ends in .codeerbank.',
      file,
    )
  if (version > layoutVersion)
    throw storeError(
      'store-newer',
      `The file was written by a newer version (layout ${version}; this program knows ${layoutVersion}). Update Codeerbank.`,
      file,
    )
  if (!steps.some(step => step.version === version))
    throw storeError(
      'store-damaged',
      `The file is damaged: there is no layout ${version}. Take the last backup.`,
      file,
    )
  return version
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0])
}
