import type { Change, ChangeKind, ChangeOf } from '../change.ts'
import type { History } from './history.ts'
import { historyOf } from './merge-histories.ts'
import { metBefore } from './met-before.ts'
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
 * that `mergeHistories` joins it with the whole again. A segment that another marked stays where the coder coded it too; what the coder
 * did to another's coding or segment, such as a review after a correction, goes with it.
 *
 * @param coder the id of the coder, whose own work stays
 */
export function blindHistory({ events, conflicts, unseen }: History, coder: string): History {
  const made = events.flatMap(event => ('change' in event ? [event.change] : []))
  const { changes, things } = othersFindings(made, coder)
  // What the coder did to what others found tells of it, and would have nothing to stand on.
  for (const change of made) {
    if (!(change.by === coder || isPlacing(change)) || !restsOn(change).some(id => things.has(id))) continue
    changes.add(change.id)
    for (const thing of thingsMade(change)) things.add(thing)
  }
  const isShown = (id: string) => !changes.has(id)
  const mayBeSeen = (id: string) => isShown(id) && !things.has(id)
  const shown = events.filter(event =>
    'change' in event
      ? isShown(event.change.id) && !(event.change.kind === 'remove-memo' && things.has(event.change.memo))
      : event.changes.some(isShown),
  )
  const known = conflicts.filter(conflict => conflict.changes.every(isShown))
  return {
    events: shown.map(event => partialEvent(event, mayBeSeen)),
    conflicts: historyOf({
      events: [],
      conflicts: shown.length === events.length ? known : [...known, metBefore(events)],
      unseen: [],
    }).conflicts,
    unseen: unseen.filter(({ change }) => isShown(change)),
  }
}

/** The changes that tell what others found, and what only these made: the same words may be marked by two, and are then one segment. */
function othersFindings(made: readonly Change[], coder: string) {
  const changes = new Set<string>()
  const things = new Set<string>()
  const coded = segmentsOf(made, coder)
  const isHidden = (change: Change) =>
    change.by !== coder &&
    tellsFindings(change) &&
    !(change.kind === 'add-segment' && coded.has(change.segment.id))
  const [hidden, shown] = [made.filter(isHidden), made.filter(change => !isHidden(change))]
  for (const change of hidden) {
    changes.add(change.id)
    for (const thing of thingsMade(change)) things.add(thing)
  }
  for (const change of shown)
    if (change.kind !== 'write-memo') for (const thing of thingsMade(change)) things.delete(thing)
  return { changes, things }
}

/** The segments that a coder coded or wrote about. */
function segmentsOf(made: readonly Change[], coder: string): ReadonlySet<string> {
  const segments = new Set<string>()
  for (const change of made) {
    if (change.by !== coder) continue
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
function thingsMade(change: Change): readonly string[] {
  if (change.kind === 'add-segment') return [change.segment.id]
  if (change.kind === 'code-segment') return [change.coding.id]
  return change.kind === 'write-memo' ? [change.memo.id] : []
}

/** Where a segment stands is for everybody who coded it, whoever says so. */
function isPlacing(change: Change): change is ChangeOf<'accept-segment' | 'place-segment'> {
  return change.kind === 'accept-segment' || change.kind === 'place-segment'
}

/** The segments and codings without which a change cannot be. */
function restsOn(change: Change): readonly string[] {
  if (change.kind === 'withdraw-coding' || change.kind === 'review-coding') return [change.coding]
  if (change.kind === 'remove-segment' || isPlacing(change)) return [change.segment]
  if (change.kind === 'write-summary') return change.summary.cites.map(({ coding }) => coding)
  if (change.kind !== 'write-memo') return []
  const { type, id } = change.memo.on
  return id !== undefined && (type === 'segment' || type === 'coding') ? [id] : []
}
