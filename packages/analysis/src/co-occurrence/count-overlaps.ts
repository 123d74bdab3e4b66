import type { Study } from '@codeerbank/core'
import { type Groups, groupOf } from '../group-by-key.ts'
import type { ComparedCodes } from './co-occurrence.ts'
import { orderBy, type SegmentMarks } from './segment-marks.ts'

export interface OverlapCounts {
  /** Segments of each code. */
  readonly segments: Int32Array
  /** At `a * size + b`, a before b: pairs of segments. */
  readonly pairs: Float64Array
  /** At `a * size + b`: distinct segments of a that share text with one of b. */
  readonly distinct: Int32Array
}

/**
 * Counts overlapping pairs of segments by their codes. Each segment in turn meets all that share text with it: those that
 * began before it and are still open, itself, and those that begin before it ends. So what it meets can be marked, and
 * the time grows with the overlaps.
 *
 * @param bySource the segments of each source that have marks
 */
export function countOverlaps(
  study: Study,
  bySource: Groups,
  { size, compared }: ComparedCodes,
  { starts, code, coders, words, from, to }: SegmentMarks,
): OverlapCounts {
  const counts: OverlapCounts = {
    segments: new Int32Array(size),
    pairs: new Float64Array(size * size),
    distinct: new Int32Array(size * size),
  }
  const seen = new Int32Array(size * size).fill(-1)

  const shareCoder = (one: number, other: number): boolean => {
    for (let w = 0; w < words; w++)
      if ((coders[one * words + w]! & coders[other * words + w]!) !== 0) return true
    return false
  }
  /** Counts what one segment has beside another; pairs once, from the earlier code's side. */
  const meet = (own: number, other: number) => {
    for (let i = starts[own]!; i < starts[own + 1]!; i++)
      for (let j = starts[other]!; j < starts[other + 1]!; j++) {
        const a = code[i]!
        const b = code[j]!
        const cell = a * size + b
        if (compared[cell] === 0 || !shareCoder(i, j)) continue
        if (a < b) counts.pairs[cell]!++
        if (seen[cell] !== own) {
          seen[cell] = own
          counts.distinct[cell]!++
        }
      }
  }

  for (let source = 0; source < study.sources.length; source++) {
    const ordered = orderBy(groupOf(bySource, source), from)
    let open: number[] = []
    for (let i = 0; i < ordered.length; i++) {
      const own = ordered[i]!
      const start = from[own]!
      const end = to[own]!
      for (let at = starts[own]!; at < starts[own + 1]!; at++) counts.segments[code[at]!]!++
      if (open.length > 0) open = open.filter(other => to[other]! > start)
      for (const other of open) meet(own, other)
      meet(own, own)
      for (let j = i + 1; j < ordered.length && from[ordered[j]!]! < end; j++) meet(own, ordered[j]!)
      open.push(own)
    }
  }
  return counts
}
