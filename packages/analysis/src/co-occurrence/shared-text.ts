import { positionOf, type Study, type Turn } from '@codeerbank/core'
import { groupByKey, groupOf } from '../group-by-key.ts'
import type { StudyIndex } from '../study-index.ts'
import type { ComparedCodes } from './co-occurrence.ts'
import { coderBits, orderedSegments } from './coders-of.ts'

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

/** One start or end of a code on a segment. */
interface Edge {
  readonly offset: number
  readonly code: number
  readonly coder: number
  readonly step: 1 | -1
}

/**
 * Measures the text that two codes both cover: between two neighbouring edges the codes that are open stay the same, so
 * one walk over the edges of a source is enough.
 */
export function sharedText(
  study: Study,
  index: StudyIndex,
  codes: ComparedCodes,
  acrossCoders: boolean,
): SharedText {
  const { size, compared } = codes
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
  const bySource = groupByKey(index.segmentSource, study.sources.length)
  const { words, wordOf, bitOf } = coderBits(study.coders.length, acrossCoders)
  const bitsOf = new Int32Array(size * words)
  const open = new Int32Array(size)

  const inCaseOrder = study.sources
    .map((source, at) => ({ at, inCase: positionOf(study.cases, source.case) }))
    .sort((a, b) => a.inCase - b.inCase || a.at - b.at)
  for (const { at, inCase } of inCaseOrder) {
    const ordered = orderedSegments(study.segments, groupOf(bySource, at), index)
    if (ordered.length === 0) continue
    const edges = edgesOf(study, index, codes, ordered)
    const { turns } = study.sources[at]!
    const depth = new Map<number, number>()
    const active: number[] = []
    let turn = 0
    let from = 0
    for (let e = 0; e < edges.length; ) {
      const to = edges[e]!.offset
      if (active.length > 0 && to > from) measure(from, to)
      for (; e < edges.length && edges[e]!.offset === to; e++) step(edges[e]!)
      from = to
    }

    function step({ code, coder, step: by }: Edge): void {
      const group = Math.max(0, coder)
      const key = code * Math.max(1, study.coders.length) + group
      const now = (depth.get(key) ?? 0) + by
      depth.set(key, now)
      const cell = code * words + wordOf(group)
      if (now === 1 && by === 1) bitsOf[cell]! |= bitOf(group)
      open[code]! += by
      if (open[code] === 1 && by === 1) active.push(code)
      if (now === 0 && !acrossCoders) bitsOf[cell]! &= ~bitOf(group)
      if (open[code] === 0) {
        active.splice(active.indexOf(code), 1)
        for (let w = 0; w < words; w++) bitsOf[code * words + w] = 0
      }
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

    function together(a: number, b: number): boolean {
      for (let w = 0; w < words; w++) if ((bitsOf[a * words + w]! & bitsOf[b * words + w]!) !== 0) return true
      return false
    }

    function note(cell: number, start: number, end: number): void {
      shared.characters[cell]! += end - start
      const fresh = lastSource[cell] !== at
      if (fresh) {
        lastSource[cell] = at
        shared.sources[cell]!++
        lastTurn[cell] = -1
        if (inCase >= 0 && lastCase[cell] !== inCase) {
          lastCase[cell] = inCase
          shared.cases[cell]!++
        }
      }
      if (fresh || lastEnd[cell] !== start) shared.stretches[cell]!++
      lastEnd[cell] = end
      for (const reached of turnsWithin(turns, turn, end)) {
        if (reached <= lastTurn[cell]!) continue
        lastTurn[cell] = reached
        shared.turns[cell]!++
      }
    }
  }
  return shared
}

function* turnsWithin(turns: readonly Turn[], first: number, end: number): Iterable<number> {
  for (let at = first; at < turns.length && turns[at]!.start < end; at++) yield at
}

function edgesOf(
  study: Study,
  index: StudyIndex,
  { numbersOf }: ComparedCodes,
  ordered: readonly number[],
): readonly Edge[] {
  const edges: Edge[] = []
  for (const at of ordered) {
    const { start, end } = study.segments[at]!
    for (const coding of groupOf(index.codingsOfSegment, at)) {
      const coder = index.codingCoder[coding]!
      for (const code of numbersOf[index.codingCode[coding]!] ?? [])
        edges.push({ offset: start, code, coder, step: 1 }, { offset: end, code, coder, step: -1 })
    }
  }
  return edges.sort((a, b) => a.offset - b.offset || a.step - b.step)
}
