import type { Change } from '@codeerbank/core'
import type { SqlValue, Statements } from './driver.ts'
import { hashEntry, type LogAction } from './log-entry.ts'
import type { LogHead } from './read-log.ts'

/** What is appended: changes that belong together, or the undoing or redoing of a batch. */
export type Appended =
  | { readonly action: 'apply'; readonly changes: readonly Change[] }
  | { readonly action: 'undo' | 'redo'; readonly target: number }

/** Where and by whom a batch is appended. */
export interface Appending {
  /** The key of the study's rows. */
  readonly study: string
  readonly head: LogHead
  readonly by: string
  /** ISO 8601. */
  readonly recorded: string
}

const columns = [
  ...['study', 'seq', 'batch', 'action', 'body', 'change_id', 'kind', 'by', 'recorded', 'hash'],
]

/** How many rows are written at once: so many that a call is nothing, so few that no copy of a large batch is made. */
const pageSize = 5000

/** Chains one batch to the end of a log, inside a transaction that holds the head, and gives the new head. */
export async function appendEntries(
  statements: Statements,
  appended: Appended,
  { study, head, by, recorded }: Appending,
): Promise<LogHead> {
  const batch = head.seq + 1
  let { seq, hash } = head
  let rows: SqlValue[][] = []
  const add = (action: LogAction, body: string, who: string, change?: Change) => {
    seq += 1
    hash = hashEntry(hash, { seq, batch, action, body, by: who, recorded })
    rows.push([
      study,
      seq,
      batch,
      action,
      body,
      change?.id ?? null,
      change?.kind ?? null,
      who,
      recorded,
      hash,
    ])
  }
  if (appended.action === 'apply')
    for (const change of appended.changes) {
      add('apply', JSON.stringify(change), change.by, change)
      if (rows.length < pageSize) continue
      await statements.insert('log', columns, rows)
      rows = []
    }
  else add(appended.action, JSON.stringify(appended.target), by)
  await statements.insert('log', columns, rows)
  await statements.run('update head set seq = $2, hash = $3 where study = $1', [study, seq, hash])
  return { seq, hash }
}
