import type { Change } from '@codeerbank/core'
import type { SqlValue, Statements } from './driver.ts'
import { entryOf, hashEntry, type LogRow, type MergedPart } from './log-entry.ts'
import type { LogHead } from './read-log.ts'

/** What is appended: changes that belong together, the undoing or redoing of a batch, or what was done apart. */
export type Appended =
  | { readonly action: 'apply'; readonly changes: readonly Change[] }
  | { readonly action: 'undo' | 'redo'; readonly target: number }
  | { readonly action: 'merge'; readonly parts: readonly MergedPart[] }

/** Where and by whom a batch is appended. */
export interface Appending {
  /** The key of the study's rows. */
  readonly study: string
  readonly head: LogHead
  readonly by: string
  /** ISO 8601. */
  readonly recorded: string
}

export const logColumns = [
  ...['study', 'seq', 'batch', 'action', 'body', 'change_id', 'kind', 'by', 'recorded', 'hash'],
]

/** A row of the log as the table has it. The id of a change that was taken in may come twice, with another clock. */
export function logRow(study: string, row: LogRow): SqlValue[] {
  const { seq, batch, action, body, by, recorded, hash } = row
  const { change } = entryOf(row)
  const id = action === 'apply' ? (change?.id ?? null) : null
  return [study, seq, batch, action, body, id, change?.kind ?? null, by, recorded, hash]
}

/** How many rows, and characters, are written at once: so many that a call is nothing, so few that they are no burden. */
const pageSize = 1000
const pageLength = 16_000_000

/** Chains one batch to the end of a log, inside a transaction that holds the head, and gives the new head. */
export async function appendEntries(
  statements: Statements,
  appended: Appended,
  { study, head, by, recorded }: Appending,
): Promise<LogHead> {
  const batch = head.seq + 1
  let { seq, hash } = head
  let rows: SqlValue[][] = []
  let length = 0
  const { action } = appended
  const add = (body: string, who: string, id: string | null, kind: string | null) => {
    seq += 1
    hash = hashEntry(hash, { seq, batch, action, body, by: who, recorded })
    rows.push([study, seq, batch, action, body, id, kind, who, recorded, hash])
    length += body.length
  }
  const write = async () => {
    await statements.insert('log', logColumns, rows)
    rows = []
    length = 0
  }
  if (appended.action === 'apply')
    for (const change of appended.changes) {
      add(JSON.stringify(change), change.by, change.id, change.kind)
      if (rows.length >= pageSize || length >= pageLength) await write()
    }
  else if (appended.action === 'merge')
    for (const part of appended.parts) {
      add(
        JSON.stringify(part),
        by,
        null,
        'event' in part && 'change' in part.event ? part.event.change.kind : null,
      )
      if (rows.length >= pageSize || length >= pageLength) await write()
    }
  else add(JSON.stringify(appended.target), by, null, null)
  await write()
  await statements.run('update head set seq = $2, hash = $3 where study = $1', [study, seq, hash])
  return { seq, hash }
}
