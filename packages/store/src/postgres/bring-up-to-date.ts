import { type Client, escapeIdentifier } from 'pg'
import { storeError } from '../store-error.ts'
import type { PostgresAddress } from './postgres-address.ts'
import { layoutSteps, newHead } from './postgres-layout.ts'

/**
 * Makes the tables of a study where there are none and that was asked for, and brings older ones to the layout of this program.
 *
 * @throws StudyError where there is no such study, or it is of a newer layout
 */
export async function bringUpToDate(
  client: Client,
  { location, study, schema }: PostgresAddress,
  { create, readOnly }: { readonly create: boolean; readonly readOnly: boolean },
): Promise<void> {
  const missing = () =>
    storeError('store-missing', 'The database has no such study. Correct its name, or make it.', location)
  const found = await layoutOf(client, schema)
  if (found === null && (!create || readOnly)) throw missing()
  if (found !== null && found > layoutSteps.length)
    throw storeError(
      'store-newer',
      `The study was written by a newer version (layout ${found}; this program knows ${layoutSteps.length}). Update Codeerbank.`,
      location,
    )
  if (found === layoutSteps.length || readOnly) return
  await client.query('begin')
  try {
    // Others may be making the same study at this moment.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [schema])
    const now = (await layoutOf(client, schema)) ?? 0
    if (now === 0) {
      await client.query(`create schema if not exists ${escapeIdentifier(schema)}`)
      await client.query('create table layout (study text primary key, version bigint not null)')
    }
    for (const step of layoutSteps.slice(now)) await client.query(step)
    if (now === 0) await client.query('insert into head values ($1, $2, $3)', [study, ...newHead])
    await client.query(
      'insert into layout values ($1, $2) on conflict (study) do update set version = excluded.version',
      [study, layoutSteps.length],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** The layout of a study; `null` where the database has none of that name. */
async function layoutOf(client: Client, schema: string): Promise<number | null> {
  const { rows: tables } = await client.query(
    "select 1 from information_schema.tables where table_schema = $1 and table_name = 'layout'",
    [schema],
  )
  if (tables.length === 0) return null
  const { rows } = await client.query('select version from layout')
  return rows.length === 0 ? null : Number(rows[0].version)
}
