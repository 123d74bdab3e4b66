import { hash as hashOf } from 'node:crypto'
import type { Change } from '@codeerbank/core'

/** What an entry of the log does: a change is applied, or a whole batch of changes is undone or done again. */
export type LogAction = 'apply' | 'undo' | 'redo'

/** What an entry says of itself, whatever it does. */
export interface LogLine {
  /** From 1, without gaps. */
  readonly seq: number
  readonly batch: number
  readonly action: LogAction
  readonly by: string
  /** ISO 8601 time at which the entry was appended. */
  readonly recorded: string
  /** SHA-256 in hexadecimal over the entry and the hash of the one before it. */
  readonly hash: string
}

/** One entry of the log. Entries that were appended together are a batch: they are undone together. */
export interface LogEntry extends LogLine {
  /** The change, for `apply`. */
  readonly change?: Change
  /** The batch that is undone or done again, for the others. */
  readonly target?: number
}

/** An entry as it is kept: what it does is still text. */
export interface LogRow extends LogLine {
  /** JSON: the change, or the number of the batch. */
  readonly body: string
}

/** The hash before the first entry. */
export const noHash = '0'.repeat(64)

/** What is hashed of an entry: everything that says what happened, in one fixed order. */
export function hashEntry(
  before: string,
  { seq, batch, action, body, by, recorded }: Omit<LogRow, 'hash'>,
): string {
  return hashOf('sha256', JSON.stringify([before, seq, batch, action, body, by, recorded]), 'hex')
}

/** What a row of the log says. */
export function entryOf({ body, ...line }: LogRow): LogEntry {
  const said: unknown = JSON.parse(body)
  return line.action === 'apply' ? { ...line, change: said as Change } : { ...line, target: Number(said) }
}
