import { stableJson } from '../stable-json.ts'
import { eventId, type HistoryEvent } from './history.ts'

/**
 * An event with only those parts that are about what may be seen: what a correction did to segments, what a split did to codings, which changes
 * were undone together. It stays the same event: `sameEvent` knows it again, and `completeEvent` puts parts together.
 *
 * @param shown whether a segment, a coding or a change may be seen, by its id
 */
export function partialEvent(event: HistoryEvent, shown: (id: string) => boolean): HistoryEvent {
  if (!('change' in event)) return { ...event, changes: event.changes.filter(shown) }
  const { change } = event
  if (change.kind === 'correct-source')
    return { ...event, change: { ...change, moves: change.moves.filter(({ segment }) => shown(segment)) } }
  if (change.kind === 'split-code')
    return { ...event, change: { ...change, assign: change.assign.filter(({ coding }) => shown(coding)) } }
  return event
}

/** Whether two events are one, of which each may have but a part. */
export function sameEvent(one: HistoryEvent, other: HistoryEvent): boolean {
  return one === other || (eventId(one) === eventId(other) && whatIsWhole(one) === whatIsWhole(other))
}

/** What an event says that is never left out. */
function whatIsWhole(event: HistoryEvent): string {
  const { clock: _, ...said } = partialEvent(event, () => false)
  return stableJson(said)
}

/**
 * An event with the parts of two that are the same, and the lower clock. The parts are in the order of their ids where the two differ, so
 * that it does not matter which comes first.
 */
export function completeEvent(one: HistoryEvent, other: HistoryEvent): HistoryEvent {
  const clock = Math.min(one.clock, other.clock)
  if ('change' in one && 'change' in other) {
    if (one.change.kind === 'correct-source' && other.change.kind === 'correct-source')
      return {
        clock,
        change: {
          ...one.change,
          moves: together(one.change.moves, other.change.moves, each => each.segment),
        },
      }
    if (one.change.kind === 'split-code' && other.change.kind === 'split-code')
      return {
        clock,
        change: {
          ...one.change,
          assign: together(one.change.assign, other.change.assign, each => each.coding),
        },
      }
  } else if (!('change' in one) && !('change' in other))
    return { ...one, clock, changes: together(one.changes, other.changes, id => id) }
  return one.clock <= other.clock ? one : { ...one, clock }
}

function together<T>(one: readonly T[], other: readonly T[], idOf: (item: T) => string): readonly T[] {
  if (stableJson(one) === stableJson(other)) return one
  const said = new Map<string, T>()
  for (const item of [...one, ...other]) said.set(stableJson([idOf(item), item]), item)
  return [...said.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
