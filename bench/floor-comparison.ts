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
  const { cases, codingContradicts, codingSegment, parent } = numbers
  const { codingSource, codingVoice, byCodeAndCase } = index
  const { starts, items } = byCodeAndCase
  const cells = new Int32Array(rows.length * cases * 4)
  const statements = new Int32Array(parent.length * cases * 4)
  // A mark per thing and level: the number of the cell or statement that it was last counted in.
  const sizes = [numbers.segments, numbers.sources, numbers.voices]
  const [segmentInCell, sourceInCell, voiceInCell] = sizes.map(size => new Int32Array(size).fill(-1)) as Marks
  const [segmentIn, sourceIn, voiceIn] = sizes.map(size => new Int32Array(size).fill(-1)) as Marks
  for (let row = 0; row < rows.length; row++)
    for (let of = 0; of < cases; of++) {
      const cell = (row * cases + of) * 4
      for (const code of rows[row]!) {
        const key = code * cases + of
        const statement = key * 4
        for (let i = starts[key]!; i < starts[key + 1]!; i++) {
          const coding = items[i]!
          if (codingContradicts[coding] === 1) continue
          const segment = codingSegment[coding]!
          const source = codingSource[coding]!
          const voice = codingVoice[coding]!
          statements[statement]!++
          cells[cell]!++
          count(statements, statement, segment, source, voice, segmentIn, sourceIn, voiceIn)
          count(cells, cell, segment, source, voice, segmentInCell, sourceInCell, voiceInCell)
        }
      }
    }
  return { cells, statements }
}

type Marks = [Int32Array, Int32Array, Int32Array]

function count(
  into: Int32Array,
  at: number,
  segment: number,
  source: number,
  voice: number,
  segmentMark: Int32Array,
  sourceMark: Int32Array,
  voiceMark: Int32Array,
): void {
  if (segmentMark[segment] === at) return
  segmentMark[segment] = at
  into[at + 1]!++
  if (sourceMark[source] !== at) {
    sourceMark[source] = at
    into[at + 2]!++
  }
  if (voice >= 0 && voiceMark[voice] !== at) {
    voiceMark[voice] = at
    into[at + 3]!++
  }
}
