import type { CellValue } from '../workbook/workbook.ts'
import { withoutDot } from './code-names.ts'
import {
  type CodebookTable,
  findCodebookTable,
  indentOf,
  sheetsOfCodes,
  statedGroups,
} from './codebook-columns.ts'
import { crossHeading } from './find-cross-head.ts'
import { highestHead } from './named-columns.ts'
import { cellText, type ReportRow, type ReportSheet } from './read-report.ts'

/** On a line below a name: how many quotations the code has. */
const grounded = /\n[ \t]*(?:[○●◦•][ \t]*)?Gr[ \t]*=[ \t]*\d+[^\n]*$/u

/** A row of a codebook table. */
export interface CodebookRow {
  readonly line: number
  readonly name: string
  /** How far in the name stands, where codes stand under others by that; 0 for those at the top. */
  readonly indent: number
  readonly comment: string
  readonly groups: readonly string[]
  /** Whether what is taken for one group may be several. */
  readonly ambiguous?: boolean
}

/**
 * The rows of a codebook table: by the names of its columns, or, as ATLAS.ti takes them, by position: name, comment, groups.
 *
 * @returns `undefined` where there is none: nothing at all, or only quotations, documents or a cross table
 */
export function codebookRows(sheets: readonly ReportSheet[]): readonly CodebookRow[] | undefined {
  const ofCodes = sheetsOfCodes(sheets)
  const table = findCodebookTable(ofCodes)
  if (table !== undefined) return table.rows.map(row => namedRow(table, row))
  const first = ofCodes.find(sheet => sheet.rows.length > 0 && !isCrossTable(sheet))
  return first?.rows.map(({ line, cells: [name, comment, ...groups] }) => ({
    ...rowOf(line, name, comment),
    groups: groups.flatMap(linesOf),
  }))
}

/** Whether names above columns state the number of their quotations, as those of cross tables do. */
function isCrossTable({ rows }: ReportSheet): boolean {
  return rows
    .slice(0, highestHead)
    .some(({ cells }) => cells.slice(1).some(cell => crossHeading(cell)?.size !== undefined))
}

function namedRow({ name, comment, groups, count }: CodebookTable, row: ReportRow): CodebookRow {
  const { line, cells } = row
  const lines = groups.flatMap(({ at }) => linesOf(cells[at]))
  const base = rowOf(line, cells[name], comment === undefined ? null : cells[comment])
  const only = lines.length === 1 && groups.some(({ all }) => all) ? lines[0]! : ''
  const parts = only.split(/[,;]\s+|;/).map(part => part.trim())
  const stated = statedGroups(row, count)
  if (only === '' || parts.length === 1 || stated === 1) return { ...base, groups: lines }
  if (stated === parts.length) return { ...base, groups: parts }
  return { ...base, groups: lines, ambiguous: true }
}

function rowOf(line: number, name: CellValue | undefined, comment: CellValue | undefined) {
  const written = cellText(name)
  return {
    line,
    name: withoutDot(written).replace(grounded, '').trim(),
    indent: indentOf(written),
    comment: cellText(comment),
  }
}

/** An export has all groups of a code in one cell, on lines of their own. */
function linesOf(cell: CellValue | undefined): readonly string[] {
  return cellText(cell)
    .split('\n')
    .map(each => each.trim())
    .filter(each => each !== '')
}
