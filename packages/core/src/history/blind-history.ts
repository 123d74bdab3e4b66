import type { Change, ChangeKind } from '../change.ts'
import type { History } from './history.ts'

/** What shows how somebody read the sources. */
const readings: ReadonlySet<ChangeKind> = new Set([
  'add-segment',
  'remove-segment',
  'code-segment',
  'withdraw-coding',
  'review-coding',
  'record-screening',
  'withdraw-screening',
  'record-judgement',
  'withdraw-judgement',
  'state-claim',
  'withdraw-claim',
  'write-summary',
  'remove-summary',
  'settle-conflict',
])

/**
 * A history as a coder sees it who codes without knowing what others found: without their segments, codings, screenings,
 * judgements, claims and summaries, and without their memos but those about the study, its cases and its codes. Sources,
 * codebook and what they went through stay. Events keep their ids and clocks, so that `mergeHistories` joins it with the
 * whole again.
 *
 * @param coder the id of the coder, whose own work stays
 */
export function blindHistory({ events, conflicts, unseen }: History, coder: string): History {
  const hidden = new Set<string>()
  for (const event of events)
    if ('change' in event && event.change.by !== coder && tellsFindings(event.change))
      hidden.add(event.change.id)
  const shown = (id: string) => !hidden.has(id)
  return {
    events: events.filter(event => ('change' in event ? shown(event.change.id) : event.changes.some(shown))),
    conflicts: conflicts.filter(({ changes }) => changes.every(shown)),
    unseen: unseen.filter(({ change }) => shown(change)),
  }
}

function tellsFindings(change: Change): boolean {
  if (change.kind === 'write-memo') return !['study', 'case', 'code'].includes(change.memo.on.type)
  return readings.has(change.kind)
}
