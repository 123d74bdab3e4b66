import type { Problem, Reading } from '@codeerbank/core'
import { type CellObject, utils, type WorkSheet } from '@e965/xlsx'
import type { CellValue, Sheet, WorkbookLimits } from './workbook.ts'
import { workbookTooLarge } from './workbook-error.ts'

/** How large a sheet can be (Excel specifications and limits). */
const mostRows = 1_048_576
const mostColumns = 16_384

/** So many cells with an error are named, the rest counted. */
const mostNamed = 20

/** The number of the error `#GETTING_DATA`, as which a formula without its result comes. */
const gettingData = 0x2b

const noCells: readonly CellValue[] = []

/** The rows of a sheet as the library read it. `tally` counts cells over all sheets, empty ones before others included. */
export function readSheet(
  name: string,
  sheet: WorkSheet,
  tally: { filled: number },
  limits: WorkbookLimits,
): Reading<Sheet> {
  const problems: Problem[] = []
  const rows: (readonly CellValue[])[] = []
  let errors = 0
  // Rows and cells that a sheet does not have are holes, which `forEach` passes over.
  const data: readonly (readonly CellObject[])[] = sheet['!data'] ?? []
  data.forEach((cells, r) => {
    const row: CellValue[] = []
    cells.forEach((cell, c) => {
      if (cell.t === 'e' && errors++ < mostNamed) problems.push(cellError(name, r, c, cell.v === gettingData))
      const value = cellValue(cell)
      if (value === null) return
      if (r >= mostRows || c >= mostColumns) throw workbookTooLarge('cells', limits.cells, undefined)
      tally.filled += c + 1 - row.length
      if (tally.filled > limits.cells) throw workbookTooLarge('cells', limits.cells, undefined)
      while (row.length < c) row.push(null)
      row.push(value)
    })
    if (row.length === 0) return
    while (rows.length < r) rows.push(noCells)
    rows.push(row)
  })
  if (errors > mostNamed)
    problems.push({
      code: 'cell-error',
      severity: 'warning',
      message: `And ${errors - mostNamed} more cells of the sheet hold an error.`,
      place: { path: [name] },
    })
  return { value: { name, rows }, problems }
}

function cellValue({ t, v }: CellObject): CellValue {
  if (t === 'e' || t === 'z' || v === undefined) return null
  if (v instanceof Date) return clockTime(v)
  if (typeof v === 'number') return Number.isFinite(v) ? v : null
  if (typeof v !== 'string') return v
  const text = v.replace(/\r\n?/g, '\n')
  return text === '' ? null : text
}

/** Days and parts of days in binary fractions come out some microseconds off: a time is of whole milliseconds, near a second of that. */
function clockTime(date: Date): CellValue {
  const time = date.getTime()
  if (Number.isNaN(time)) return null
  const second = Math.round(time / 1000) * 1000
  return new Date(Math.abs(time - second) <= 2 ? second : time)
}

function cellError(name: string, r: number, c: number, isUnsaved: boolean): Problem {
  return {
    code: 'cell-error',
    severity: 'warning',
    message: isUnsaved
      ? 'The cell has a formula without its result, and is read as empty. Open the workbook in a spreadsheet and save it again.'
      : 'The cell holds an error and is read as empty. Correct the formula in it, or write the value.',
    place: { path: [name, utils.encode_cell({ r, c })] },
  }
}
