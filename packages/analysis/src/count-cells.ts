import type { Groups } from './group-by-key.ts'
import { rollUp } from './roll-up.ts'
import type { StudyIndex } from './study-index.ts'

/** Counts of codes by columns, in one array: that of code `c` and column `k` is `cells[c * width + k]`. */
export interface CellCounts {
  readonly cells: Int32Array
  readonly rows: Int32Array
  readonly columns: Int32Array
  readonly total: number
}

/**
 * Counts a unit by code and column. Rolled up, a code counts what lies below it too, each unit once, however many of
 * the codes below it carries. Codings without a column (-1) are counted in no cell and no total.
 *
 * @param index the index of the study
 * @param column a column number per coding
 * @param width how many columns there are
 * @param units the codings of each unit; `null` to count codings
 * @param rolled whether to roll up
 */
export function countCells(
  index: StudyIndex,
  column: Int32Array,
  width: number,
  units: Groups | null,
  rolled: boolean,
): CellCounts {
  const { codingCode, codes } = index
  const height = codes.order.length
  const cells = new Int32Array(height * width)
  const several: number[] = []
  if (units === null)
    for (let i = 0; i < codingCode.length; i++) countIn(cells, width, codingCode[i]!, column[i]!)
  else {
    const { starts, items } = units
    for (let unit = 0; unit + 1 < starts.length; unit++) {
      const size = starts[unit + 1]! - starts[unit]!
      const coding = items[starts[unit]!]!
      if (size === 1) countIn(cells, width, codingCode[coding]!, column[coding]!)
      else if (size > 1) several.push(unit)
    }
  }
  // Until here each unit stands in one cell, so that columns and total are sums.
  const columns = new Int32Array(width)
  for (let cell = 0; cell < cells.length; cell++) columns[cell % width]! += cells[cell]!
  let total = columns.reduce((sum, count) => sum + count, 0)
  if (rolled) rollUp(codes, cells, width)
  const rows = new Int32Array(height)
  for (let code = 0; code < height; code++)
    for (let k = 0; k < width; k++) rows[code]! += cells[code * width + k]!
  if (units !== null) total += countMarked(index, column, units, several, rolled, { cells, rows, columns })
  return { cells, rows, columns, total }
}

function countIn(cells: Int32Array, width: number, code: number, column: number): void {
  if (code >= 0 && column >= 0) cells[code * width + column]!++
}

/**
 * Counts units of several codings, which can stand in a cell more than once: one mark per cell says whether this
 * unit was counted there. A marked code was counted with all codes above it.
 *
 * @returns how many of the units have a coding with a code and a column
 */
function countMarked(
  { codingCode, codes: { parent } }: StudyIndex,
  column: Int32Array,
  { starts, items }: Groups,
  units: readonly number[],
  rolled: boolean,
  { cells, rows, columns }: Omit<CellCounts, 'total'>,
): number {
  const width = columns.length
  const cellMark = new Int32Array(cells.length).fill(-1)
  const rowMark = new Int32Array(rows.length).fill(-1)
  const columnMark = new Int32Array(width).fill(-1)
  let total = 0
  for (const unit of units) {
    let counted = 0
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const coding = items[i]!
      const k = column[coding]!
      let code = codingCode[coding]!
      if (code < 0 || k < 0) continue
      counted = 1
      if (columnMark[k] !== unit) {
        columnMark[k] = unit
        columns[k]!++
      }
      while (code >= 0) {
        const cell = code * width + k
        if (cellMark[cell] === unit) break
        cellMark[cell] = unit
        cells[cell]!++
        if (rowMark[code] !== unit) {
          rowMark[code] = unit
          rows[code]!++
        }
        code = rolled ? parent[code]! : -1
      }
    }
    total += counted
  }
  return total
}
