import {
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { textWidth } from './report-document.ts'
import { readsRightToLeft, textRuns } from './text-runs.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A94A0' } as const

/** A row of cells; one that heads a table is repeated on every page. */
export function tableRow(cells: readonly TableCell[], options: { readonly head?: boolean } = {}): TableRow {
  // A reader of documents may take a head that is said to be none for one.
  return new TableRow({ children: cells, ...(options.head === true ? { tableHeader: true } : {}) })
}

/** A cell of a heading, in bold on grey. */
export function headCell(text: string): TableCell {
  return tableCell([textParagraph(text, { bold: true })], {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8ECF0' },
  })
}

export function tableCell(
  paragraphs: readonly Paragraph[],
  options: Omit<ITableCellOptions, 'children'> = {},
): TableCell {
  return new TableCell({ ...options, children: paragraphs.length === 0 ? [new Paragraph('')] : paragraphs })
}

/** A text as a paragraph of its own, in the direction in which it reads. */
export function textParagraph(text: string, run: Parameters<typeof textRuns>[1] = {}): Paragraph {
  return new Paragraph({ bidirectional: readsRightToLeft(text), children: [...textRuns(text, run)] })
}

/**
 * A table as wide as the page.
 *
 * @param shares how wide the columns are, in proportion
 */
export function reportTable(rows: readonly TableRow[], shares: readonly number[]): Table {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return new Table({
    rows,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: shares.map(share => Math.floor((textWidth * share) / total)),
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
  })
}
