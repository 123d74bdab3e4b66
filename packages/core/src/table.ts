import type { Label } from './label.ts'

/** What stands in a cell of a table; `null` is empty. */
export type TableValue = string | number | null

export interface TableColumn {
  readonly id: string
  readonly label: Label
  readonly type: 'text' | 'number'
}

/** A plain table, ready to be written: every row has as many values as there are columns. */
export interface Table {
  readonly id: string
  readonly title: Label
  /** What the numbers count, where they count something. */
  readonly unit?: Label
  /** What else is said below it. */
  readonly note?: Label
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableValue[])[]
}
