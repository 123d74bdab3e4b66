import { type ColumnNames, findNamedTable, foldHeader, highestHead } from './named-columns.ts'
import { quotationColumnNames } from './quotation-columns.ts'
import { cellText, type ReportRow, type ReportSheet } from './read-report.ts'

/** A codebook table with a head: where its columns are, and the rows below the head. */
export interface CodebookTable {
  readonly name: number
  readonly comment: number | undefined
  /** Columns that hold a group each, `Code Group 1`, or all of them, `Groups`. */
  readonly groups: readonly { readonly at: number; readonly all: boolean }[]
  /** Where a row says how many groups its code is in. */
  readonly count: number | undefined
  readonly rows: readonly ReportRow[]
}

type CodebookColumn = 'name' | 'comment' | 'count'

const codeNames = [
  'Code',
  'Code Name',
  'Kode',
  'Codename',
  'Código',
  'Nombre del código',
  'Nome do código',
  '代码',
  '编码',
]

const columnNames: ColumnNames<CodebookColumn> = [
  ['name', [...codeNames, 'Name', 'Nombre', 'Nome', 'Naam']],
  [
    'comment',
    [
      'Comment',
      'Code Comment',
      'Definition',
      'Description',
      'Kommentar',
      'Beschreibung',
      'Comentario',
      'Definición',
      'Descripción',
      'Opmerking',
      'Definitie',
      'Omschrijving',
      '注释',
      '评论',
    ],
  ],
  [
    'count',
    ['Number of Groups', 'Number of Code Groups', 'Anzahl der Gruppen', 'Número de grupos', 'Aantal groepen'],
  ],
]

const group =
  /^(?:code|kode)?(?:groups?|gruppen?|groepe?n?)(\d*)$|^grupos?(?:decodigos?)?(\d*)$|^grupodecodigos(\d*)$/

/** What a table of quotations or of documents has, and one of codes has not. */
const others: ColumnNames<'media'> = [
  ['media', ['Media Type', 'Medientyp', 'Tipo de medio', 'Tipo de mídia']],
]

/** Sheets that hold no table of quotations or documents, which have names and comments too. */
export function sheetsOfCodes(sheets: readonly ReportSheet[]): readonly ReportSheet[] {
  return sheets.filter(
    sheet =>
      findNamedTable([sheet], quotationColumnNames, [['document'], ['content']]) === undefined &&
      findNamedTable([sheet], others, [['media']]) === undefined,
  )
}

/** The codebook table with a head: the name of a code, and a comment or groups; a code alone if nothing else is there. */
export function findCodebookTable(sheets: readonly ReportSheet[]): CodebookTable | undefined {
  const named = findNamedTable(sheets, columnNames, [['name'], ['comment']])
  if (named !== undefined) return tableOf(named.head, named.columns, named.rows)
  const known = new Set(codeNames.map(foldHeader))
  for (const { rows } of sheets)
    for (const [i, head] of rows.slice(0, highestHead).entries()) {
      const names = head.cells.map(cell => (typeof cell === 'string' ? foldHeader(cell) : ''))
      const at = names.findIndex(name => known.has(name))
      if (at === -1 || !names.every((name, n) => n === at || name === '' || group.test(name))) continue
      if (i > 0 && !names.some(name => group.test(name))) continue
      return tableOf(head, new Map([['name', at]]), rows.slice(i + 1))
    }
  return undefined
}

function tableOf(
  { cells }: ReportRow,
  columns: ReadonlyMap<CodebookColumn, number>,
  rows: readonly ReportRow[],
): CodebookTable {
  const groups = cells.flatMap((cell, at) => {
    const found = typeof cell === 'string' ? group.exec(foldHeader(cell)) : null
    return found === null ? [] : [{ at, all: (found[1] ?? found[2] ?? found[3] ?? '') === '' }]
  })
  return {
    name: columns.get('name')!,
    comment: columns.get('comment'),
    groups,
    count: columns.get('count'),
    rows,
  }
}

/** How far in a name stands: a tab is as far as four spaces, and a single space is nothing. */
export function indentOf(name: string): number {
  const space = /^[\t \u00A0]*/.exec(name)![0].replaceAll('\t', '    ').length
  return space < 2 ? 0 : space
}

/** The number of groups in a cell. */
export function statedGroups(row: ReportRow, at: number | undefined): number | undefined {
  const count = at === undefined ? Number.NaN : Number.parseInt(cellText(row.cells[at]), 10)
  return count >= 0 ? count : undefined
}
