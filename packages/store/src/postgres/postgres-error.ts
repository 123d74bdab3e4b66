import { StudyError } from '@codeerbank/core'
import { type StoreProblemCode, storeError } from '../store-error.ts'

const unreachable: readonly [StoreProblemCode, string] = [
  'store-unreachable',
  'The server cannot be reached. See that it runs, and that its name and port are right.',
]
const lost: readonly [StoreProblemCode, string] = [
  'store-lost',
  'The connection to the server was lost. What was not acknowledged is kept whole or not at all: look at the study again before you repeat it.',
]
const locked: readonly [StoreProblemCode, string] = [
  'store-locked',
  'Others are writing to the study. Try again in a moment.',
]
const readOnly: readonly [StoreProblemCode, string] = [
  'store-read-only',
  'The study cannot be written to. It was opened only to be read, or this user or server may not write.',
]

const timeout: readonly [StoreProblemCode, string] = [
  'store-timeout',
  'The server ended the work because it took longer than it allows, and nothing was changed. Try again, or have its statement_timeout raised.',
]
const encoding: readonly [StoreProblemCode, string] = [
  'store-refused',
  'The database does not keep texts as UTF-8, and nothing was changed. Have one made with the encoding UTF8.',
]
const gone: readonly [StoreProblemCode, string] = [
  'store-damaged',
  'Tables of the study are not there any more. Take the last backup.',
]
const certificate: readonly [StoreProblemCode, string] = [
  'store-refused',
  'The server cannot prove that it is who it says. Give its certificate (sslrootcert=file), or correct its name.',
]
const unencrypted: readonly [StoreProblemCode, string] = [
  'store-refused',
  'The server offers no encrypted connection. Have that set up there, or write sslmode=disable where the way to it is safe.',
]

/** What a person can do something about, by the code of the system or PostgreSQL's SQLSTATE (its manual, appendix A). */
const known: ReadonlyMap<string, readonly [StoreProblemCode, string]> = new Map([
  ['ECONNREFUSED', unreachable],
  ['ENOTFOUND', unreachable],
  ['EAI_AGAIN', unreachable],
  ['ETIMEDOUT', unreachable],
  ['EHOSTUNREACH', unreachable],
  ['ENOENT', unreachable],
  ['57014', timeout],
  ['25P03', lost],
  ['22P05', encoding],
  ['42P01', gone],
  ['42703', gone],
  ['3F000', gone],
  ['57P03', unreachable],
  ['ECONNRESET', lost],
  ['EPIPE', lost],
  ['57P01', lost],
  ['57P02', lost],
  ['28P01', ['store-refused', 'The server does not know this name with this password. Correct them.']],
  ['28000', ['store-refused', 'The server does not let this user in. Ask who keeps it.']],
  ['53300', ['store-locked', 'The server has no connection left. Try again in a moment.']],
  ['3D000', ['store-missing', 'The server has no such database. Correct its name, or have it made.']],
  ['42501', readOnly],
  ['25006', readOnly],
  ['55P03', locked],
  ['40001', locked],
  ['40P01', locked],
  [
    '53100',
    ['store-full', 'The disk of the server is full, and nothing was changed. Make room and try again.'],
  ],
  ['58030', ['store-io', 'The disk of the server gave an error, and nothing was changed. Check it.']],
  ['XX001', ['store-damaged', 'The database is damaged. Take the last backup.']],
  [
    'XX002',
    ['store-damaged', 'An index of the database is damaged. Have it made again, and verify the study.'],
  ],
])

/** What the server or the way to it says, as a problem that a person can act on; any other error as it is. */
export function asPostgresError(error: unknown, location: string): unknown {
  return told(error, location, /connection|terminated|timeout expired|not queryable/i, lost)
}

/** The same where the connection was not there yet. */
export function asConnectError(error: unknown, location: string): unknown {
  if (error instanceof Error && 'syscall' in error && error.syscall === 'open')
    return storeError(
      'store-address',
      'A file that the address names cannot be read. Correct its name.',
      location,
      error,
    )
  if (error instanceof Error && /does not support SSL/.test(error.message))
    return storeError(unencrypted[0], unencrypted[1], location, error)
  if (error instanceof Error && 'code' in error && /CERT|SIGNATURE|^ERR_(TLS|SSL)/.test(String(error.code)))
    return storeError(certificate[0], certificate[1], location, error)
  return told(error, location, /./, unreachable)
}

/** @param like what the message of an error without a known code is like, and what that stands for */
function told(
  error: unknown,
  location: string,
  like: RegExp,
  stands: readonly [StoreProblemCode, string],
): unknown {
  if (!(error instanceof Error) || error instanceof StudyError) return error
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined
  const found =
    typeof code === 'string'
      ? (known.get(code) ?? (code.startsWith('08') ? lost : undefined))
      : like.test(error.message)
        ? stands
        : undefined
  return found === undefined ? error : storeError(found[0], found[1], location, error)
}

/** Whether a connection that gave an error cannot be used again. */
export function isLost(error: unknown): boolean {
  return error instanceof StudyError && error.problems.some(({ code }) => code === 'store-lost')
}
