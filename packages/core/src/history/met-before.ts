import type { Conflict, HistoryEvent } from './history.ts'
import { eventId } from './history.ts'

/** How what had met is told apart from what cannot both hold: both are kept in the same list of a history, and of a log. */
const mark = 'met:'

/**
 * Notes in a blind copy what had met in the study that it was made of. Without it two changes of which each is in another blind copy would
 * seem to be made apart, though one was made with the other in sight. A copy must not tell what it hides: so ids are digests.
 */
export function metBefore(events: readonly HistoryEvent[]): Conflict {
  const changes = events.map(event => digestOf(eventId(event))).sort()
  return { about: `${mark}${digestOf(changes.join())}`, changes }
}

/** Whether it is a note of `metBefore`, and no conflict. */
export function isMeeting({ about }: Conflict): boolean {
  return about.startsWith(mark)
}

/** Whether two changes, by their ids, had met before one of the blind copies was made. */
export function whetherMet(notes: readonly Conflict[]): (one: string, other: string) => boolean {
  const meetings = notes.filter(isMeeting).map(({ changes }) => new Set(changes))
  return (one, other) => meetings.some(met => met.has(digestOf(one)) && met.has(digestOf(other)))
}

/** The conflicts, without the notes of which everything is there again. */
export function withoutWhole(
  conflicts: readonly Conflict[],
  events: readonly HistoryEvent[],
): readonly Conflict[] {
  if (!conflicts.some(isMeeting)) return conflicts
  const there = new Set(events.map(event => digestOf(eventId(event))))
  return conflicts.filter(each => !isMeeting(each) || !each.changes.every(id => there.has(id)))
}

/** 53 bits of a text, in letters and digits (cyrb53, public domain): enough to tell the ids of a study apart, and not to read them. */
function digestOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 2654435761)
    other = Math.imul(other ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36)
}
