import { hash as hashOf } from 'node:crypto'
import type { Change, Conflict, HistoryEvent, Unseen } from '@codeerbank/core'

/**
 * What an entry of the log does: a change is applied, a whole batch of changes is undone or done again, or something is taken in
 * that was done apart.
 */
export type LogAction = 'apply' | 'undo' | 'redo' | 'merge'

/** One thing that was taken in from a copy: what was done there, or what of it cannot hold together with what was done here. */
export type MergedPart =
  | { readonly event: HistoryEvent }
  | { readonly conflict: Conflict }
  | { readonly unseen: Unseen }

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
  /** The change, for `apply`, and for `merge` where a change was taken in. */
  readonly change?: Change
  /** The batch that is undone or done again, for the others. */
  readonly target?: number
  /** What was taken in, for `merge`. */
  readonly merged?: MergedPart
}

/** An entry as it is kept: what it does is still text. */
export interface LogRow extends LogLine {
  /** JSON: the change, the number of the batch, or what was taken in. */
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
  if (line.action === 'apply') return { ...line, change: said as Change }
  if (line.action !== 'merge') return { ...line, target: Number(said) }
  const merged = said as MergedPart
  return 'event' in merged && 'change' in merged.event
    ? { ...line, merged, change: merged.event.change }
    : { ...line, merged }
}
