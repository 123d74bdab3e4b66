import { type Identified, positionOf } from '@codeerbank/core'

/**
 * Makes a finder of positions in a list, for ids that mostly come in the order of the list, over and over: it looks
 * where it found the last one and just behind that before it looks the id up. It gives what `positionOf` gives.
 */
export function positionFinder(items: readonly Identified[]): (id: string) => number {
  let last = 0
  return id => {
    if (items[last]?.id === id) return last
    if (items[last + 1]?.id === id) return ++last
    const at = positionOf(items, id)
    if (at !== -1) last = at
    return at
  }
}
