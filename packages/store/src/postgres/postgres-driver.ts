import type { Problem } from '@codeerbank/core'
import type { Client } from 'pg'
import { copyLogToFile } from '../copy-log.ts'
import type { Driver, SqlRow, SqlValue, Statements } from '../driver.ts'
import type { DriverOptions } from '../open-driver.ts'
import { storeError } from '../store-error.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { listenTo } from './listen-to.ts'
import { openClient } from './open-client.ts'
import { parsePostgresAddress } from './postgres-address.ts'
import { asPostgresError, isLost } from './postgres-error.ts'
import { columnTypes } from './postgres-layout.ts'
import { postgresSearchIndex } from './postgres-search-index.ts'

/**
 * Opens a study on a PostgreSQL server. A connection that is lost is made anew at the next call.
 *
 * @param address `postgres://name:password@host:port/database?study=name`
 * @throws StudyError where the server cannot be reached or refuses, or has no such study
 */
export async function openPostgres(address: string, options: DriverOptions): Promise<Driver> {
  const parsed = parsePostgresAddress(address)
  const { location, study, schema } = parsed
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw asPostgresError(error, location)
    }
  }
  const connect = () => told(() => openClient(parsed, options))
  const connectMain = async () => {
    const made = await connect()
    made.on('end', () => {
      if (client === made) client = null
    })
    return made
  }

  let client: Client | null = null
  let problems: readonly Problem[]
  client = await connectMain()
  try {
    const first = client
    await told(() => bringUpToDate(first, parsed, options))
    problems = await told(() => notDurable(first, location))
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  /** Works with the connection, or a new one where it was lost. */
  const connected = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    client ??= await connectMain()
    const current = client
    try {
      return await told(() => work(current))
    } catch (error) {
      if (isLost(error)) {
        client = null
        current.end().catch(() => {})
      }
      throw error
    }
  }
  const statements: Statements = {
    all: (sql, values) => connected(current => statementsOver(current).all(sql, values)),
    run: (sql, values) => connected(current => statementsOver(current).run(sql, values)),
    insert: (table, columns, rows) =>
      connected(current => statementsOver(current).insert(table, columns, rows)),
  }
  const transaction: Driver['transaction'] = work =>
    connected(async current => {
      const own = statementsOver(current)
      await own.run('begin')
      try {
        // Whoever holds the head is the only one to write; the others wait here.
        const head = await own.all('select seq from head where study = $1 for update', [study])
        if (head.length === 0)
          throw storeError('store-missing', 'The database has no such study any more.', location)
        const result = await work(own)
        await own.all('select pg_notify($1, $2)', [schema, study])
        await own.run('commit')
        return result
      } catch (error) {
        await own.run('rollback').catch(() => {})
        throw error
      }
    })

  return {
    location,
    study,
    readOnly: options.readOnly,
    problems,
    ...(options.readOnly ? {} : { search: postgresSearchIndex({ ...statements, study, transaction }) }),
    ...statements,
    transaction,
    listen: onChange => listenTo(connect, schema, onChange),
    backup: async copy => {
      // A connection of its own, so that the copy is of one moment while others go on.
      const reader = await connect()
      try {
        await told(async () => {
          await reader.query('begin isolation level repeatable read read only')
          await copyLogToFile(statementsOver(reader), { location, study }, copy)
        })
      } finally {
        await reader.end().catch(() => {})
      }
    },
    integrity: async () => [],
    async close() {
      await client?.end().catch(() => {})
      client = null
    },
  }
}

/** What keeps an acknowledged write from being on disk, whatever a connection asks for. */
async function notDurable(client: Client, file: string): Promise<readonly Problem[]> {
  const { rows } = await client.query(
    "select name from pg_catalog.pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name",
  )
  return rows.map(({ name }) => ({
    code: 'store-not-durable',
    severity: 'warning',
    message: `The server runs with ${name} = off: a power failure may lose what it acknowledged, or the whole study. Have it set to on.`,
    place: { file },
  }))
}

function statementsOver(client: Client): Statements {
  return {
    all: async (sql, values = []) => (await client.query<SqlRow>(sql, [...values])).rows,
    run: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0,
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return
      const types = columns.map(column => columnTypes[column] ?? 'text')
      const arrays = columns.map((_, i) => rows.map(row => row[i] as SqlValue))
      const chosen = columns.map(column =>
        column === 'lexemes' ? "array_to_tsvector(string_to_array(lexemes, ' '))" : column,
      )
      await client.query(
        `insert into ${table} (${columns.join(', ')}) select ${chosen.join(', ')}
         from unnest(${types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')}) as given (${columns.join(', ')})`,
        arrays,
      )
    },
  }
}
