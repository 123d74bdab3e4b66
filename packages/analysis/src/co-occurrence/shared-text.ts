import { positionOf, type Study } from '@codeerbank/core'
import { type Groups, groupOf } from '../group-by-key.ts'
import type { StudyIndex } from '../study-index.ts'
import type { ComparedCodes } from './co-occurrence.ts'
import { orderBy, type SegmentMarks } from './segment-marks.ts'

export interface SharedText {
  /** Characters that each code covers. */
  readonly covered: Float64Array
  /** At `a * size + b`, a before b. */
  readonly characters: Float64Array
  readonly stretches: Int32Array
  readonly turns: Int32Array
  readonly sources: Int32Array
  readonly cases: Int32Array
}

/**
 * Measures the text that two codes both cover: between two neighbouring starts or ends of segments the codes that are open
 * stay the same, so one walk over those of a source is enough.
 *
 * @param bySource the segments of each source that have marks
 */
export function sharedText(
  study: Study,
  index: StudyIndex,
  bySource: Groups,
  { size, numbersOf, compared }: ComparedCodes,
  { from, to }: SegmentMarks,
  acrossCoders: boolean,
): SharedText {
  const cells = size * size
  const shared: SharedText = {
    covered: new Float64Array(size),
    characters: new Float64Array(cells),
    stretches: new Int32Array(cells),
    turns: new Int32Array(cells),
    sources: new Int32Array(cells),
    cases: new Int32Array(cells),
  }
  const lastEnd = new Int32Array(cells).fill(-1)
  const lastTurn = new Int32Array(cells).fill(-1)
  const lastSource = new Int32Array(cells).fill(-1)
  const lastCase = new Int32Array(cells).fill(-1)
  const coders = acrossCoders ? 1 : Math.max(1, study.coders.length)
  /** How many open segments have a code by a coder, at `code * coders + coder`; and by anyone. */
  const depth = new Int32Array(size * coders)
  const open = new Int32Array(size)
  const active: number[] = []
  const { starts: first, items } = index.codingsOfSegment
  const { starts: numbersFrom, items: numbers } = numbersOf

  const step = (segment: number, by: 1 | -1) => {
    for (let i = first[segment]!; i < first[segment + 1]!; i++) {
      const coding = items[i]!
      const coder = acrossCoders ? 0 : Math.max(0, index.codingCoder[coding]!)
      const own = index.codingCode[coding]!
      if (own < 0) continue
      for (let k = numbersFrom[own]!; k < numbersFrom[own + 1]!; k++) {
        const code = numbers[k]!
        depth[code * coders + coder]! += by
        open[code]! += by
        if (by === 1 && open[code] === 1) active.push(code)
        else if (open[code] === 0) active.splice(active.indexOf(code), 1)
      }
    }
  }
  const together = (a: number, b: number): boolean => {
    for (let coder = 0; coder < coders; coder++)
      if (depth[a * coders + coder]! > 0 && depth[b * coders + coder]! > 0) return true
    return false
  }

  const inCaseOrder = study.sources
    .map((source, at) => ({ at, inCase: positionOf(study.cases, source.case) }))
    .sort((a, b) => a.inCase - b.inCase || a.at - b.at)
  for (const { at, inCase } of inCaseOrder) {
    const own = groupOf(bySource, at)
    if (own.length === 0) continue
    const byStart = orderBy(own, from)
    const byEnd = orderBy(own, to)
    const { turns } = study.sources[at]!
    let turn = 0
    let here = 0
    for (let s = 0, e = 0; e < byEnd.length; ) {
      const start = s < byStart.length ? from[byStart[s]!]! : Number.POSITIVE_INFINITY
      const end = to[byEnd[e]!]!
      const next = Math.min(start, end)
      if (active.length > 0 && next > here) measure(here, next)
      here = next
      if (end <= start) step(byEnd[e++]!, -1)
      else step(byStart[s++]!, 1)
    }

    function measure(start: number, end: number): void {
      for (let i = 0; i < active.length; i++) shared.covered[active[i]!]! += end - start
      if (active.length < 2) return
      while (turn < turns.length && turns[turn]!.end <= start) turn++
      for (let i = 0; i < active.length; i++)
        for (let j = i + 1; j < active.length; j++) {
          const a = Math.min(active[i]!, active[j]!)
          const b = Math.max(active[i]!, active[j]!)
          const cell = a * size + b
          if (compared[cell] === 1 && together(a, b)) note(cell, start, end)
        }
    }

    function note(cell: number, start: number, end: number): void {
      shared.characters[cell]! += end - start
      const fresh = lastSource[cell] !== at
      if (fresh) {
        lastSource[cell] = at
        lastTurn[cell] = -1
        shared.sources[cell]!++
        if (inCase >= 0 && lastCase[cell] !== inCase) {
          lastCase[cell] = inCase
          shared.cases[cell]!++
        }
      }
      if (fresh || lastEnd[cell] !== start) shared.stretches[cell]!++
      lastEnd[cell] = end
      for (let reached = turn; reached < turns.length && turns[reached]!.start < end; reached++) {
        if (reached <= lastTurn[cell]!) continue
        lastTurn[cell] = reached
        shared.turns[cell]!++
      }
    }
  }
  return shared
}
