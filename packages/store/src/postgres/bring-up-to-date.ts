import { type Client, escapeIdentifier } from 'pg'
import { storeError } from '../store-error.ts'
import type { PostgresAddress } from './postgres-address.ts'
import { cacheTables, layoutSteps, newHead } from './postgres-layout.ts'

/**
 * Makes the tables of a study where there are none and that was asked for, and brings older ones to the layout of this program.
 *
 * @throws StudyError where there is no such study, or it is of a newer layout
 */
export async function bringUpToDate(
  client: Client,
  address: PostgresAddress,
  { create, readOnly }: { readonly create: boolean; readonly readOnly: boolean },
): Promise<void> {
  const { location, study, schema } = address
  const missing = () =>
    storeError('store-missing', 'The database has no such study. Correct its name, or make it.', location)
  const found = await layoutOf(client, address)
  if (found === null && (!create || readOnly)) throw missing()
  if (found !== null && found > layoutSteps.length)
    throw storeError(
      'store-newer',
      `The study was written by a newer version (layout ${found}; this program knows ${layoutSteps.length}). Update Codeerbank.`,
      location,
    )
  if (readOnly) return
  if (found === layoutSteps.length) return mendCaches(client, schema)
  const { rows: encodings } = await client.query('show server_encoding')
  if (found === null && encodings[0].server_encoding !== 'UTF8')
    throw storeError(
      'store-refused',
      `The database keeps texts as ${encodings[0].server_encoding}. Have one made with the encoding UTF8.`,
      location,
    )
  await client.query('begin')
  try {
    // Others may be making the same study at this moment.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [schema])
    const now = (await layoutOf(client, address)) ?? 0
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

/** Makes caches anew that are gone. */
async function mendCaches(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query(
    'select count(*) as there from pg_catalog.pg_tables where schemaname = $1 and tablename = any($2)',
    [schema, ['snapshot', 'snapshot_part', 'search_state', 'search_document', 'search_lexemes']],
  )
  if (Number(rows[0].there) < 5)
    await client.query(
      `begin; ${cacheTables} delete from search_state; delete from search_document; delete from search_lexemes; commit`,
    )
}

/**
 * The layout of a study; `null` where the database has none of that name.
 *
 * @throws StudyError where it is not for this user to read, or is no study
 */
async function layoutOf(client: Client, { schema, location }: PostgresAddress): Promise<number | null> {
  const { rows: tables } = await client.query(
    "select 1 from pg_catalog.pg_tables where schemaname = $1 and tablename = 'layout'",
    [schema],
  )
  if (tables.length === 0) return null
  try {
    const { rows } = await client.query(`select version from ${escapeIdentifier(schema)}.layout`)
    return rows.length === 0 ? null : Number(rows[0].version)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '42501')
      throw storeError(
        'store-refused',
        'This user may not read the study. Ask who keeps it for the right.',
        location,
      )
    if (code === '42703')
      throw storeError(
        'store-not-a-study',
        'What has this name is no study of Codeerbank. Give another name.',
        location,
      )
    throw error
  }
}
