import { type Language, labelText, type Table } from '@codeerbank/core'
import type { WorkbookSheet } from './write-workbook.ts'

const narrowest = 10
const widest = 60

/** A plain table as a sheet of a workbook: its first column stays in view. */
export function tableSheet(table: Table, language: Language): WorkbookSheet {
  return {
    name: labelText(table.title, language),
    columns: table.columns.map(({ label, type }, i) => ({
      label: labelText(label, language),
      width: type === 'number' ? 12 : textWidth(table.rows.map(row => row[i] ?? null)),
    })),
    rows: table.rows,
    ...(table.note === undefined ? {} : { note: labelText(table.note, language) }),
    frozenColumns: 1,
  }
}

/** As wide as the longest line of a column, within bounds. */
function textWidth(values: Table['rows'][number]): number {
  let longest = narrowest
  for (const value of values)
    if (value !== null)
      for (const line of String(value).split('\n')) longest = Math.max(longest, line.length + 2)
  return Math.min(widest, longest)
}
