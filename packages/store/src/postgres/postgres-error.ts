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

/** What a person can do something about, by the code of the system or PostgreSQL's SQLSTATE (its manual, appendix A). */
const known: ReadonlyMap<string, readonly [StoreProblemCode, string]> = new Map([
  ['ECONNREFUSED', unreachable],
  ['ENOTFOUND', unreachable],
  ['EAI_AGAIN', unreachable],
  ['ETIMEDOUT', unreachable],
  ['EHOSTUNREACH', unreachable],
  ['ENOENT', unreachable],
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
  if (!(error instanceof Error) || error instanceof StudyError) return error
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined
  const found =
    typeof code === 'string'
      ? (known.get(code) ?? (code.startsWith('08') ? lost : undefined))
      : /connection|terminated|timeout expired|not queryable/i.test(error.message)
        ? lost
        : undefined
  return found === undefined ? error : storeError(found[0], found[1], location, error)
}

/** Whether a connection that gave an error cannot be used again. */
export function isLost(error: unknown): boolean {
  return error instanceof StudyError && error.problems.some(({ code }) => code === 'store-lost')
}
