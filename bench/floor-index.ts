import type { StudyNumbers } from './study-numbers.ts'

/** Positions by key: those of key `k` are `items` from `starts[k]` up to `starts[k + 1]`. */
export interface Grouped {
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/** What the floors count with, once numbers are there. */
export interface FloorIndex {
  readonly codingSource: Int32Array
  readonly codingCase: Int32Array
  readonly codingKind: Int32Array
  readonly codingVoice: Int32Array
  readonly bySegment: Grouped
  readonly bySource: Grouped
  readonly byVoice: Grouped
  /** The key of a code and a case is `code * cases + case`. */
  readonly byCodeAndCase: Grouped
}

/** The floor of making an index: one pass over the numbers, and a counting sort for each grouping. */
export function floorIndex(numbers: StudyNumbers): FloorIndex {
  const { codingCode, codingSegment, segmentSource, segmentVoice, sourceCase, sourceKind, cases } = numbers
  const n = codingCode.length
  const codingSource = new Int32Array(n)
  const codingCase = new Int32Array(n)
  const codingKind = new Int32Array(n)
  const codingVoice = new Int32Array(n)
  const codeAndCase = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const segment = codingSegment[i]!
    const source = segmentSource[segment]!
    codingSource[i] = source
    codingVoice[i] = segmentVoice[segment]!
    codingCase[i] = sourceCase[source]!
    codingKind[i] = sourceKind[source]!
    codeAndCase[i] = codingCode[i]! * cases + codingCase[i]!
  }
  return {
    codingSource,
    codingCase,
    codingKind,
    codingVoice,
    bySegment: grouped(codingSegment, numbers.segments),
    bySource: grouped(codingSource, numbers.sources),
    byVoice: grouped(codingVoice, numbers.voices),
    byCodeAndCase: grouped(codeAndCase, numbers.parent.length * cases),
  }
}

function grouped(keys: Int32Array, size: number): Grouped {
  const starts = new Uint32Array(size + 1)
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) starts[keys[i]! + 1]!++
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice(0, size)
  const items = new Uint32Array(starts[size]!)
  for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0) items[next[keys[i]!]!++] = i
  return { starts, items }
}
