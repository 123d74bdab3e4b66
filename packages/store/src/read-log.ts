import type { DatabaseSync } from 'node:sqlite'
import { type Change, type Problem, parseChanges, StudyError } from '@codeerbank/core'
import { hashEntry, type LogAction, type LogEntry, noHash } from './log-entry.ts'
import { storeProblem } from './store-error.ts'

interface LogRow {
  readonly seq: number
  readonly batch: number
  readonly action: LogAction
  readonly body: string
  readonly by: string
  readonly recorded: string
  readonly hash: string
}

/** Where a log stands: how many entries it has, and the hash of the last. */
export interface LogHead {
  readonly seq: number
  readonly hash: string
}

export const emptyHead: LogHead = { seq: 0, hash: noHash }

/**
 * Reads the entries after a place in the log, each checked against the hash of the one before.
 *
 * @param onEntry called for each entry that is read
 * @throws StudyError `store-damaged`, with the first entry that does not follow
 */
export function readLog(
  database: DatabaseSync,
  file: string,
  after: LogHead = emptyHead,
  onEntry: (entry: LogEntry) => void = () => {},
): { readonly entries: readonly LogEntry[]; readonly head: LogHead } {
  const { entries, head, problem } = followLog(database, file, after, onEntry)
  if (problem !== undefined) throw new StudyError([problem])
  return { entries, head }
}

/** The same, giving what is sound before the first fault. */
export function followLog(
  database: DatabaseSync,
  file: string,
  after: LogHead = emptyHead,
  onEntry: (entry: LogEntry) => void = () => {},
): { readonly entries: readonly LogEntry[]; readonly head: LogHead; readonly problem?: Problem } {
  const entries: LogEntry[] = []
  let head = after
  const rows = database.prepare(
    'select seq, batch, action, body, by, recorded, hash from log where seq > ? order by seq',
  )
  for (const row of rows.iterate(after.seq) as Iterable<unknown> as Iterable<LogRow>) {
    const fault = faultOf(row, head)
    if (fault !== undefined)
      return {
        entries,
        head,
        problem: storeProblem(
          'store-damaged',
          `The history is damaged at entry ${head.seq + 1}: ${fault}. Take the last backup; what stands before it is sound.`,
          file,
        ),
      }
    const { body, ...kept } = row
    const entry: LogEntry =
      row.action === 'apply'
        ? { ...kept, change: JSON.parse(body) as Change }
        : { ...kept, target: Number(JSON.parse(body)) }
    entries.push(entry)
    onEntry(entry)
    head = { seq: row.seq, hash: row.hash }
  }
  return { entries, head }
}

function faultOf(row: LogRow, head: LogHead): string | undefined {
  if (row.seq !== head.seq + 1) return 'an entry is missing'
  if (hashEntry(head.hash, row) !== row.hash) return 'it is not what was written'
  if (row.action !== 'apply') return undefined
  // What the hash vouches for was checked when it was written; a sample of every hundredth costs next to nothing.
  if (row.seq % 100 !== 1) return undefined
  try {
    parseChanges([JSON.parse(row.body)])
    return undefined
  } catch {
    return 'it is no change'
  }
}
