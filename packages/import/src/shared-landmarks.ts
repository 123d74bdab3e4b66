/**
 * The items that stand once in both of two lists, as many of them as keep their order: pairs of places, from the first on
 * (the landmarks of Bram Cohen's patience difference). Takes time in proportion to the lists, and the logarithm of what they share.
 */
export function sharedLandmarks(
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] {
  const [here, there] = [placesOf(one), placesOf(other)]
  const pairs: (readonly [number, number])[] = []
  for (const [item, place] of here) {
    const match = there.get(item)
    if (place !== null && match !== undefined && match !== null) pairs.push([place, match])
  }
  pairs.sort(([a], [b]) => a - b)
  return longestRise(pairs)
}

/** Where each item stands; `null` for one that stands more than once, or says nothing. */
function placesOf(items: readonly string[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>()
  items.forEach((item, i) => {
    places.set(item, places.has(item) || !/[\p{L}\p{N}]/u.test(item) ? null : i)
  })
  return places
}

/** The longest list of pairs whose second places rise (patience sorting). */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  pairs.forEach(([, place], i) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![1] < place) low = middle + 1
      else high = middle
    }
    before[i] = low === 0 ? -1 : tops[low - 1]!
    tops[low] = i
  })
  const rise: (readonly [number, number])[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) rise.push(pairs[i]!)
  return rise.reverse()
}
