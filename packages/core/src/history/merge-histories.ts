import type { Change } from '../change.ts'
import { findConflicts } from './find-conflicts.ts'
import {
  type Conflict,
  compareEvents,
  eventId,
  type History,
  type HistoryEvent,
  type Unseen,
} from './history.ts'
import { whetherMet, withoutWhole } from './met-before.ts'
import { completeEvent, sameEvent } from './partial-event.ts'
import { withWhatRests } from './standing-of.ts'

/** A history of events in any order, some of them perhaps more than once: then with the lowest clock. */
export function historyOf({ events, conflicts, unseen }: History): History {
  return {
    events: joinEvents([], events).events.sort(compareEvents),
    conflicts: joinConflicts(conflicts),
    unseen: joinUnseen(unseen),
  }
}

/**
 * Joins what was done to a study by people who worked apart, on copies of one file: every event of either, once. Joining is
 * commutative, associative and idempotent: in whatever order copies are joined, the same history comes of it. What cannot both
 * hold stands in `conflicts`; both sides stay in the history.
 *
 * A blind copy knows what had met before it was made (`metBefore`), so that two of them may be joined before either is joined with the whole.
 *
 * Two events with the same id that say different things are both kept; the first by `compareEvents` counts.
 */
export function mergeHistories(one: History, other: History): History {
  const { events, added, shared } = joinEvents(one.events, other.events)
  const theirs = added.flatMap(event => ('change' in event ? [event.change] : []))
  const ours = one.events.flatMap(event => ('change' in event && !shared.has(event) ? [event.change] : []))
  const known = [...one.conflicts, ...other.conflicts]
  const made = () => changesOf(events)
  const options = () => ({ beside: made(), met: whetherMet(known) })
  const found = ours.length === 0 || theirs.length === 0 ? none : findConflicts(ours, theirs, options())
  return {
    events: events.sort(compareEvents),
    conflicts: withoutWhole(withWhatRests(joinConflicts([...known, ...found.conflicts]), made), events),
    unseen: joinUnseen([...one.unseen, ...other.unseen, ...found.unseen]),
  }
}

function* changesOf(events: readonly HistoryEvent[]): Iterable<Change> {
  for (const event of events) if ('change' in event) yield event.change
}

const none = { conflicts: [], unseen: [] }

interface JoinedEvents {
  readonly events: HistoryEvent[]
  /** Those that came to the first ones. */
  readonly added: readonly HistoryEvent[]
  /** Those of the first ones that came again. */
  readonly shared: ReadonlySet<HistoryEvent>
}

function joinEvents(first: readonly HistoryEvent[], more: readonly HistoryEvent[]): JoinedEvents {
  const known = new Map<string, HistoryEvent | readonly HistoryEvent[]>()
  const know = (event: HistoryEvent) => {
    const id = eventId(event)
    const before = known.get(id)
    known.set(id, before === undefined ? event : [before, event].flat())
  }
  for (const event of first) know(event)
  const added: HistoryEvent[] = []
  const shared = new Set<HistoryEvent>()
  const completed = new Map<HistoryEvent, HistoryEvent>()
  for (const event of more) {
    const found = same(known.get(eventId(event)), event)
    if (found === undefined) {
      added.push(event)
      know(event)
      continue
    }
    shared.add(found)
    const before = completed.get(found) ?? found
    const complete = completeEvent(before, event)
    if (complete !== before) completed.set(found, complete)
  }
  const events = [...first, ...added]
  return {
    events: completed.size === 0 ? events : events.map(each => completed.get(each) ?? each),
    added,
    shared,
  }
}

/** The one of the events with an id that says the same, or has another part of it. */
function same(
  known: HistoryEvent | readonly HistoryEvent[] | undefined,
  event: HistoryEvent,
): HistoryEvent | undefined {
  if (known === undefined) return undefined
  const all = [known].flat()
  const said = 'change' in event ? JSON.stringify(event.change) : null
  const quick = all.find(each => 'change' in each && JSON.stringify(each.change) === said)
  return quick ?? all.find(each => sameEvent(each, event))
}

function joinConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  const joined = new Map<string, Set<string>>()
  for (const { about, changes } of conflicts) {
    const known = joined.get(about) ?? new Set()
    joined.set(about, known)
    for (const change of changes) known.add(change)
  }
  return [...joined.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([about, changes]) => ({ about, changes: [...changes].sort() }))
}

function joinUnseen(unseen: readonly Unseen[]): readonly Unseen[] {
  const joined = new Map(unseen.map(each => [JSON.stringify([each.change, each.redefinition]), each]))
  return [...joined.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
