import { storeError } from '../store-error.ts'

/** The address of a study on a server. */
export interface PostgresAddress {
  /** The address that the driver connects to, with the password. */
  readonly url: string
  /** The address as it may be shown. */
  readonly location: string
  /** The name of the study, and the key of its rows. */
  readonly study: string
  /** The schema that holds the study's tables. */
  readonly schema: string
}

/** Whether a location is meant for the address of a server and not for the path of a file. */
export function isPostgresAddress(location: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(location)
}

/**
 * An address as it may be shown: without its password.
 *
 * @throws StudyError as `parsePostgresAddress`
 */
export function shownAddress(address: string): string {
  return parsePostgresAddress(address).location
}

/** How a connection can be encrypted; all but `disable` and `no-verify` look whether the server is who it says. */
const encryptions: ReadonlySet<string> = new Set([
  ...['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'],
])

/** A name that is also the name of a schema: what PostgreSQL keeps of a name is 63 bytes. */
const studyName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u
const longestName = 48

/**
 * Reads `postgres://user:password@host:port/database?study=name`.
 *
 * @throws StudyError `store-address` where it is no address, or names no study
 */
export function parsePostgresAddress(text: string): PostgresAddress {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw storeError('store-address', `The address cannot be read. ${remedy}`, 'postgres://...')
  }
  if (url.protocol === 'file:')
    throw storeError('store-address', 'This is the address of a file. Give its path instead.', text)
  if (!/^postgres(ql)?:$/.test(url.protocol))
    throw storeError(
      'store-address',
      `The address is none of a PostgreSQL server. ${remedy}`,
      `${url.protocol}//...`,
    )
  const study = url.searchParams.get('study')?.normalize('NFC') ?? ''
  url.searchParams.delete('study')
  const encryption = url.searchParams.get('sslmode')
  const shown = new URL(url)
  shown.password = ''
  for (const name of ['password', 'sslpassword', 'sslkey']) shown.searchParams.delete(name)
  shown.searchParams.set('study', study)
  const location = shown.href
  if (!studyName.test(study) || Buffer.byteLength(study) > longestName)
    throw storeError(
      'store-address',
      `The address names no study, or one with other signs than letters, digits, spaces, ".", "-" and "_", or of more than ${longestName} bytes. ${remedy}`,
      location,
    )
  if (encryption !== null && !encryptions.has(encryption))
    throw storeError(
      'store-address',
      `The address has an sslmode that is none. Take one of ${[...encryptions].join(', ')}.`,
      location,
    )
  // The client takes these for the same, and says so in a warning.
  if (['prefer', 'require', 'verify-ca'].includes(encryption ?? ''))
    url.searchParams.set('sslmode', 'verify-full')
  return { url: url.href, location, study, schema: `codeerbank_${study}` }
}

const remedy = 'Write it as postgres://name@server:5432/database?study=my-study.'
