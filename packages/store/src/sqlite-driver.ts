import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { closeOnExit } from './close-on-exit.ts'
import { closeSqliteFile } from './close-sqlite-file.ts'
import type { Driver, SqlRow, SqlValue, Statements } from './driver.ts'
import { madeWhole } from './made-whole.ts'
import type { DriverOptions } from './open-driver.ts'
import { openSqliteFile } from './open-sqlite-file.ts'
import { sqliteSearchIndex } from './search/sqlite-search-index.ts'
import { told } from './store-error.ts'
import { turnsOfFile } from './turns-of-file.ts'

/**
 * Opens the file of a study, at a path, and named otherwise to people where that is given. An acknowledged write is on disk: the log is written ahead (WAL) and synced in full.
 *
 * @throws StudyError where there is no file, it is no study, of a newer version, locked or not writable; then nothing
 *   was changed
 */
export function openSqlite(path: string, options: DriverOptions, file = path): Driver {
  const opened = openSqliteFile(path, options, file)
  const { database, checkPlace, problems } = opened
  const { inTurn, leave } = turnsOfFile(opened.path)
  const close = () => closeSqliteFile(opened, options.readOnly)
  const closed = options.readOnly ? () => {} : closeOnExit(close)
  const statements = statementsOver(database, file)
  return {
    location: file,
    study: '',
    readOnly: options.readOnly,
    problems,
    ...(options.readOnly ? {} : { search: sqliteSearchIndex(database, file, inTurn) }),
    ...statements,
    transaction: work =>
      inTurn(() =>
        told(file, async () => {
          if (!options.readOnly) checkPlace()
          database.exec('begin immediate')
          try {
            const result = await work(statements)
            checkPlace()
            database.exec('commit')
            return result
          } catch (error) {
            if (database.isTransaction) database.exec('rollback')
            throw error
          }
        }),
      ),
    listen: onChange => listenTo(database, onChange),
    backup: copy =>
      madeWhole(copy, part => told(copy, () => void database.prepare('vacuum into ?').run(part))),
    integrity: () =>
      told(file, () =>
        database
          .prepare('pragma integrity_check(20)')
          .all()
          .map(row => String(Object.values(row)[0]))
          .filter(said => said !== 'ok'),
      ),
    async close() {
      leave()
      close()
      closed()
    },
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
    all: (sql, values = []) => told(file, () => rowsOf(prepare(sql), named(values))),
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

/** The rows of a statement; put together here they take half the time of those that Node puts together. */
function rowsOf(statement: StatementSync, values: Record<string, SqlValue>): readonly SqlRow[] {
  statement.setReturnArrays(true)
  const rows: unknown = statement.all(values)
  const names = statement.columns().map(({ name }) => name)
  return (rows as readonly (readonly unknown[])[]).map(row => {
    const made: Record<string, unknown> = {}
    for (let i = 0; i < names.length; i++) made[names[i]!] = row[i]
    return made
  })
}

/** SQLite tells nobody of a write: whether others wrote is asked four times a second. */
function listenTo(database: DatabaseSync, onChange: () => void): () => void {
  const version = () => {
    try {
      return Number(database.prepare('pragma data_version').get()?.['data_version'])
    } catch {
      // What is wrong with the file is told to whoever next asks for something.
      return Number.NaN
    }
  }
  let seen = version()
  const timer = setInterval(() => {
    if (!database.isOpen) return
    const now = version()
    if (Object.is(now, seen)) return
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
