import type { Driver } from './driver.ts'
import { isPostgresAddress } from './postgres/postgres-address.ts'
import { openSqlite } from './sqlite-driver.ts'

export interface DriverOptions {
  /** Whether to make the study where there is none. */
  readonly create: boolean
  readonly readOnly: boolean
  /** How long to wait for another writer, in ms. */
  readonly patience: number
}

/** Opens the database that a study is in, by where it is. */
export async function openDriver(location: string, options: DriverOptions): Promise<Driver> {
  if (!isPostgresAddress(location)) return openSqlite(location, options)
  // Read only where it is needed: whoever works with files does without the client.
  const { openPostgres } = await import('./postgres/postgres-driver.ts')
  return openPostgres(location, options)
}
