import type { CellValue } from '../workbook/workbook.ts'
import { withoutDot } from './code-names.ts'
import { type ColumnNames, findNamedTable, foldHeader } from './named-columns.ts'
import { quotationColumnNames } from './quotation-columns.ts'
import { cellText, type ReportSheet } from './read-report.ts'

/** A row of a codebook table. */
export interface CodebookRow {
  readonly line: number
  readonly name: string
  readonly comment: string
  readonly groups: readonly string[]
}

const columnNames: ColumnNames<'name' | 'comment'> = [
  ['name', ['Code', 'Code Name', 'Name', 'Kode', 'Codename', 'Código', 'Naam']],
  [
    'comment',
    [
      'Comment',
      'Code Comment',
      'Definition',
      'Description',
      'Kommentar',
      'Comentario',
      'Opmerking',
      'Definitie',
    ],
  ],
]

const group = /^(?:code|kode)?(?:groups?|gruppen?|groepe?n?)\d*$|^gruposdecodigos\d*$|^grupodecodigos\d*$/

/**
 * The rows of a codebook table: by the names of its columns, or, as ATLAS.ti takes them, by position: name, comment, groups.
 *
 * @returns `undefined` where there is none: nothing at all, or a quotation report
 */
export function codebookRows(sheets: readonly ReportSheet[]): readonly CodebookRow[] | undefined {
  const named = findNamedTable(sheets, columnNames, [['name'], ['comment']])
  if (named !== undefined) {
    const { head, columns, rows } = named
    const groups = head.cells.flatMap((cell, at) =>
      typeof cell === 'string' && group.test(foldHeader(cell)) ? [at] : [],
    )
    return rows.map(({ line, cells }) =>
      rowOf(
        line,
        cells[columns.get('name')!],
        cells[columns.get('comment')!],
        groups.map(at => cells[at]),
      ),
    )
  }
  if (findNamedTable(sheets, quotationColumnNames, [['document'], ['content']]) !== undefined)
    return undefined
  const first = sheets.find(({ rows }) => rows.length > 0)
  return first?.rows.map(({ line, cells: [name, comment, ...groups] }) => rowOf(line, name, comment, groups))
}

function rowOf(
  line: number,
  name: CellValue | undefined,
  comment: CellValue | undefined,
  groups: readonly (CellValue | undefined)[],
): CodebookRow {
  return {
    line,
    name: withoutDot(cellText(name)).trim(),
    comment: cellText(comment),
    // An export has all groups of a code in one cell, on lines of their own.
    groups: groups
      .flatMap(cell => cellText(cell).split('\n'))
      .map(each => each.trim())
      .filter(each => each !== ''),
  }
}
