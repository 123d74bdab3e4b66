import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { CellValue } from '../workbook/workbook.ts'
import { findNamedTable, highestHead, type NamedTable } from './named-columns.ts'
import { type QuotationColumn, quotationColumnNames, quotationsThemselves } from './quotation-columns.ts'
import type { ReportSheet } from './read-report.ts'

/** A table of quotations, and the name of its sheet. */
export interface QuotationTable extends NamedTable<QuotationColumn> {
  readonly sheet?: string
  /** What separates the cells of CSV, and whether the days of a workbook are counted from 1904 on. */
  readonly delimiter?: string
  readonly since1904?: boolean
  readonly hidden?: boolean
  /** The id of the code of all its quotations, where the sheet is named for that. */
  readonly code?: string
}

const needed = { document: 'Document', content: 'Quotation Content', codes: 'Codes' } as const
const neededKeys = Object.keys(needed) as readonly (keyof typeof needed)[]

/** The tables of quotations in a file, at most one a sheet; where there are none, the problem that says what is missing. */
export function findQuotationTables(sheets: readonly ReportSheet[]): readonly QuotationTable[] | Problem {
  const all = neededKeys.map(key => [key])
  for (const names of [quotationColumnNames, quotationsThemselves]) {
    const tables = sheets.flatMap(sheet => {
      const table = findNamedTable([sheet], names, all)
      if (table === undefined) return []
      const { name, delimiter, since1904, hidden } = sheet
      return [
        {
          ...table,
          ...(name === undefined ? {} : { sheet: name }),
          ...(delimiter === undefined ? {} : { delimiter }),
          since1904: since1904 === true,
          hidden: hidden === true,
        },
      ]
    })
    if (tables.length > 0) return tables
  }
  return problemAt('not-a-quotation-report', 'error', whyNone(sheets), 1)
}

/** How a quotation is headed in a report as text: `1:3 ¶ 12 in Interview`, and `P 1: Interview - 1:3 [...]` in older versions. */
function isReference(cell: CellValue | undefined): boolean {
  return (
    typeof cell === 'string' && /^\s*(?:\d+:\d+[ ,]+(?:¶|p\.? ?\d)|P ?\d+: .{1,300} - \d+:\d+ \[)/u.test(cell)
  )
}

function whyNone(sheets: readonly ReportSheet[]): string {
  const lost = sheets.some(({ rows }) =>
    rows
      .slice(0, highestHead)
      .some(
        ({ cells }) => cells.filter(cell => typeof cell === 'string' && /^\?+$/.test(cell.trim())).length > 2,
      ),
  )
  if (lost)
    return 'The names of the columns are question marks: their letters were lost when the file was saved. Export it as .xlsx, or as CSV in UTF-8.'
  if (sheets.some(({ rows }) => rows.some(({ cells: [cell] }) => isReference(cell))))
    return 'The file is a quotation report as text, of which the columns cannot be told. Export it as a table: as .xlsx or CSV.'
  const near = findNamedTable(sheets, quotationColumnNames, [['content', 'codes']])
  const missing = neededKeys.filter(key => near?.columns.has(key) !== true).map(key => needed[key])
  if (near !== undefined && missing.length < neededKeys.length)
    return `A quotation report names the columns Document, Quotation Content and Codes; this table has no column ${missing.join(' and no column ')}. Export it with these columns.`
  return 'No row names the columns of a quotation report: Document, Quotation Content and Codes. Export it with these columns.'
}
