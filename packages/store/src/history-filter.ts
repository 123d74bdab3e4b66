import type { Change } from '@codeerbank/core'
import { instantOf } from './instant-of.ts'
import type { LogEntry } from './log-entry.ts'
import type { HistoryQuery } from './study-store.ts'

/** Picks the entries that answer a query out of a log, or of those of its entries that bear on it. Throws RangeError where one of its times is none. */
export function historyFilter({
  kind,
  by,
  code,
  from,
  until,
  batch,
}: HistoryQuery): (entries: readonly LogEntry[]) => readonly LogEntry[] {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : instantOf(from, 'begin')
  const last = until === undefined ? Number.POSITIVE_INFINITY : instantOf(until, 'end')
  return entries => {
    const about = code === undefined ? null : entriesAbout(code, entries)
    return entries.filter(entry => {
      const time = Date.parse(entry.recorded)
      return (
        (kind === undefined || entry.change?.kind === kind) &&
        (by === undefined || entry.by === by) &&
        (batch === undefined || entry.batch === batch) &&
        (about === null || about.has(entry)) &&
        time >= first &&
        time <= last
      )
    })
  }
}

/** What was done to a code or with it. */
function entriesAbout(code: string, entries: readonly LogEntry[]): ReadonlySet<LogEntry> {
  const uses: Uses = { codings: new Set(), screenings: new Set() }
  const about = new Set<LogEntry>()
  for (const entry of entries) {
    const { change } = entry
    if (change === undefined || !isAbout(change, code, uses)) continue
    about.add(entry)
    if (change.kind === 'code-segment') uses.codings.add(change.coding.id)
    else if (change.kind === 'record-screening') uses.screenings.add(change.screening.id)
    else if (change.kind === 'split-code')
      for (const given of change.assign) if (given.code === code) uses.codings.add(given.coding)
  }
  return about
}

/** The codings that were made with a code, or that a split gave to it, and the readings for it, by id. */
interface Uses {
  readonly codings: Set<string>
  readonly screenings: Set<string>
}

function isAbout(change: Change, code: string, uses: Uses): boolean {
  switch (change.kind) {
    case 'add-code':
      return change.code.id === code
    case 'rename-code':
    case 'redefine-code':
    case 'move-code':
    case 'retire-code':
      return change.code === code
    case 'merge-codes':
      return change.into === code || change.codes.includes(code)
    case 'split-code':
      return change.code === code || change.into.some(({ id }) => id === code)
    case 'code-segment':
      return change.coding.code === code
    case 'withdraw-coding':
    case 'review-coding':
      return uses.codings.has(change.coding)
    case 'record-screening':
      return change.screening.code === code
    case 'withdraw-screening':
      return uses.screenings.has(change.screening)
    case 'write-memo':
      return change.memo.on.type === 'code' && change.memo.on.id === code
    default:
      return false
  }
}
