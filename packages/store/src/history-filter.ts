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
  const codings = new Set<string>()
  const about = new Set<LogEntry>()
  for (const entry of entries) {
    if (entry.change === undefined || !isAbout(entry.change, code, codings)) continue
    about.add(entry)
    if (entry.change.kind === 'code-segment') codings.add(entry.change.coding.id)
  }
  return about
}

/** @param codings those that were made with the code */
function isAbout(change: Change, code: string, codings: ReadonlySet<string>): boolean {
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
      return codings.has(change.coding)
    case 'record-screening':
      return change.screening.code === code
    case 'write-memo':
      return change.memo.on.type === 'code' && change.memo.on.id === code
    default:
      return false
  }
}
