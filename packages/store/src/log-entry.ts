import { createHash } from 'node:crypto'
import type { Change } from '@codeerbank/core'

/** What an entry of the log does: a change is applied, or a whole batch of changes is undone or done again. */
export type LogAction = 'apply' | 'undo' | 'redo'

/** One row of the log. Entries that were appended together are a batch: they are undone together. */
export interface LogEntry {
  /** From 1, without gaps. */
  readonly seq: number
  readonly batch: number
  readonly action: LogAction
  /** The change, for `apply`. */
  readonly change?: Change
  /** The batch that is undone or done again, for the others. */
  readonly target?: number
  readonly by: string
  /** ISO 8601 time at which the entry was appended. */
  readonly recorded: string
  /** SHA-256 in hexadecimal over the entry and the hash of the one before it. */
  readonly hash: string
}

/** The hash before the first entry. */
export const noHash = '0'.repeat(64)

/** What is hashed of an entry: everything that says what happened, in one fixed order. */
export function hashEntry(
  before: string,
  {
    seq,
    batch,
    action,
    body,
    by,
    recorded,
  }: Omit<LogEntry, 'hash' | 'change' | 'target'> & { readonly body: string },
): string {
  return createHash('sha256')
    .update(JSON.stringify([before, seq, batch, action, body, by, recorded]))
    .digest('hex')
}
