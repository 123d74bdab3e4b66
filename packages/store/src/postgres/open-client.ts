import { Client, escapeIdentifier } from 'pg'
import type { PostgresAddress } from './postgres-address.ts'
import { asConnectError } from './postgres-error.ts'

export interface ClientOptions {
  readonly readOnly: boolean
  /** How long to wait for a connection and for other writers, in ms. */
  readonly patience: number
}

/** Connects, with the tables of a study at hand. An acknowledged write is on the server's disk. */
export async function openClient(
  { url, schema, location }: PostgresAddress,
  { readOnly, patience }: ClientOptions,
): Promise<Client> {
  const client = clientOf(url, location, patience)
  // A connection that is lost shows at the next statement; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect().catch(error => {
      throw asConnectError(error, location)
    })
    await client.query(
      `set search_path to ${escapeIdentifier(schema)}; set synchronous_commit to on; set lock_timeout to ${Math.max(1, Math.round(patience))};
       set default_transaction_read_only to ${readOnly ? 'on' : 'off'}; set client_min_messages to warning;
       set default_transaction_isolation to 'read committed'; set bytea_output to hex`,
    )
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

function clientOf(url: string, location: string, patience: number): Client {
  try {
    return new Client({
      connectionString: url,
      application_name: 'codeerbank',
      connectionTimeoutMillis: Math.max(patience, 1000),
      keepAlive: true,
    })
  } catch (error) {
    throw asConnectError(error, location)
  }
}
