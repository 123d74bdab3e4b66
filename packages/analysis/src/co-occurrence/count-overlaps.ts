import type { Study } from '@codeerbank/core'
import { groupByKey, groupOf } from '../group-by-key.ts'
import type { StudyIndex } from '../study-index.ts'
import type { ComparedCodes } from './co-occurrence.ts'
import { coderBits, orderedSegments } from './coders-of.ts'

export interface OverlapCounts {
  /** Segments of each code. */
  readonly segments: Int32Array
  /** At `a * size + b`, a before b: pairs of segments. */
  readonly pairs: Float64Array
  /** At `a * size + b`: distinct segments of a that share text with one of b. */
  readonly distinct: Int32Array
}

/** The compared codes of one segment, each with the coders who gave it (bits, `words` numbers a code). */
interface Marks {
  readonly codes: readonly number[]
  readonly coders: readonly number[]
}

/** Counts overlapping pairs of segments by their codes: a sweep over each source. */
export function countOverlaps(
  study: Study,
  index: StudyIndex,
  { size, numbersOf, compared }: ComparedCodes,
  acrossCoders: boolean,
): OverlapCounts {
  const { segments } = study
  const bits = coderBits(study.coders.length, acrossCoders)
  const { words } = bits
  const bySource = groupByKey(index.segmentSource, study.sources.length)
  const counts: OverlapCounts = {
    segments: new Int32Array(size),
    pairs: new Float64Array(size * size),
    distinct: new Int32Array(size * size),
  }
  const seen = new Int32Array(size * size).fill(-1)

  const marksOf = (segment: number): Marks => {
    const codes: number[] = []
    const coders: number[] = []
    for (const coding of groupOf(index.codingsOfSegment, segment)) {
      const coder = index.codingCoder[coding]!
      for (const code of numbersOf[index.codingCode[coding]!] ?? []) {
        let at = codes.indexOf(code)
        if (at === -1) {
          at = codes.length
          codes.push(code)
          for (let w = 0; w < words; w++) coders.push(0)
        }
        if (coder >= 0) coders[at * words + bits.wordOf(coder)]! |= bits.bitOf(coder)
      }
    }
    return { codes, coders }
  }

  const shareCoder = (one: Marks, i: number, other: Marks, j: number): boolean => {
    for (let w = 0; w < words; w++)
      if ((one.coders[i * words + w]! & other.coders[j * words + w]!) !== 0) return true
    return false
  }

  /** Counts what segment `at` has beside `other`; pairs once, from the earlier code's side. */
  const countBeside = (at: number, own: Marks, other: Marks) => {
    for (let i = 0; i < own.codes.length; i++)
      for (let j = 0; j < other.codes.length; j++) {
        const a = own.codes[i]!
        const b = other.codes[j]!
        const cell = a * size + b
        if (compared[cell] === 0 || !shareCoder(own, i, other, j)) continue
        if (a < b) counts.pairs[cell]!++
        if (seen[cell] !== at) {
          seen[cell] = at
          counts.distinct[cell]!++
        }
      }
  }

  for (let source = 0; source < study.sources.length; source++) {
    const ordered = orderedSegments(segments, groupOf(bySource, source), index)
    const marks = ordered.map(marksOf)
    for (const { codes } of marks) for (const code of codes) counts.segments[code]!++
    const beside = besideEach(ordered, segments)
    ordered.forEach((segment, i) => {
      countBeside(segment, marks[i]!, marks[i]!)
      for (const j of beside[i]!) countBeside(segment, marks[i]!, marks[j]!)
    })
  }
  return counts
}

/** For each segment of a source, in order, those that share text with it. */
function besideEach(ordered: readonly number[], segments: Study['segments']): readonly (readonly number[])[] {
  const beside: number[][] = ordered.map(() => [])
  let active: number[] = []
  ordered.forEach((segment, i) => {
    const { start } = segments[segment]!
    active = active.filter(j => segments[ordered[j]!]!.end > start)
    for (const j of active) {
      beside[i]!.push(j)
      beside[j]!.push(i)
    }
    active.push(i)
  })
  return beside
}
