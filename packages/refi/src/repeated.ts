/** Finds a thing by its id among those made so far. */
export type MadeSoFar<T> = (id: string) => T | undefined

/**
 * A look-up in a list that grows. Nothing is kept before something is asked: most projects have no GUID twice.
 *
 * @param items a list that only grows at its end
 */
export function madeSoFar<T>(items: readonly T[], idOf: (item: T) => string): MadeSoFar<T> {
  const found = new Map<string, T>()
  let seen = 0
  return id => {
    for (; seen < items.length; seen++) found.set(idOf(items[seen]!), items[seen]!)
    return found.get(id)
  }
}
