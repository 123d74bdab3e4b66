import { type Comparison, type ComparisonCell, type Language, labelText } from '@codeerbank/core'
import { captionOf, type LaidOutRow, layOut } from '../comparison-layout.ts'
import { cellLines } from '../comparison-lines.ts'
import { wording } from '../wording.ts'
import { countLines, rowHeights } from './row-height.ts'
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from './write-workbook.ts'

/** Of the columns, in characters. */
const widths = { heading: 24, case: 50 } as const

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
  const heights = heightsOf(rows, language)
  // What is higher than a row can be is merged over several, so that all of it shows.
  const counts = heights.map(height => Math.ceil(height / rowHeights.highest))
  const spanFrom = (row: number, span: number) =>
    counts.slice(row, row + span).reduce((sum, count) => sum + count, 0)
  return {
    name:
      comparison.table === undefined ? comparison.frame : `${wording.table[language]} ${comparison.table}`,
    caption: captionOf(comparison, language),
    columns: [
      { label: '', width: widths.heading },
      ...comparison.cases.map(({ label }) => ({ label: labelText(label, language), width: widths.case })),
    ],
    rows: rows.flatMap(({ heading, cells }, r) => {
      const count = counts[r]!
      const height = heights[r]! / count
      const label = { value: labelText(heading.label, language), bold: true, fill: '#f4f6f8', height }
      const first = [
        { ...label, span: count },
        ...cells.map(each =>
          each === 'spanned' ? null : cellOf(each.cell, spanFrom(r, each.span), language),
        ),
      ]
      const others = Array.from({ length: count - 1 }, () => [
        { value: null, height },
        ...cells.map(() => null),
      ])
      return [first, ...others]
    }),
    note: [
      wording.counts[language],
      ...(comparison.note === undefined ? [] : [labelText(comparison.note, language)]),
    ].join(' '),
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

/** How high the rows are, in points, for their cells to show whole; merged cells divide their height over their rows. */
function heightsOf(rows: readonly LaidOutRow[], language: Language): readonly number[] {
  const shares: number[] = []
  return rows.map(({ heading, cells }) => {
    for (const [i, each] of cells.entries())
      if (each !== 'spanned')
        shares[i] = countLines(linesOf(each.cell, language).join('\n'), widths.case) / each.span
    const own = countLines(labelText(heading.label, language), widths.heading)
    return Math.ceil(Math.max(own, ...shares)) * rowHeights.line
  })
}
