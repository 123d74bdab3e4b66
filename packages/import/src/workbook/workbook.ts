/** What stands in a cell: a date is the clock time it shows, as if it were UTC; `null` is empty, or an error such as `#N/A`. */
export type CellValue = string | number | boolean | Date | null

/** A sheet of cells: `rows[0]` is row 1. Rows are as long as their last cell that is not empty; a row without cells is empty. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  /** Whether a spreadsheet does not show it. */
  readonly hidden?: true
}

/** The sheets of a workbook in their order. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Whether its days are counted from 1904 on: a number that shows as no date may be meant for one. */
  readonly since1904?: true
}

/** How much of a workbook is read. */
export interface WorkbookLimits {
  /** How large its parts may be together, unpacked, in bytes. */
  readonly bytes: number
  readonly sheets: number
  /** How many cells, those that stand empty before another in their row included. */
  readonly cells: number
  /** How many texts the workbook may keep in its own list, and in cells themselves. */
  readonly strings: number
  /** How many UTF-16 units a text in a cell may have; Excel itself holds 32,767. */
  readonly text: number
}

export const workbookLimits: WorkbookLimits = {
  bytes: 40 * 1024 * 1024,
  sheets: 256,
  cells: 800_000,
  strings: 300_000,
  text: 1_000_000,
}
