import { distance } from 'fastest-levenshtein'

/** A name longer than this is not compared: it is text that went astray. */
const longest = 300

/**
 * The name of a list that takes the fewest edits to become the one that was typed (Levenshtein), letters of either
 * case being the same.
 *
 * @returns `undefined` where even the nearest has less than half of its characters right
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > longest) return undefined
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = Math.ceil(name.length / 2) + 1
  for (const each of names) {
    if (Math.abs(each.length - name.length) >= least) continue
    const edits = distance(wanted, each.toLowerCase())
    if (edits < least) {
      best = each
      least = edits
    }
  }
  return best
}
