/** A set of codes as a rating: what one coder put on one unit. */
export type CodeSet = ReadonlySet<string>

/** What makes two sets of codes the same rating. */
export function codeSetKey(set: CodeSet): string {
  return JSON.stringify([...set].sort())
}

function shared(a: CodeSet, b: CodeSet): number {
  let count = 0
  for (const each of a) if (b.has(each)) count++
  return count
}

/** Jaccard's distance, 1 - |a and b| / |a or b|; two empty sets are the same. */
export function jaccardDistance(a: CodeSet, b: CodeSet): number {
  const both = shared(a, b)
  const either = a.size + b.size - both
  return either === 0 ? 0 : 1 - both / either
}

/**
 * MASI distance, 1 - Jaccard * monotonicity: 1 for the same set, 2/3 where one holds the other, 1/3 where they
 * overlap otherwise, 0 where they share nothing.
 *
 * Source: R. Passonneau (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation.
 */
export function masiDistance(a: CodeSet, b: CodeSet): number {
  const both = shared(a, b)
  const either = a.size + b.size - both
  if (either === 0) return 0
  const monotone = both === either ? 1 : both === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3
  return both === 0 ? 1 : 1 - (both / either) * monotone
}
