import type { DatabaseSync } from 'node:sqlite'
import type { Change } from '@codeerbank/core'
import { hashEntry, type LogAction, type LogEntry } from './log-entry.ts'
import type { LogHead } from './read-log.ts'

/** What is appended: changes that belong together, or the undoing or redoing of a batch. */
export type Appended =
  | { readonly action: 'apply'; readonly changes: readonly Change[] }
  | { readonly action: 'undo' | 'redo'; readonly target: number }

/** Appends one batch inside a transaction that is open. */
export function appendEntries(
  database: DatabaseSync,
  head: LogHead,
  appended: Appended,
  by: string,
  recorded: string,
): { readonly entries: readonly LogEntry[]; readonly head: LogHead } {
  const insert = database.prepare(
    'insert into log (seq, batch, action, body, change_id, kind, by, recorded, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const batch = head.seq + 1
  const entries: LogEntry[] = []
  let { seq, hash } = head
  const append = (
    action: LogAction,
    body: string,
    more: Pick<LogEntry, 'change' | 'target'>,
    who: string,
  ) => {
    seq += 1
    hash = hashEntry(hash, { seq, batch, action, body, by: who, recorded })
    const { change } = more
    insert.run(seq, batch, action, body, change?.id ?? null, change?.kind ?? null, who, recorded, hash)
    entries.push({ seq, batch, action, by: who, recorded, hash, ...more })
  }
  if (appended.action === 'apply')
    for (const change of appended.changes) append('apply', JSON.stringify(change), { change }, change.by)
  else append(appended.action, JSON.stringify(appended.target), { target: appended.target }, by)
  return { entries, head: { seq, hash } }
}
