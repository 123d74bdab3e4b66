/** A thing that has an id. */
interface Identified {
  readonly id: string
}

/** By what a thing is known again; nothing for one that this tells nothing of. */
export type KeyOf<T> = (item: T) => string | undefined

/**
 * Pairs things that have other ids with those that they are: of what shares no id with the other side, those of one key, the keys one
 * after the other.
 *
 * @param inOrder whether several of one key are paired in their order; otherwise a key is passed over where it is not of one alone
 * @returns the ids of things there were, by those of the things given
 */
export function pairThings<T extends Identified>(
  before: readonly T[],
  given: readonly T[],
  keys: readonly KeyOf<T>[],
  inOrder = false,
): Map<string, string> {
  const pairs = new Map<string, string>()
  let [left, right] = [without(before, given), without(given, before)]
  for (const keyOf of keys) {
    const there = Map.groupBy(left, each => keyOf(each) || undefined)
    const taken = new Set<string>()
    for (const [key, items] of Map.groupBy(right, each => keyOf(each) || undefined)) {
      const found = key === undefined ? [] : (there.get(key) ?? [])
      if (!inOrder && (found.length !== 1 || items.length !== 1)) continue
      items.slice(0, found.length).forEach(({ id }, i) => {
        pairs.set(id, found[i]!.id)
        taken.add(found[i]!.id)
      })
    }
    left = left.filter(({ id }) => !taken.has(id))
    right = right.filter(({ id }) => !pairs.has(id))
  }
  return pairs
}

function without<T extends Identified>(items: readonly T[], others: readonly T[]): readonly T[] {
  const ids = new Set(others.map(({ id }) => id))
  return items.filter(({ id }) => !ids.has(id))
}
