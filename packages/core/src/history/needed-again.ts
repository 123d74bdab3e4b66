import type { Change } from '../change.ts'
import { thingsMade, thingsNeeded } from './things-of-change.ts'

/**
 * Changes that one undid while another built on what they made: a code that was coded with, a segment that was coded. They hold all the same,
 * since what rests on them would vanish with them. Where one person works alone that does not occur: the last is undone first.
 *
 * @param made all changes, in order
 * @param undone ids of those that were undone
 * @param stands whether a change that was not undone holds, by its id
 * @returns the ids of the undone ones that hold
 */
export function neededAgain(
  made: readonly Change[],
  undone: ReadonlySet<string>,
  stands: (id: string) => boolean,
): ReadonlySet<string> {
  const needed = new Set<string>()
  const gone = new Map<string, number>()
  made.forEach((change, place) => {
    if (undone.has(change.id))
      for (const thing of thingsMade(change)) if (!gone.has(thing)) gone.set(thing, place)
  })
  if (gone.size === 0) return needed
  const there = new Map<string, number>()
  const waiting: number[] = []
  made.forEach((change, place) => {
    if (undone.has(change.id) || !stands(change.id)) return
    waiting.push(place)
    for (const thing of thingsMade(change)) if (gone.has(thing) && !there.has(thing)) there.set(thing, place)
  })
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
    for (const thing of thingsNeeded(made[place]!)) {
      const maker = gone.get(thing)
      // Somebody made it anew before it was needed; or it is needed by what is before it, which would not fit in any case.
      if (maker === undefined || maker > place || (there.get(thing) ?? place) < place) continue
      if (needed.has(made[maker]!.id)) continue
      needed.add(made[maker]!.id)
      waiting.push(maker)
    }
  return needed
}
