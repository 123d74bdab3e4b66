import type { CodedQuote, Study } from '@codeerbank/core'
import type { FloorIndex } from './floor-index.ts'
import type { StudyNumbers } from './study-numbers.ts'

/** Four numbers each: codings, segments, sources, voices. */
export interface FloorComparison {
  /** Those of a row and a case are from `(row * cases + case) * 4`. */
  readonly cells: Int32Array
  /** Those of a code and a case are from `(code * cases + case) * 4`. */
  readonly statements: Int32Array
}

/**
 * The floor of a comparison with counts: the evidence of each row and of each code below it in each case, codings
 * against a code left out.
 *
 * @param rows per row of the frame the positions of all codes under it; no code stands in two rows
 */
export function floorComparison(
  numbers: StudyNumbers,
  index: FloorIndex,
  rows: readonly Int32Array[],
): FloorComparison {
  const { cases, parent } = numbers
  const cells = new Int32Array(rows.length * cases * 4)
  const statements = new Int32Array(parent.length * cases * 4)
  const countStatement = counterInto(statements, numbers, index)
  const countCell = counterInto(cells, numbers, index)
  // Case by case: the codings of one case fit in a processor's cache.
  for (let of = 0; of < cases; of++)
    for (let row = 0; row < rows.length; row++)
      for (const code of rows[row]!) {
        const key = code * cases + of
        countStatement(key, key)
        countCell(key, row * cases + of)
      }
  return { cells, statements }
}

/** Makes a loop that counts the codings of a code and a case; a mark per thing says where it was last counted. */
function counterInto(counts: Int32Array, numbers: StudyNumbers, index: FloorIndex) {
  const { codingContradicts, codingSegment } = numbers
  const { codingSource, codingVoice } = index
  const { starts, items } = index.byCodeAndCase
  const segmentMark = new Int32Array(numbers.segments).fill(-1)
  const sourceMark = new Int32Array(numbers.sources).fill(-1)
  const voiceMark = new Int32Array(numbers.voices).fill(-1)
  return (key: number, at: number): void => {
    const to = at * 4
    for (let i = starts[key]!; i < starts[key + 1]!; i++) {
      const coding = items[i]!
      if (codingContradicts[coding] === 1) continue
      counts[to]!++
      const segment = codingSegment[coding]!
      if (segmentMark[segment] === at) continue
      segmentMark[segment] = at
      counts[to + 1]!++
      const source = codingSource[coding]!
      if (sourceMark[source] !== at) {
        sourceMark[source] = at
        counts[to + 2]!++
      }
      const voice = codingVoice[coding]!
      if (voice >= 0 && voiceMark[voice] !== at) {
        voiceMark[voice] = at
        counts[to + 3]!++
      }
    }
  }
}

/** The floor of the quotes of a comparison: a record for each coding under the rows, without speaker or paragraph. */
export function floorQuotes(
  study: Study,
  { cases, codingSegment }: StudyNumbers,
  { byCodeAndCase: { starts, items }, codingSource }: FloorIndex,
  rows: readonly Int32Array[],
): readonly (readonly CodedQuote[])[] {
  const lists: CodedQuote[][] = []
  for (let of = 0; of < cases; of++)
    for (const codes of rows)
      for (const code of codes) {
        const key = code * cases + of
        const quotes: CodedQuote[] = []
        for (let i = starts[key]!; i < starts[key + 1]!; i++) {
          const coding = study.codings[items[i]!]!
          const segment = study.segments[codingSegment[items[i]!]!]!
          const source = study.sources[codingSource[items[i]!]!]!
          quotes.push({
            coding: coding.id,
            segment: segment.id,
            source: source.id,
            sourceTitle: source.title,
            kind: source.kind,
            coder: coding.coder,
            quote: segment.quote,
            paragraph: 0,
          })
        }
        lists.push(quotes)
      }
  return lists
}
