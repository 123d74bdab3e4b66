import type { UnitColumn } from './count-units.ts'
import { groupByKey, groupOf } from './group-by-key.ts'
import type { StudyIndex } from './study-index.ts'

/** Counts of codes by columns, in one array: that of code `c` and column `k` is `cells[c * columns + k]`. */
export interface CellCounts {
  readonly cells: Float64Array
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly total: number
}

/**
 * Counts a unit by code and column. With `rollUp` a code counts what lies below it too, each unit once, however
 * many of the codes below it carries. Codings without a column (-1) are counted in no cell and no total.
 *
 * @param index the index of the study
 * @param column a column number per coding
 * @param width how many columns there are
 * @param unit what to count; `null` for codings
 */
export function countCells(
  index: StudyIndex,
  column: Int32Array,
  width: number,
  unit: UnitColumn | null,
  rollUp: boolean,
): CellCounts {
  return unit === null
    ? countCodings(index, column, width, rollUp)
    : countDistinct(index, column, width, unit, rollUp)
}

function countCodings(index: StudyIndex, column: Int32Array, width: number, rollUp: boolean): CellCounts {
  const { codingCode, codes } = index
  const height = codes.order.length
  const tally = new Int32Array(height * width)
  const n = codingCode.length
  for (let i = 0; i < n; i++) {
    const code = codingCode[i]!
    const at = column[i]!
    if (code >= 0 && at >= 0) tally[code * width + at]!++
  }
  const cells = Float64Array.from(tally)
  const columns = new Float64Array(width)
  let total = 0
  for (let code = 0; code < height; code++)
    for (let k = 0; k < width; k++) {
      columns[k]! += cells[code * width + k]!
      total += cells[code * width + k]!
    }
  if (rollUp)
    for (let i = height - 1; i >= 0; i--) {
      const code = codes.order[i]!
      const parent = codes.parent[code]!
      if (parent >= 0) for (let k = 0; k < width; k++) cells[parent * width + k]! += cells[code * width + k]!
    }
  const rows = new Float64Array(height)
  for (let code = 0; code < height; code++)
    for (let k = 0; k < width; k++) rows[code]! += cells[code * width + k]!
  return { cells, rows, columns, total }
}

/** Goes through the codings unit by unit, so that one mark per cell says whether this unit was counted there. */
function countDistinct(
  index: StudyIndex,
  column: Int32Array,
  width: number,
  unit: UnitColumn,
  rollUp: boolean,
): CellCounts {
  const { codingCode, codes } = index
  const height = codes.order.length
  const cells = new Float64Array(height * width)
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  let total = 0
  const cellMark = new Int32Array(height * width).fill(-1)
  const rowMark = new Int32Array(height).fill(-1)
  const columnMark = new Int32Array(width).fill(-1)
  const groups = groupByKey(unit.of, unit.size)
  for (let key = 0; key < unit.size; key++) {
    let counted = false
    for (const coding of groupOf(groups, key)) {
      const code = codingCode[coding]!
      const k = column[coding]!
      if (code < 0 || k < 0) continue
      counted = true
      if (columnMark[k] !== key) {
        columnMark[k] = key
        columns[k]!++
      }
      for (let up = code; up >= 0; up = rollUp ? codes.parent[up]! : -1) {
        if (cellMark[up * width + k] === key) break
        cellMark[up * width + k] = key
        cells[up * width + k]!++
        if (rowMark[up] !== key) {
          rowMark[up] = key
          rows[up]!++
        }
      }
    }
    if (counted) total++
  }
  return { cells, rows, columns, total }
}
