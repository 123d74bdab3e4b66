import type { Proximity } from './query.ts'
import { rangeExtreme } from './range-extreme.ts'

/** Segments of one source: positions in the study's list, and where each starts and ends. */
export interface Spans {
  readonly positions: readonly number[]
  readonly start: (position: number) => number
  readonly end: (position: number) => number
}

/** How far apart a left and a right segment are, where only near ones count; in what unit is the caller's matter. */
export interface Nearness {
  readonly most: number
  readonly between: (earlierEnd: number, laterStart: number) => number
}

/**
 * The left segments of one source that lie, to some right one, in a given way. Sorted once and swept: the time is
 * that of sorting, however many pairs there are.
 */
export function inProximity(
  op: Proximity,
  left: Spans,
  right: Spans,
  nearness?: Nearness,
): readonly number[] {
  const byStart = [...right.positions].sort((a, b) => right.start(a) - right.start(b))
  const byEnd = [...right.positions].sort((a, b) => right.end(a) - right.end(b))
  const starts = byStart.map(right.start)
  const ends = byEnd.map(right.end)
  const endsByStart = byStart.map(right.end)
  const startsByEnd = byEnd.map(right.start)
  const furthest = running(endsByStart, Math.max)
  const nearestEnd = running([...endsByStart].reverse(), Math.min).reverse()
  const near = (earlierEnd: number, laterStart: number) =>
    nearness === undefined || nearness.between(earlierEnd, laterStart) <= nearness.most

  const test = (): ((start: number, end: number) => boolean) => {
    switch (op) {
      case 'within':
        return (start, end) => (furthest[countBelow(starts, start + 1) - 1] ?? -1) >= end
      case 'encloses':
        return (start, end) => (nearestEnd[countBelow(starts, start)] ?? Number.POSITIVE_INFINITY) <= end
      case 'overlapped-by': {
        const most = rangeExtreme(endsByStart, Math.max)
        return (start, end) => (most(countBelow(starts, start + 1), countBelow(starts, end)) ?? -1) > end
      }
      case 'overlaps': {
        const least = rangeExtreme(startsByEnd, Math.min)
        return (start, end) =>
          (least(countBelow(ends, start + 1), countBelow(ends, end)) ?? Number.POSITIVE_INFINITY) < start
      }
      case 'follows':
        return start => {
          const before = ends[countBelow(ends, start + 1) - 1]
          return before !== undefined && near(before, start)
        }
      case 'precedes':
        return (_, end) => {
          const after = starts[countBelow(starts, end)]
          return after !== undefined && near(end, after)
        }
      case 'co-occurs':
        return (start, end) => (furthest[countBelow(starts, end) - 1] ?? -1) > start
    }
  }
  const holds = test()
  return left.positions.filter(position => holds(left.start(position), left.end(position)))
}

/** How many of some sorted numbers are smaller than a value. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function running(values: readonly number[], choose: (a: number, b: number) => number): number[] {
  const chosen: number[] = []
  for (const value of values)
    chosen.push(chosen.length === 0 ? value : choose(chosen[chosen.length - 1]!, value))
  return chosen
}
