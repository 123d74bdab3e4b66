import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { asStoreError, storeError } from './store-error.ts'

/** "CBnk": marks the file as a study of this program. */
export const applicationId = 0x43426e6b

/** The layout of the file that this program writes; it reads this one and all before it. */
export const schemaVersion = 1

const schema = `
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

export interface DatabaseOptions {
  /** Whether to make the file where there is none. */
  readonly create: boolean
  readonly readOnly: boolean
  /** How long to wait for another writer, in ms. */
  readonly patience: number
}

/**
 * Opens the file of a study. An acknowledged write is on disk: the log is written ahead (WAL) and synced in full.
 *
 * @throws StudyError where there is no file, it is no study, of a newer version, locked or not writable; then nothing
 *   was changed
 */
export function openDatabase(file: string, { create, readOnly, patience }: DatabaseOptions): DatabaseSync {
  const fresh = !existsSync(file)
  if (fresh && !create) throw storeError('store-missing', 'There is no such file. Correct its name.', file)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly, timeout: patience })
    if (fresh) layOut(database)
    checkVersion(database, file)
    database.exec('pragma foreign_keys = on')
    if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full')
    return database
  } catch (error) {
    database?.close()
    throw asStoreError(error, file)
  }
}

function layOut(database: DatabaseSync): void {
  database.exec(
    `begin immediate; ${schema} pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}; commit`,
  )
}

function checkVersion(database: DatabaseSync, file: string): void {
  const pragma = (name: string) => Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0])
  if (pragma('application_id') !== applicationId)
    throw storeError(
      'store-not-a-study',
      'The file is no study of Codeerbank. Choose a file that ends in .codeerbank.',
      file,
    )
  const version = pragma('user_version')
  if (version > schemaVersion)
    throw storeError(
      'store-newer',
      `The file was written by a newer version (layout ${version}; this program knows ${schemaVersion}). Update Codeerbank.`,
      file,
    )
}
