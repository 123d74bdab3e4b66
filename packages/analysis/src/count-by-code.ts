import type { Groups } from './group-by-key.ts'
import { rollUp } from './roll-up.ts'
import type { StudyIndex } from './study-index.ts'

/** Counts per code: with its own codings alone, and with those of all codes below it. */
export interface CodeCounts {
  readonly own: Int32Array
  readonly rolledUp: Int32Array
}

/**
 * Counts a unit by code, alone and rolled up, in one pass; each unit once for a code, however many of the codings
 * there it has.
 *
 * @param units the codings of each unit; `null` to count codings
 */
export function countByCode({ codingCode, codes }: StudyIndex, units: Groups | null): CodeCounts {
  const { parent } = codes
  const height = codes.order.length
  const own = new Int32Array(height)
  if (units === null) {
    for (let coding = 0; coding < codingCode.length; coding++) {
      const code = codingCode[coding]!
      if (code >= 0) own[code]!++
    }
    const rolledUp = own.slice()
    rollUp(codes, rolledUp, 1)
    return { own, rolledUp }
  }
  const { starts, items } = units
  const rolledUp = new Int32Array(height)
  const ownMark = new Int32Array(height).fill(-1)
  const mark = new Int32Array(height).fill(-1)
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const code = codingCode[items[i]!]!
      if (code < 0 || ownMark[code] === unit) continue
      ownMark[code] = unit
      own[code]!++
      for (let up = code; up >= 0 && mark[up] !== unit; up = parent[up]!) {
        mark[up] = unit
        rolledUp[up]!++
      }
    }
  return { own, rolledUp }
}
