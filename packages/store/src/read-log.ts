import { StudyError } from '@codeerbank/core'
import type { Driver, SqlRow, Statements } from './driver.ts'
import { entryOf, hashEntry, type LogAction, type LogEntry, type LogRow, noHash } from './log-entry.ts'
import { storeProblem } from './store-error.ts'

/** Where a log stands: how many entries it has, and the hash of the last. */
export interface LogHead {
  readonly seq: number
  readonly hash: string
}

export const emptyHead: LogHead = { seq: 0, hash: noHash }

/** How many entries are asked for at once. */
const pageSize = 5000

/** Which log it is, for statements and for messages. */
export type LogPlace = Pick<Driver, 'location' | 'study'>

export interface LogReading {
  /** Where to begin; from nothing by default. */
  readonly after?: LogHead
  /** The last entry to read; by default the head is, where the log must end. */
  readonly until?: number
  /** Called after each page, with how many entries were read and how many there are to read. */
  readonly onRead?: ((read: number, total: number) => void) | undefined
}

/**
 * Reads the entries after a place in the log a page at a time, each checked against the hash of the one before, up to an entry or
 * to the head, where the log must end.
 *
 * @throws StudyError `store-damaged` at the first entry that does not follow, after the pages before it
 */
export async function* logPages(
  statements: Statements,
  { location, study }: LogPlace,
  { after = emptyHead, until = Number.POSITIVE_INFINITY, onRead }: LogReading = {},
): AsyncGenerator<readonly LogRow[]> {
  const damaged = (at: number, fault: string) =>
    new StudyError([
      storeProblem(
        'store-damaged',
        `The history is damaged at entry ${at}: ${fault}. Take the last backup; what stands before it is sound.`,
        location,
      ),
    ])
  // One statement sees one moment, so that the end of the log and the head agree while others append.
  const [last] = await statements.all(
    `select seq, hash, (select seq from log where study = $1 order by seq desc limit 1) as last from head
     where study = $1`,
    [study],
  )
  const whole = { seq: Number(last?.['seq'] ?? -1), hash: String(last?.['hash']) }
  const end = { seq: Math.min(whole.seq, until) }
  let head = after
  while (head.seq < end.seq) {
    const rows = await statements.all(
      `select seq, batch, action, body, by, recorded, hash from log where study = $1 and seq > $2 and seq <= $3
       order by seq limit ${pageSize}`,
      [study, head.seq, end.seq],
    )
    const page: LogRow[] = []
    let fault = rows.length === 0 ? 'an entry is missing' : null
    for (const each of rows) {
      const row = rowOf(each)
      fault = faultOf(row, head)
      if (fault !== null) break
      page.push(row)
      head = row
    }
    if (page.length > 0) yield page
    if (fault !== null) throw damaged(head.seq + 1, fault)
    onRead?.(head.seq - after.seq, end.seq - after.seq)
  }
  if (until < whole.seq) return
  if (Number(last?.['last'] ?? 0) !== whole.seq || head.seq !== whole.seq || head.hash !== whole.hash)
    throw damaged(head.seq + 1, 'the history does not end where it should')
}

/** All entries after a place in the log; as `logPages`. */
export async function readLog(
  statements: Statements,
  place: LogPlace,
  reading: LogReading = {},
): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = []
  for await (const page of logPages(statements, place, reading))
    for (const row of page) entries.push(entryOf(row))
  return entries
}

/** An entry as the database gives it. */
export function rowOf(row: SqlRow): LogRow {
  return {
    seq: Number(row['seq']),
    batch: Number(row['batch']),
    action: String(row['action']) as LogAction,
    body: String(row['body']),
    by: String(row['by']),
    recorded: String(row['recorded']),
    hash: String(row['hash']),
  }
}

/** What is wrong with a row that should follow a head. */
function faultOf(row: LogRow, before: LogHead): string | null {
  if (row.seq !== before.seq + 1) return 'an entry is missing'
  return hashEntry(before.hash, row) === row.hash ? null : 'it is not what was written'
}
