/** A code and what it lies under. */
export interface Lying {
  readonly id: string
  readonly parent: string | null
}

/**
 * Where codes are to be put so that those under each parent come in a new order: the longest run of siblings that are in order already stays.
 * A code that is put before another goes right before it, so that several in a row come in the order in which they are put.
 *
 * @param before the codes in their order of before
 * @param after those that are to be, in their order, each once
 * @returns for each code that does not stay, the sibling before which it is put, or `null` for the end
 */
export function placeCodes(
  before: readonly Lying[],
  after: readonly Lying[],
): ReadonlyMap<string, string | null> {
  const old = new Map(before.map(({ id, parent }, place) => [id, { parent, place }]))
  const placed = new Map<string, string | null>()
  for (const [parent, siblings] of Map.groupBy(after, each => each.parent)) {
    const known = siblings.flatMap(({ id }) => {
      const was = old.get(id)
      return was === undefined || was.parent !== parent ? [] : [{ id, place: was.place }]
    })
    const staying = new Set(longestRun(known.map(({ place }) => place)).map(i => known[i]!.id))
    let next: string | null = null
    for (const { id } of siblings.toReversed())
      if (staying.has(id)) next = id
      else placed.set(id, next)
  }
  return placed
}

/** The indices of the longest run of numbers, from the first on, in which each is higher than the one before (patience sorting). */
export function longestRun(numbers: readonly number[]): readonly number[] {
  /** For each length of a run, the index of the lowest number in which one ends. */
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before.push(low === 0 ? -1 : ends[low - 1]!)
    ends[low] = i
  })
  const run: number[] = []
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at]!) run.push(at)
  return run.reverse()
}
