import { type Language, labelText, type Table } from '@codeerbank/core'
import { AlignmentType, Paragraph } from 'docx'
import { valueText } from '../number-text.ts'
import { tableNotes } from '../table-notes.ts'
import { captionParagraph, noteParagraph, packReport } from './report-document.ts'
import { headCell, reportTable, tableCell, tableRow, textParagraph } from './report-table.ts'
import { textRuns } from './text-runs.ts'

/**
 * Writes a plain table as a document for a report (.docx): its title as caption, heads that are repeated on every page, numbers
 * to the right, and what they count below.
 *
 * @param options `language` of the labels and of the document (Dutch by default)
 */
export async function tableToDocx(
  table: Table,
  options: { readonly language?: Language } = {},
): Promise<Uint8Array> {
  const { language = 'nl' } = options
  const title = labelText(table.title, language)
  const isNumber = table.columns.map(({ type }) => type === 'number')
  const rows = table.rows.map(row =>
    tableRow(
      row.map((value, i) => {
        const text = valueText(value, language)
        return tableCell([isNumber[i] === true ? numberParagraph(text) : textParagraph(text)])
      }),
    ),
  )
  const head = tableRow(
    table.columns.map(({ label }) => headCell(labelText(label, language))),
    { head: true },
  )
  const shares = table.columns.map((_, i) => shareOf(table, i, language))
  return packReport(title, language, [
    captionParagraph(title, true),
    reportTable([head, ...rows], shares),
    ...tableNotes(table, language).map(note => noteParagraph(textRuns(note))),
  ])
}

function numberParagraph(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [...textRuns(text)] })
}

/** A column is as wide as its values ask for, within bounds, and never narrower than a word of its head. */
function shareOf(table: Table, column: number, language: Language): number {
  const { label, type } = table.columns[column]!
  const head = labelText(label, language)
    .split(/\s+/)
    .map(word => word.length + 3)
  const least = Math.max(8, ...head)
  if (type === 'number') return least
  let longest = least
  for (const row of table.rows) longest = Math.max(longest, valueText(row[column] ?? null, language).length)
  return Math.max(least, Math.min(40, longest))
}
