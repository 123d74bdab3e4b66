import { indexText, paragraphAt, type Source } from '@codeerbank/core'
import type { Distance } from './query.ts'

/**
 * Measures how far a later stretch of a source is from an earlier one: characters (UTF-16 units) between them, or
 * how many turns or paragraphs further it begins than the earlier one ends; 0 in the same one. Where nobody has a turn, no number
 * of turns is enough.
 *
 * @returns a function of where the earlier ends (exclusive) and the later starts
 */
export function unitsBetween(source: Source, unit: Distance['unit']): (end: number, start: number) => number {
  if (unit === 'characters') return (end, start) => start - end
  if (unit === 'paragraphs') {
    const index = indexText(source.text)
    return (end, start) => paragraphAt(index, start) - paragraphAt(index, end - 1)
  }
  if (source.turns.length === 0) return () => Number.POSITIVE_INFINITY
  const starts = source.turns.map(turn => turn.start)
  return (end, start) => lastBefore(starts, start) - lastBefore(starts, end - 1)
}

/** How many of some sorted offsets are not after another one. */
function lastBefore(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
