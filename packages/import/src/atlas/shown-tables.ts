import type { Problem } from '@codeerbank/core'
import type { QuotationTable } from './find-quotation-tables.ts'

/**
 * The tables that are read: those that a spreadsheet shows, or hidden ones where there are no others.
 *
 * @returns them, and a warning `hidden-sheet` for each hidden one
 */
export function shownTables(tables: readonly QuotationTable[]): {
  readonly read: readonly QuotationTable[]
  readonly problems: readonly Problem[]
} {
  const shown = tables.filter(({ hidden }) => hidden !== true)
  const read = shown.length > 0 ? shown : tables
  const said =
    shown.length > 0
      ? 'is not read: its quotations may be old ones. Show the sheet if they are meant.'
      : 'is read, for no other has quotations. Take it out if they are not meant.'
  const problems = tables
    .filter(({ hidden }) => hidden === true)
    .map(
      ({ head, sheet = '' }): Problem => ({
        code: 'hidden-sheet',
        severity: 'warning',
        message: `The hidden sheet "${sheet}" ${said}`,
        place: { line: head.line, path: [sheet] },
      }),
    )
  return { read, problems }
}
