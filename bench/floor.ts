import type { Change, Coding, Segment, Source } from '@codeerbank/core'
import type { FloorIndex, Grouped } from './floor-index.ts'
import type { StudyNumbers } from './study-numbers.ts'

/** The floor of `applyChanges`: the same records, in arrays, with nothing looked up and nothing checked. */
export function floorRecords(changes: readonly Change[]) {
  const sources: Source[] = []
  const segments: Segment[] = []
  const codings: Coding[] = []
  for (const change of changes) {
    const { at, by } = change
    if (change.kind === 'add-source') sources.push(change.source)
    else if (change.kind === 'add-segment') segments.push({ ...change.segment, by, at })
    else if (change.kind === 'code-segment') codings.push({ ...change.coding, coder: by, at, codeVersion: 1 })
  }
  return { sources, segments, codings }
}

/** Codings by code, alone and rolled up. */
export function floorCodings({ codingCode, parent, upwards }: StudyNumbers) {
  const own = new Int32Array(parent.length)
  for (let i = 0; i < codingCode.length; i++) own[codingCode[i]!]!++
  const rolledUp = own.slice()
  for (let i = 0; i < upwards.length; i++) {
    const code = upwards[i]!
    if (parent[code]! >= 0) rolledUp[parent[code]!]! += rolledUp[code]!
  }
  return { own, rolledUp }
}

/** Distinct units (segments, sources or voices, by their codings) by code, alone and rolled up. */
export function floorUnits({ codingCode, parent }: StudyNumbers, { starts, items }: Grouped) {
  const own = new Int32Array(parent.length)
  const rolledUp = new Int32Array(parent.length)
  const ownMark = new Int32Array(parent.length).fill(-1)
  const mark = new Int32Array(parent.length).fill(-1)
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const code = codingCode[items[i]!]!
      if (ownMark[code] !== unit) {
        ownMark[code] = unit
        own[code]!++
      }
      for (let up = code; up >= 0 && mark[up] !== unit; up = parent[up]!) {
        mark[up] = unit
        rolledUp[up]!++
      }
    }
  return { own, rolledUp }
}

/**
 * Codes by cases, rolled up: the cell of a code and a case is at `code * cases + case`. A unit lies in one case, so
 * that one mark per code is enough; without totals.
 *
 * @param units the codings of each unit; `null` to count codings
 */
export function floorCells(
  numbers: StudyNumbers,
  { codingCase }: FloorIndex,
  units: Grouped | null,
): Int32Array {
  const { codingCode, parent, upwards, cases } = numbers
  const cells = new Int32Array(parent.length * cases)
  if (units === null) {
    for (let i = 0; i < codingCode.length; i++) cells[codingCode[i]! * cases + codingCase[i]!]!++
    for (let i = 0; i < upwards.length; i++) {
      const code = upwards[i]!
      const up = parent[code]!
      if (up >= 0) for (let k = 0; k < cases; k++) cells[up * cases + k]! += cells[code * cases + k]!
    }
    return cells
  }
  const { starts, items } = units
  const mark = new Int32Array(parent.length).fill(-1)
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const coding = items[i]!
      const of = codingCase[coding]!
      for (let up = codingCode[coding]!; up >= 0 && mark[up] !== unit; up = parent[up]!) {
        mark[up] = unit
        cells[up * cases + of]!++
      }
    }
  return cells
}
