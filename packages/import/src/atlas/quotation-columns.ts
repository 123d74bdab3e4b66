import { type ColumnNames, foldHeader } from './named-columns.ts'

/** The columns of a quotation report that are read. */
export type QuotationColumn =
  | 'id'
  | 'name'
  | 'document'
  | 'content'
  | 'comment'
  | 'codes'
  | 'reference'
  | 'start'
  | 'end'
  | 'count'
  | 'density'
  | 'createdBy'
  | 'created'
  | 'modified'

/**
 * What ATLAS.ti calls them: on Windows, on a Mac, on the web, and in German, Spanish, Portuguese and Chinese; the Dutch are for
 * lists of one's own.
 */
export const quotationColumnNames: ColumnNames<QuotationColumn> = [
  [
    'id',
    ['ID', 'Quotation ID', 'Number', 'Zitat-ID', 'Nummer', 'Nr', 'ID de cita', 'Número', 'ID da citação'],
  ],
  [
    'name',
    [
      'Quotation Name',
      'Name',
      'Quotation',
      'Zitatname',
      'Nombre de la cita',
      'Nombre de cita',
      'Nombre',
      'Nome da citação',
      'Nome',
      'Naam van citaat',
    ],
  ],
  [
    'document',
    ['Document', 'Document Name', 'Dokument', 'Dokumentname', 'Documento', 'Bron', '文档', '文件'],
  ],
  [
    'content',
    [
      'Quotation Content',
      'Text Content',
      'Content',
      'Quotation Text',
      'Zitatinhalt',
      'Textinhalt',
      'Contenido de la cita',
      'Contenido de cita',
      'Contenido de texto',
      'Contenido del texto',
      'Conteúdo da citação',
      'Conteúdo de texto',
      'Conteúdo do texto',
      '引文内容',
      '文本内容',
      'Inhoud van citaat',
      'Inhoud citaat',
      'Citaatinhoud',
      'Tekst van citaat',
      'Citaat',
    ],
  ],
  [
    'comment',
    [
      'Quotation Comment',
      'Comment',
      'Zitatkommentar',
      'Kommentar',
      'Comentario',
      'Opmerking',
      '注释',
      '评论',
    ],
  ],
  [
    'codes',
    [
      'Codes',
      'Code',
      'Kodes',
      'Kode',
      'Códigos',
      'Código',
      'Coded with',
      '代码',
      '编码',
      'Code 1',
      'Kode 1',
      'Código 1',
    ],
  ],
  ['reference', ['Reference', 'Position', 'Referenz', 'Referencia', 'Referência', 'Verwijzing']],
  [
    'start',
    ['Start Position', 'Initial Position', 'Start', 'Startposition', 'Posición inicial', 'Posição inicial'],
  ],
  ['end', ['End Position', 'Final Position', 'End', 'Endposition', 'Posición final', 'Posição final']],
  [
    'count',
    [
      'Number of Codes',
      'Codes Count',
      'Anzahl der Codes',
      'Anzahl der Kodes',
      'Número de códigos',
      'Aantal codes',
    ],
  ],
  ['density', ['Density', 'Dichte', 'Densidad', 'Densidade']],
  [
    'createdBy',
    [
      'Created by',
      'Author',
      'Erstellt von',
      'Autor',
      'Creado por',
      'Criado por',
      'Gemaakt door',
      'Aangemaakt door',
      'Coder',
      'Codeur',
    ],
  ],
  [
    'created',
    [
      'Created',
      'Created at',
      'Created on',
      'Creation Date',
      'Date Created',
      'Erstellt',
      'Erstellt am',
      'Erstellungsdatum',
      'Creado',
      'Fecha de creación',
      'Criado',
      'Criado em',
      'Data de criação',
      'Gemaakt op',
      'Gemaakt',
      'Aangemaakt op',
      'Aangemaakt',
    ],
  ],
  [
    'modified',
    [
      'Modified',
      'Modified at',
      'Modified on',
      'Last Modified',
      'Modification Date',
      'Date Modified',
      'Last Update',
      'Updated',
      'Updated at',
      'Geändert',
      'Geändert am',
      'Änderungsdatum',
      'Modificado',
      'Modificado em',
      'Fecha de modificación',
      'Data de modificação',
      'Gewijzigd',
      'Gewijzigd op',
    ],
  ],
]

/** Whether a column goes by a name of languages in which the day comes before the month: all but English. */
export function isDayFirst(head: string): boolean {
  return /^(?:dokument|documento|zitat|citaat|cita|kommentar|comentario|opmerking|kodes?$|codigo|erstell|creado|criado|fechade|datade|gemaakt|aangemaakt)/.test(
    foldHeader(head),
  )
}

/** Whether a column has one of the codes of a quotation, as others beside it have: `Code 1`, `Code 2`. */
export function isNumberedCode(head: string): boolean {
  return /^(?:codes?|kodes?|codigos?)\d{1,3}$/.test(foldHeader(head))
}

/** Where no other column has the words, they are the quotation itself. */
const quotations = ['Quotation', 'Zitat', 'Cita', 'Citação', '引文']

/** The same for a report that has the words as the quotation itself. */
export const quotationsThemselves: ColumnNames<QuotationColumn> = quotationColumnNames.map(([key, names]) =>
  key === 'content'
    ? [key, quotations]
    : key === 'name'
      ? [key, names.filter(name => !quotations.includes(name))]
      : [key, names],
)
