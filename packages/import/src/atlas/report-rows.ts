import type { Code, Language, Problem, Source } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import { codeOfSheet } from './code-of-sheet.ts'
import { documentNumber, documentsByNumber } from './documents-by-number.ts'
import { findCodeSheets } from './find-code-sheets.ts'
import { findQuotationTables, type QuotationTable } from './find-quotation-tables.ts'
import { type QuotationRow, quotationRows } from './quotation-rows.ts'
import type { ReportSheet } from './read-report.ts'
import { shownTables } from './shown-tables.ts'

/** The rows of one sheet, and what is to be said of them. */
export interface SheetRows {
  /** The name of the sheet, where the file has several with quotations: a line says where something is only if it is of one. */
  readonly sheet?: string
  readonly rows: readonly QuotationRow[]
  readonly problems: readonly Problem[]
}

/** What a report has, sheet by sheet, and what is to be said of sheets that are not read. */
export interface ReportRows {
  readonly sheets: readonly SheetRows[]
  readonly problems: readonly Problem[]
}

/** What of a study says which sheets and documents are meant. */
interface ReportStudy {
  readonly sources: readonly Source[]
  readonly codes: readonly Code[]
  readonly language?: Language
}

/**
 * The rows of all quotations in a file: of tables with documents, words and codes, or else of sheets that are each named for a code.
 *
 * @returns the problem `not-a-quotation-report` where there are none of either
 */
export function reportRows(sheets: readonly ReportSheet[], study: ReportStudy): ReportRows | Problem {
  const found = findQuotationTables(sheets)
  if (!('code' in found)) return rowsOf(found, [], study)
  const ofCodes = findCodeSheets(sheets, codeOfSheet(study.codes, study.language ?? 'nl'))
  return ofCodes === undefined ? found : rowsOf(ofCodes.tables, ofCodes.problems, study)
}

function rowsOf(
  tables: readonly QuotationTable[],
  problems: readonly Problem[],
  { sources }: ReportStudy,
): ReportRows {
  const { read, problems: hidden } = shownTables(tables)
  const all = read.map(table => ({ table, ...quotationRows(table) }))
  const unnamed = all.filter(({ table }) => !table.columns.has('document'))
  const documents = documentsByNumber(
    unnamed.flatMap(({ value }) => value),
    sources,
  )
  const told = new Set<string>()
  return {
    problems: [...problems, ...hidden],
    sheets: all.map(({ table, value, problems: own }) => {
      const sheet = read.length > 1 && table.sheet !== undefined ? { sheet: table.sheet } : {}
      if (table.columns.has('document')) return { ...sheet, rows: value, problems: own }
      const warnings: Problem[] = []
      const rows = value.map(row => {
        const number = documentNumber(row) ?? ''
        const source = documents.get(number)
        if (source === undefined) return row
        if (!told.has(number)) warnings.push(documentFound(row.line, number, source))
        told.add(number)
        return { ...row, source }
      })
      return { ...sheet, rows, problems: [...own, ...warnings] }
    }),
  }
}

function documentFound(line: number, number: string, { id }: Source): Problem {
  return problemAt(
    'document-by-words',
    'warning',
    `The report names no documents: document ${number} is taken to be "${id}", for that alone has the words of its quotations. Add a column Document if that is wrong.`,
    line,
  )
}
