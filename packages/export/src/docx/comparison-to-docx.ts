import { type Comparison, type Language, labelText } from '@codeerbank/core'
import { type FileChild, Paragraph, type Table, TextRun } from 'docx'
import { captionOf, layOut } from '../comparison-layout.ts'
import { type ComparisonLine, cellLines } from '../comparison-lines.ts'
import { comparisonParts } from '../comparison-parts.ts'
import { closeTurns } from '../isolate-text.ts'
import { wording } from '../wording.ts'
import { captionParagraph, noteParagraph, packReport, statementList } from './report-document.ts'
import { headCell, reportTable, tableCell, tableRow, textParagraph } from './report-table.ts'
import { readsRightToLeft, textRuns } from './text-runs.ts'

/**
 * Writes comparisons as a document for a report (.docx), a page across for each, or several where the cases are many: a caption with the table's number, heads that
 * are repeated on every page, a cell over several rows merged, and the statements as a list, each with the number of
 * its sources raised. What a judgement rests on is in the HTML table, not here.
 *
 * @param comparisons one comparison, or several for one document
 * @param options `language` of the labels and of the document (that of the study by default)
 */
export async function comparisonToDocx(
  comparisons: Comparison | readonly Comparison[],
  options: { readonly language?: Language } = {},
): Promise<Uint8Array> {
  const all = 'cells' in comparisons ? [comparisons] : comparisons
  const language = options.language ?? all[0]?.language ?? 'nl'
  const title = all.map(comparison => captionOf(comparison, language)).join('; ')
  const children = all
    .flatMap(comparisonParts)
    .flatMap((comparison, i): FileChild[] => [
      captionParagraph(captionOf(comparison, language), i === 0),
      tableOf(comparison, language),
      noteParagraph([
        new TextRun({ text: 'n', superScript: true }),
        new TextRun(` ${wording.raised[language]}`),
      ]),
      ...(comparison.note === undefined
        ? []
        : [noteParagraph(textRuns(labelText(comparison.note, language)))]),
    ])
  return packReport(title, language, children)
}

function tableOf(comparison: Comparison, language: Language): Table {
  const head = ['', ...comparison.cases.map(({ label }) => labelText(label, language))]
  const rows = layOut(comparison).map(({ heading, cells }) =>
    tableRow([
      headCell(labelText(heading.label, language)),
      ...cells.flatMap(each =>
        each === 'spanned'
          ? []
          : [tableCell(cellLines(each.cell, language).map(paragraphOf), { rowSpan: each.span })],
      ),
    ]),
  )
  return reportTable(
    [tableRow(head.map(headCell), { head: true }), ...rows],
    head.map((_, i) => (i === 0 ? 1 : 2)),
  )
}

function paragraphOf(line: ComparisonLine): Paragraph {
  if (line.kind !== 'statement')
    return textParagraph(
      line.text,
      line.kind === 'heading' ? { bold: true } : { italics: true, color: '595959' },
    )
  return new Paragraph({
    numbering: { reference: statementList, level: 0 },
    bidirectional: readsRightToLeft(line.text),
    children: [
      ...textRuns(closeTurns(line.text)),
      new TextRun({ text: String(line.evidence.sources), superScript: true }),
    ],
  })
}
