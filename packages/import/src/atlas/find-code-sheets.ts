import type { Code, Problem } from '@codeerbank/core'
import type { QuotationTable } from './find-quotation-tables.ts'
import { findNamedTable } from './named-columns.ts'
import { quotationColumnNames } from './quotation-columns.ts'
import type { ReportSheet } from './read-report.ts'

/** The tables of a workbook that has the quotations of each code on a sheet that is named for it. */
export interface CodeSheets {
  readonly tables: readonly QuotationTable[]
  /** `unknown-code` and `ambiguous-code`, for sheets with quotations of which the code is not known. */
  readonly problems: readonly Problem[]
}

/**
 * Finds the sheets with quotations, but without a column of codes, that are named for codes.
 *
 * @param codeOf the code that a sheet is named for
 * @returns `undefined` where no sheet is
 */
export function findCodeSheets(
  sheets: readonly ReportSheet[],
  codeOf: (sheet: string) => Code | 'ambiguous' | undefined,
): CodeSheets | undefined {
  const found = sheets.flatMap(sheet => {
    const { name, since1904, hidden } = sheet
    const table = findNamedTable([sheet], quotationColumnNames, [['content'], ['id', 'document']])
    if (name === undefined || table === undefined || table.columns.has('codes')) return []
    const given = { ...table, sheet: name, since1904: since1904 === true, hidden: hidden === true }
    return [{ table: given, sheet: name, code: codeOf(name) }]
  })
  const shown = found.filter(({ table }) => !table.hidden)
  const isShared = (code: Code) => shown.filter(other => other.code === code).length > 1
  const tables: QuotationTable[] = []
  const problems: Problem[] = []
  for (const { table, sheet, code } of found)
    if (code !== undefined && code !== 'ambiguous' && !isShared(code))
      tables.push({ ...table, code: code.id })
    else if (table.rows.length > 0) problems.push(notRead(sheet, table.head.line, code !== undefined))
  return found.some(({ code }) => code !== undefined) ? { tables, problems } : undefined
}

function notRead(sheet: string, line: number, isAmbiguous: boolean): Problem {
  return {
    code: isAmbiguous ? 'ambiguous-code' : 'unknown-code',
    severity: 'error',
    message: isAmbiguous
      ? `The quotations of the sheet "${sheet}" are not read, for it may be named for several codes, or another sheet for the same. Add a column Codes with the name of the code.`
      : `The quotations of the sheet "${sheet}" are not read, for no code goes by its name. Add a column Codes with the name of the code, or add the code.`,
    place: { line, path: [sheet] },
  }
}
