import type { Study } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { type Groups, groupByKey } from '../group-by-key.ts'
import { type StudyIndex, studyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'
import { countOverlaps } from './count-overlaps.ts'
import { segmentMarks } from './segment-marks.ts'
import { sharedText } from './shared-text.ts'

export interface CoOccurrenceOptions {
  /** Ids of the codes that are compared, in their order; by default all codes that have codings. */
  readonly codes?: readonly string[]
  /** Whether a code stands with all below it; by default alone. */
  readonly rollUp?: boolean
  /** Whether a code is also compared with those above and below it; by default not, for they go together by nature. */
  readonly related?: boolean
  /**
   * Whether what one coder marked is also compared with what another did; by default so, as ATLAS.ti and the operator
   * `co-occurs` of a query do. `false` counts what coders marked together themselves: two who disagree make no pair then.
   */
  readonly acrossCoders?: boolean
}

/** How often two codes stand on overlapping text, by every unit that "how often" can mean. */
export interface CoOccurrence {
  readonly a: string
  readonly b: string
  /** Pairs of a segment of a and a segment of b that share text; a segment with both codes is a pair with itself. */
  readonly pairs: number
  /** Distinct segments of a that share text with one of b, and the other way round. */
  readonly segmentsA: number
  readonly segmentsB: number
  /** Stretches of text that both cover, each as long as it goes on. */
  readonly stretches: number
  /** UTF-16 units of text that both cover. */
  readonly characters: number
  readonly turns: number
  readonly sources: number
  readonly cases: number
  /**
   * ATLAS.ti's coefficient, pairs / (segments with a + segments with b - pairs); `null` where that divides by nothing.
   * It counts pairs, so that it can pass 1 or fall below 0: then `flagged` is set.
   */
  readonly c: number | null
  /** Jaccard's index of the text: characters of both over characters of either; from 0 to 1. */
  readonly jaccard: number
  /** There are more pairs than segments of the rarer code, so that `c` is no proportion. */
  readonly flagged: boolean
}

/** Which codes stand together. */
export interface CoOccurrences {
  /** What was compared: see the options. */
  readonly acrossCoders: boolean
  readonly related: boolean
  readonly rollUp: boolean
  /** Ids of the codes compared, in order, and how many segments each has. */
  readonly codes: readonly string[]
  readonly segments: readonly number[]
  /** Only pairs that occur, `a` before `b` in the order of the codes. */
  readonly pairs: readonly CoOccurrence[]
}

/** The codes compared as numbers, and which pairs of them count. */
export interface ComparedCodes {
  readonly size: number
  /** Numbers of the compared codes that a code of the study stands for: by its position, with `groupOf`. */
  readonly numbersOf: Groups
  /** `1` at `a * size + b` for pairs that are compared. */
  readonly compared: Uint8Array
}

/**
 * Counts which codes stand on overlapping text. Segments that only touch share no text. A sweep over the segments of
 * each source in order: time grows with the segments and the overlaps found, never with all pairs. Lost segments share
 * text with nothing.
 *
 * Source of c: ATLAS.ti, "Code Co-Occurrence Analysis", c = n12 / (n1 + n2 - n12).
 *
 * @param study the study
 * @throws RangeError for a code that the study does not have
 */
export function coOccurrences(study: Study, options: CoOccurrenceOptions = {}): CoOccurrences {
  const index = studyIndex(study)
  const positions = positionsOf(study, index, options.codes)
  const codes = comparedCodes(study, index, positions, options)
  const acrossCoders = options.acrossCoders !== false
  const marks = segmentMarks(study, index, codes, acrossCoders)
  const marked = index.segmentSource.map((source, i) =>
    marks.starts[i + 1]! > marks.starts[i]! ? source : -1,
  )
  const bySource = groupByKey(marked, study.sources.length)
  const overlaps = countOverlaps(study, bySource, codes, marks)
  const text = sharedText(study, index, bySource, codes, marks, acrossCoders)
  const { size } = codes
  const pairs: CoOccurrence[] = []
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) {
      const at = a * size + b
      const count = overlaps.pairs[at]!
      if (count === 0) continue
      const [n1, n2] = [overlaps.segments[a]!, overlaps.segments[b]!]
      const characters = text.characters[at]!
      const either = text.covered[a]! + text.covered[b]! - characters
      pairs.push({
        a: study.codes[positions[a]!]!.id,
        b: study.codes[positions[b]!]!.id,
        pairs: count,
        segmentsA: overlaps.distinct[at]!,
        segmentsB: overlaps.distinct[b * size + a]!,
        stretches: text.stretches[at]!,
        characters,
        turns: text.turns[at]!,
        sources: text.sources[at]!,
        cases: text.cases[at]!,
        c: n1 + n2 === count ? null : count / (n1 + n2 - count),
        jaccard: characters / either,
        flagged: count > Math.min(n1, n2),
      })
    }
  return {
    acrossCoders,
    related: options.related === true,
    rollUp: options.rollUp === true,
    codes: positions.map(at => study.codes[at]!.id),
    segments: Array.from(overlaps.segments),
    pairs,
  }
}

function positionsOf(study: Study, index: StudyIndex, ids: readonly string[] | undefined): readonly number[] {
  const { order, rank } = index.codes
  if (ids === undefined) {
    const { starts } = index.codingsOfCode
    return Array.from(order).filter(code => starts[code + 1]! > starts[code]!)
  }
  const at = new Map(study.codes.map(({ id }, i) => [id, i]))
  return [...new Set(ids)].map(id => {
    const position = at.get(id)
    if (position === undefined || rank[position] === undefined) throw unknownName('code', id, study.codes)
    return position
  })
}

function comparedCodes(
  study: Study,
  index: StudyIndex,
  positions: readonly number[],
  { rollUp, related }: CoOccurrenceOptions,
): ComparedCodes {
  const size = positions.length
  const numbersOf: number[][] = study.codes.map(() => [])
  positions.forEach((position, number) => {
    const own = rollUp === true ? codesUnder(study, index, [study.codes[position]!.id]) : [position]
    for (const code of own) numbersOf[code]!.push(number)
  })
  const compared = new Uint8Array(size * size).fill(1)
  const { rank, last } = index.codes
  for (let a = 0; a < size; a++) {
    compared[a * size + a] = 0
    if (related === true) continue
    const top = rank[positions[a]!]!
    for (let b = 0; b < size; b++) {
      const other = rank[positions[b]!]!
      if (other > top && other <= last[top]!) {
        compared[a * size + b] = 0
        compared[b * size + a] = 0
      }
    }
  }
  return { size, numbersOf: flat(numbersOf), compared }
}

function flat(lists: readonly (readonly number[])[]): Groups {
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length
  })
  return { starts, items: Uint32Array.from(lists.flat()) }
}
