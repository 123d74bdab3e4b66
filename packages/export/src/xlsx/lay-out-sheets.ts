import { guardCell, type Language } from '@codeerbank/core'
import type { Cell, CellObject, Row, Sheet } from 'write-excel-file/node'
import { convertDateToSerialNumber, getCellAddress } from 'write-excel-file/utility'
import { wording } from '../wording.ts'
import { cellParts } from './cell-parts.ts'
import { markName } from './inherited-names.ts'
import { countLines, rowHeight, rowHeights } from './row-height.ts'
import { sheetNames } from './sheet-names.ts'
import type { WorkbookCell, WorkbookSheet, WorkbookValue } from './write-workbook.ts'
import { encodeXlsxText } from './xlsx-text.ts'

/** How large a sheet can be (Excel specifications and limits). */
const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const

const headStyle = { fontWeight: 'bold', backgroundColor: '#e8ecf0' } as const
const cellStyle = { alignVertical: 'top', borderStyle: 'thin', borderColor: '#c4ccd4' } as const

/** Lays out sheets as the library takes them; texts that no cell can hold go on in a sheet at the end. */
export function layOutSheets(sheets: readonly WorkbookSheet[], language: Language): Sheet<never>[] {
  const fitting = sheets.flatMap(divide)
  const names = sheetNames([...fitting.map(sheet => sheet.name), wording.continued[language]])
  const rest: WorkbookValue[][] = []
  const laidOut = fitting.map((sheet, i) => layOut(sheet, names[i]!, names.at(-1)!, rest, language))
  if (rest.length === 0) return laidOut
  const continued: WorkbookSheet = {
    name: wording.continued[language],
    columns: [
      { label: wording.sheet[language], width: 24 },
      { label: wording.cell[language], width: 10 },
      { label: wording.part[language], width: 8 },
      { label: wording.text[language], width: 100 },
    ],
    rows: rest,
  }
  return [...laidOut, layOut(continued, names.at(-1)!, '', [], language)]
}

/** A sheet that is too long or too wide becomes several; each has the head, and the first column. */
function divide(sheet: WorkbookSheet): readonly WorkbookSheet[] {
  const longest = sheetLimits.rows - 3
  const parts: WorkbookSheet[] = []
  for (let row = 0; row === 0 || row < sheet.rows.length; row += longest) {
    const long = sheet.rows.length <= longest ? sheet.rows : sheet.rows.slice(row, row + longest)
    if (sheet.columns.length <= sheetLimits.columns) {
      parts.push({ ...sheet, rows: long })
      continue
    }
    for (let column = 1; column < sheet.columns.length; column += sheetLimits.columns - 1) {
      const within = <T>(values: readonly T[]) => [
        values[0]!,
        ...values.slice(column, column + sheetLimits.columns - 1),
      ]
      parts.push({ ...sheet, columns: within(sheet.columns), rows: long.map(within) })
    }
  }
  return parts
}

function layOut(
  sheet: WorkbookSheet,
  name: string,
  continued: string,
  rest: WorkbookValue[][],
  language: Language,
): Sheet<never> {
  const { columns, caption, note, frozenColumns = 0 } = sheet
  const widths = columns.map(({ width }) => width)
  const across = widths.reduce((sum, width) => sum + width, 0)
  const line = (text: string, style: CellObject): Row => {
    const height = rowHeights.line * (countLines(text, across * 0.8) + 0.5)
    return [{ ...lineCell(text), ...style, columnSpan: columns.length, height }]
  }
  const labels = columns.map(({ label }) => label)
  const head: Row[] = [
    ...(caption === undefined ? [] : [line(caption, { fontWeight: 'bold', fontSize: 13 })]),
    withHeight(
      labels.map(label => ({ ...textCell(label), ...headStyle })),
      rowHeight(
        labels,
        widths.map(width => width * 0.9),
      ),
    ),
  ]
  const rows = sheet.rows.map((row, r): Row => {
    const cells = row.map(asCell)
    const height =
      cells.find(cell => cell.height !== undefined)?.height ??
      rowHeight(
        cells.map(({ value }) => (typeof value === 'string' ? value : '')),
        widths,
      )
    const laidOut = cells.map((cell, c): Cell => {
      if (typeof cell.value !== 'string') return cellOf(cell)
      const [first = '', ...others] = cellParts(cell.value)
      if (others.length === 0) return cellOf(cell)
      const address = getCellAddress(head.length + r, c)
      for (const [i, part] of others.entries()) rest.push([name, address, i + 2, part])
      return cellOf({ ...cell, value: `${first}\n[${wording.goesOn[language]} "${continued}"]` })
    })
    return withHeight(laidOut, height)
  })
  return {
    sheet: name,
    data: [...head, ...rows, ...(note === undefined ? [] : [line(note, { fontStyle: 'italic' })])],
    columns: widths.map(width => ({ width })),
    stickyRowsCount: head.length,
    ...(frozenColumns === 0 ? {} : { stickyColumnsCount: frozenColumns }),
    orientation: 'landscape',
    // Makes the library write a view of its own, into which the frozen panes go.
    zoomScale: 1,
  }
}

function asCell(given: WorkbookValue | WorkbookCell): WorkbookCell {
  return given !== null && typeof given === 'object' && 'value' in given ? given : { value: given }
}

/** The library takes the height of a row from its cells; one that others reach into gets an empty cell beside the table. */
function withHeight(row: Row, height: number | undefined): Row {
  if (height === undefined) return row
  const [first, ...others] = row
  return typeof first === 'object' && first !== null
    ? [{ ...first, height }, ...others]
    : [...row, { height }]
}

function cellOf({ value, span, bold, fill }: WorkbookCell): Cell {
  if (value === null && fill === undefined && span === undefined) return null
  return {
    ...(typeof value === 'string' ? textCell(value) : numberCell(value)),
    ...(span === undefined || span === 1 ? {} : { rowSpan: span }),
    ...(bold === true ? { fontWeight: 'bold' } : {}),
    ...(fill === undefined ? {} : { backgroundColor: fill }),
  }
}

/** A text stays a text: what a spreadsheet would run as a formula when a person edits the cell has the format of text. */
function textCell(text: string): CellObject {
  return {
    ...cellStyle,
    value: markName(encodeXlsxText(text)),
    type: String,
    wrap: true,
    ...(guardCell(text) === text ? {} : { format: '@' }),
  }
}

/** A line above or below the table: no cell of it. */
function lineCell(text: string): CellObject {
  const { borderStyle: _, borderColor: __, ...cell } = textCell(text)
  return cell
}

function numberCell(value: number | Date | null): CellObject {
  if (value === null) return cellStyle
  if (value instanceof Date) {
    // Less than half a millisecond later, so that readers that cut off find the same second.
    const days = convertDateToSerialNumber(value) + 5e-9
    return { ...cellStyle, value: days, type: Number, format: 'yyyy-mm-dd hh:mm:ss', align: 'left' }
  }
  return Number.isFinite(value) ? { ...cellStyle, value, type: Number } : textCell(String(value))
}
