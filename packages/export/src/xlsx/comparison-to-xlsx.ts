import { type Comparison, type ComparisonCell, type Language, labelText } from '@codeerbank/core'
import { captionOf, type LaidOutRow, layOut } from '../comparison-layout.ts'
import { cellLines } from '../comparison-lines.ts'
import { wording } from '../wording.ts'
import { countLines, rowHeights } from './row-height.ts'
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

/** Of the columns, in characters: the first in which every row is low enough, or else the last. */
const widths = [45, 60, 80, 110, 150, 250] as const

/**
 * Writes comparisons as a workbook (.xlsx), a sheet each: the table as it is printed, with its caption, a cell over several
 * rows merged, and each statement on a line of its own with the number of its codings and sources.
 *
 * @param comparisons one comparison, or several for one workbook
 * @param options `language` of the labels (that of the study by default)
 */
export async function comparisonToXlsx(
  comparisons: Comparison | readonly Comparison[],
  options: { readonly language?: Language } = {},
): Promise<Uint8Array> {
  const all = 'cells' in comparisons ? [comparisons] : comparisons
  const language = options.language ?? all[0]?.language ?? 'nl'
  return writeWorkbook(
    all.map(comparison => sheetOf(comparison, language)),
    language,
  )
}

function sheetOf(comparison: Comparison, language: Language): WorkbookSheet {
  const rows = layOut(comparison)
  const width = widths.find(each => heightsOf(rows, each, language).every(isShown)) ?? widths.at(-1)!
  const rowsHigh = heightsOf(rows, width, language)
  return {
    name:
      comparison.table === undefined ? comparison.frame : `${wording.table[language]} ${comparison.table}`,
    caption: captionOf(comparison, language),
    columns: [
      { label: '', width: 24 },
      ...comparison.cases.map(({ label }) => ({ label: labelText(label, language), width })),
    ],
    rows: rows.map(({ heading, cells }, r) => [
      {
        value: labelText(heading.label, language),
        bold: true,
        fill: '#f4f6f8',
        height: Math.min(rowsHigh[r]!, rowHeights.highest),
      },
      ...cells.map(each => (each === 'spanned' ? null : cellOf(each.cell, each.span, language))),
    ]),
    note: wording.counts[language],
    frozenColumns: 1,
  }
}

function cellOf(cell: ComparisonCell, span: number, language: Language): WorkbookCell {
  return {
    value: linesOf(cell, language).join('\n'),
    span,
    bold: cell.state !== undefined && cell.statements.length === 0,
  }
}

function linesOf(cell: ComparisonCell, language: Language): readonly string[] {
  return cellLines(cell, language).map(line =>
    line.kind === 'statement'
      ? `• ${line.text} (${line.evidence.codings}; ${line.evidence.sources})`
      : line.text,
  )
}

/** Merged cells divide their height over their rows. */
function heightsOf(rows: readonly LaidOutRow[], width: number, language: Language): readonly number[] {
  const shares: number[] = []
  return rows.map(({ cells }) => {
    for (const [i, each] of cells.entries())
      if (each !== 'spanned')
        shares[i] = countLines(linesOf(each.cell, language).join('\n'), width) / each.span
    return Math.ceil(Math.max(1, ...shares)) * rowHeights.line
  })
}

function isShown(height: number): boolean {
  return height <= rowHeights.highest
}
