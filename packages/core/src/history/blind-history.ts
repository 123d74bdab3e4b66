import type { Change, ChangeKind } from '../change.ts'
import type { History } from './history.ts'
import { partialEvent } from './partial-event.ts'

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
 * codebook and what they went through stay, but not what it did to others' segments and codings. Events keep their ids and clocks, so
 * that `mergeHistories` joins it with the whole again. A segment that another marked stays where the coder coded it too.
 *
 * @param coder the id of the coder, whose own work stays
 */
export function blindHistory({ events, conflicts, unseen }: History, coder: string): History {
  const changes = new Set<string>()
  const things = new Set<string>()
  const coded = segmentsOf(events, coder)
  for (const event of events) {
    if (!('change' in event) || event.change.by === coder || !tellsFindings(event.change)) continue
    if (event.change.kind === 'add-segment' && coded.has(event.change.segment.id)) continue
    changes.add(event.change.id)
    const thing = thingMade(event.change)
    if (thing !== undefined) things.add(thing)
  }
  const isShown = (id: string) => !changes.has(id)
  const mayBeSeen = (id: string) => isShown(id) && !things.has(id)
  return {
    events: events
      .filter(event =>
        'change' in event
          ? isShown(event.change.id) &&
            !(event.change.kind === 'remove-memo' && things.has(event.change.memo))
          : event.changes.some(isShown),
      )
      .map(event => partialEvent(event, mayBeSeen)),
    conflicts: conflicts.filter(conflict => conflict.changes.every(isShown)),
    unseen: unseen.filter(({ change }) => isShown(change)),
  }
}

/** The segments that a coder coded or wrote about. */
function segmentsOf(events: History['events'], coder: string): ReadonlySet<string> {
  const segments = new Set<string>()
  for (const event of events) {
    if (!('change' in event) || event.change.by !== coder) continue
    const { change } = event
    if (change.kind === 'code-segment') segments.add(change.coding.segment)
    else if (
      change.kind === 'write-memo' &&
      change.memo.on.type === 'segment' &&
      change.memo.on.id !== undefined
    )
      segments.add(change.memo.on.id)
  }
  return segments
}

function tellsFindings(change: Change): boolean {
  if (change.kind === 'write-memo') return !['study', 'case', 'code'].includes(change.memo.on.type)
  return readings.has(change.kind)
}

/** The segment, coding or memo that a change makes. */
function thingMade(change: Change): string | undefined {
  if (change.kind === 'add-segment') return change.segment.id
  if (change.kind === 'code-segment') return change.coding.id
  return change.kind === 'write-memo' ? change.memo.id : undefined
}
