import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Driver, SqlValue, Statements } from './driver.ts'
import { fileExists } from './file-exists.ts'
import type { DriverOptions } from './open-driver.ts'
import { sqliteSearchIndex } from './search/sqlite-search-index.ts'
import { bringUpToDate, layOut } from './sqlite-layout.ts'
import { asStoreError, storeError } from './store-error.ts'

/**
 * Opens the file of a study. An acknowledged write is on disk: the log is written ahead (WAL) and synced in full.
 *
 * @throws StudyError where there is no file, it is no study, of a newer version, locked or not writable; then nothing
 *   was changed
 */
export function openSqlite(file: string, options: DriverOptions): Driver {
  const database = openFile(file, options)
  const statements = statementsOver(database, file)
  return {
    location: file,
    study: '',
    readOnly: options.readOnly,
    ...(options.readOnly ? {} : { search: sqliteSearchIndex(database) }),
    ...statements,
    async transaction(work) {
      return await told(file, async () => {
        database.exec('begin immediate')
        try {
          const result = await work(statements)
          database.exec('commit')
          return result
        } catch (error) {
          if (database.isTransaction) database.exec('rollback')
          throw error
        }
      })
    },
    listen: onChange => listenTo(database, onChange),
    backup: copy =>
      told(copy, () => {
        if (existsSync(copy)) throw fileExists(copy)
        database.prepare('vacuum into ?').run(copy)
      }),
    integrity: () =>
      told(file, () =>
        database
          .prepare('pragma integrity_check(20)')
          .all()
          .map(row => String(Object.values(row)[0]))
          .filter(said => said !== 'ok'),
      ),
    async close() {
      if (database.isOpen) database.close()
    },
  }
}

function openFile(file: string, { create, readOnly, patience }: DriverOptions): DatabaseSync {
  const fresh = !existsSync(file)
  if (fresh && !create) throw storeError('store-missing', 'There is no such file. Correct its name.', file)
  if (!fresh && statSync(file).isDirectory())
    throw storeError(
      'store-not-a-study',
      'It is a folder. A study with a history is one file: "codeerbank convert <folder> <name>.codeerbank" makes it.',
      file,
    )
  if (fresh && !existsSync(dirname(resolve(file))))
    throw storeError('store-missing', 'There is no folder for the file. Make it, or correct its name.', file)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly, timeout: patience })
    if (fresh) layOut(database)
    bringUpToDate(database, file, readOnly)
    database.exec('pragma foreign_keys = on')
    if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full')
    return database
  } catch (error) {
    database?.close()
    throw asStoreError(error, file)
  }
}

function statementsOver(database: DatabaseSync, file: string): Statements {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    all: (sql, values = []) => told(file, () => prepare(sql).all(named(values))),
    run: (sql, values = []) => told(file, () => Number(prepare(sql).run(named(values)).changes)),
    insert: (table, columns, rows) =>
      told(file, () => {
        const statement = prepare(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        )
        for (const row of rows) statement.run(...row)
      }),
  }
}

/** SQLite tells nobody of a write: whether others wrote is asked four times a second. */
function listenTo(database: DatabaseSync, onChange: () => void): () => void {
  const version = () => Number(database.prepare('pragma data_version').get()?.['data_version'])
  let seen = version()
  const timer = setInterval(() => {
    if (!database.isOpen) return
    const now = version()
    if (now === seen) return
    seen = now
    onChange()
  }, 250)
  timer.unref()
  return () => clearInterval(timer)
}

/** SQLite takes `$1` for a name, not for a place. */
function named(values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, i) => [`$${i + 1}`, value]))
}

/** Does work at once, since SQLite does not wait, and says what went wrong in words for people. */
async function told<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asStoreError(error, file)
  }
}
