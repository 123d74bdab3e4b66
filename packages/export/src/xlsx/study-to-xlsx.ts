import type { CountHeading, Crosstab, Language, Study } from '@codeerbank/core'
import { codebookRows } from '../codebook-to-csv.ts'
import { crosstabToTable } from '../crosstab-to-table.ts'
import { nameCodes } from '../name-codes.ts'
import { documentNames, quotationColumns, quotationRows } from '../segments-to-csv.ts'
import { clockTime } from './clock-time.ts'
import { tableSheet } from './table-sheet.ts'
import { type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

export interface StudyToXlsxOptions {
  /** Of the labels; that of the study by default. */
  readonly language?: Language
  /** Codes by documents, as analysis counts them; without it the workbook has no code-document table. */
  readonly codeDocuments?: Crosstab
}

/** Widths of the columns of the quotation report, in characters. */
const widths: Readonly<Record<(typeof quotationColumns)[number], number>> = {
  ID: 9,
  'Quotation Name': 32,
  Document: 28,
  'Document Groups': 24,
  'Quotation Content': 70,
  Comment: 36,
  Codes: 36,
  Reference: 12,
  Density: 9,
  'Created by': 16,
  'Modified by': 16,
  Created: 20,
  Modified: 20,
}

/**
 * Writes a study as a workbook (.xlsx) with the sheets of ATLAS.ti's reports: the quotations in the columns of the
 * quotation report, the codes as ATLAS.ti takes a codebook, and the code-document table where its counts are given. Times are
 * the clock times as recorded, since a spreadsheet keeps no offset from UTC; a time that is not known is an empty cell.
 */
export async function studyToXlsx(study: Study, options: StudyToXlsxOptions = {}): Promise<Uint8Array> {
  const { language = study.language, codeDocuments } = options
  const sheets = [quotations(study, language), codes(study, language)]
  if (codeDocuments !== undefined) sheets.push(codeDocumentTable(study, codeDocuments, language))
  return writeWorkbook(sheets, language)
}

function quotations(study: Study, language: Language): WorkbookSheet {
  const times = new Set([quotationColumns.indexOf('Created'), quotationColumns.indexOf('Modified')])
  return {
    name: 'Quotations',
    columns: quotationColumns.map(label => ({ label, width: widths[label] })),
    rows: quotationRows(study, language).map(row =>
      row.map((value, i) =>
        times.has(i) && typeof value === 'string' && value !== '' ? clockTime(value) : value,
      ),
    ),
  }
}

function codes(study: Study, language: Language): WorkbookSheet {
  const { head, rows } = codebookRows(study, language)
  return {
    name: 'Codes',
    columns: head.map((label, i) => ({ label, width: i === 1 ? 70 : 34 })),
    rows,
  }
}

/** Codes and documents go by the names that they have on the other sheets. */
function codeDocumentTable(study: Study, counts: Crosstab, language: Language): WorkbookSheet {
  const codes = nameCodes(study.codes, language)
  const titles = documentNames(study.sources)
  const documents = new Map(study.sources.map(({ id }, i) => [id, titles[i]!]))
  const named = (names: ReadonlyMap<string, string>) => (heading: CountHeading) => {
    const name = names.get(heading.id)
    return { id: heading.id, label: name === undefined ? heading.label : { [language]: name } }
  }
  const table = crosstabToTable(
    { ...counts, rows: counts.rows.map(named(codes)), columns: counts.columns.map(named(documents)) },
    language,
  )
  const columns = table.columns.with(0, { id: 'code', label: { nl: 'Code', en: 'Code' }, type: 'text' })
  return { ...tableSheet({ ...table, columns }, language), name: 'Code-Document Table' }
}
