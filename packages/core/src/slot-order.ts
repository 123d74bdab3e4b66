/** The order of places in a list, into which a place can be put anywhere in constant time. */
export interface SlotOrder {
  /** Puts a new place, the next number, before another one, or at the end where `before` is -1. */
  put(before: number): void
  /** How many places come before one. Takes linear time after a place was put. */
  rankOf(slot: number): number
  /** All places, in order. */
  slots(): Iterable<number>
}

/** Begins with the places 0, 1, ... in that order. */
export function slotOrder(count: number): SlotOrder {
  // A ring of the places counted from 1. 0 is its edge: after that comes the first, before it the last, so that -1 stands for the end.
  const edge = 0
  const next = Array.from({ length: count + 1 }, (_, i) => (i === count ? edge : i + 1))
  const previous = Array.from({ length: count + 1 }, (_, i) => (i === 0 ? count : i - 1))
  let ranks: number[] | null = null

  function* slots(): Iterable<number> {
    for (let at = next[edge]!; at !== edge; at = next[at]!) yield at - 1
  }
  return {
    put(before) {
      const after = before + 1
      const added = next.length
      const last = previous[after]!
      next.push(after)
      previous.push(last)
      next[last] = added
      previous[after] = added
      ranks = null
    },
    rankOf(slot) {
      if (ranks === null) {
        ranks = []
        let rank = 0
        for (const each of slots()) ranks[each] = rank++
      }
      return ranks[slot]!
    },
    slots,
  }
}
