import type { Study } from '@codeerbank/core'
import type { StudyIndex } from '../study-index.ts'
import type { ComparedCodes } from './co-occurrence.ts'

/**
 * The compared codes on each segment, in columns: those of segment `s` are at `starts[s]` up to `starts[s + 1]`, each code
 * once, with the coders who gave it as bits (`words` numbers of 31 bits a code).
 */
export interface SegmentMarks {
  readonly starts: Uint32Array
  readonly code: Int32Array
  readonly coders: Int32Array
  readonly words: number
  /** Half-open UTF-16 offsets of each segment. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/**
 * Puts the codes of all segments in columns, in time proportional to the codings. Lost segments have none: their words are
 * not where they stood.
 *
 * @param acrossCoders whether coders do not matter: then all are the same bit
 */
export function segmentMarks(
  study: Study,
  index: StudyIndex,
  { numbersOf, size }: ComparedCodes,
  acrossCoders: boolean,
): SegmentMarks {
  const words = acrossCoders ? 1 : Math.max(1, Math.ceil(study.coders.length / 31))
  const { starts: first, items } = index.codingsOfSegment
  const { starts: numbersFrom, items: numbers } = numbersOf
  let most = 0
  for (let i = 0; i < items.length; i++) {
    const own = index.codingCode[items[i]!]!
    if (own >= 0) most += numbersFrom[own + 1]! - numbersFrom[own]!
  }
  const starts = new Uint32Array(study.segments.length + 1)
  const code = new Int32Array(most)
  const coders = new Int32Array(most * words)
  const placeOf = new Int32Array(size).fill(-1)
  const from = new Int32Array(study.segments.length)
  const to = new Int32Array(study.segments.length)
  let next = 0
  for (let segment = 0; segment < study.segments.length; segment++) {
    starts[segment] = next
    const { start, end, verdict } = study.segments[segment]!
    from[segment] = start
    to[segment] = end
    if (verdict === 'lost') continue
    const begin = next
    for (let i = first[segment]!; i < first[segment + 1]!; i++) {
      const coding = items[i]!
      const coder = index.codingCoder[coding]!
      const own = index.codingCode[coding]!
      if (own < 0) continue
      for (let k = numbersFrom[own]!; k < numbersFrom[own + 1]!; k++) {
        const number = numbers[k]!
        if (placeOf[number]! < begin) {
          placeOf[number] = next
          code[next++] = number
        }
        const place = placeOf[number]! * words
        if (acrossCoders) coders[place] = 1
        else if (coder >= 0) coders[place + Math.floor(coder / 31)]! |= 1 << (coder % 31)
      }
    }
  }
  starts[study.segments.length] = next
  return { starts, code, coders, words, from, to }
}

/**
 * Positions of segments in order of a number, by sorting numbers alone: each number carries the position in its lower part.
 *
 * @param of by segment: the whole number, from 0, that it is ordered by
 */
export function orderBy(segments: Uint32Array, of: Int32Array): Uint32Array {
  const n = segments.length
  const keys = new Float64Array(n)
  for (let i = 0; i < n; i++) keys[i] = of[segments[i]!]! * n + i
  keys.sort()
  const ordered = new Uint32Array(n)
  for (let i = 0; i < n; i++) ordered[i] = segments[keys[i]! % n]!
  return ordered
}
