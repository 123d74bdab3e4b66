import type { ColumnNames } from './named-columns.ts'

/** The columns of a quotation report that are read. */
export type QuotationColumn =
  | 'id'
  | 'name'
  | 'document'
  | 'content'
  | 'comment'
  | 'codes'
  | 'reference'
  | 'density'
  | 'createdBy'
  | 'created'

/** What ATLAS.ti calls them: on Windows, on a Mac, on the web, and in German and Spanish; the Dutch are for lists of one's own. */
export const quotationColumnNames: ColumnNames<QuotationColumn> = [
  ['id', ['ID', 'Quotation ID', 'Zitat-ID', 'ID de cita']],
  ['name', ['Quotation Name', 'Name', 'Quotation', 'Zitatname', 'Nombre de la cita', 'Naam van citaat']],
  ['document', ['Document', 'Document Name', 'Dokument', 'Documento', 'Bron']],
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
      'Contenido de texto',
      'Inhoud van citaat',
      'Citaat',
    ],
  ],
  ['comment', ['Quotation Comment', 'Comment', 'Kommentar', 'Comentario', 'Opmerking']],
  ['codes', ['Codes', 'Code', 'Kodes', 'Códigos', 'Coded with']],
  ['reference', ['Reference', 'Position', 'Referenz', 'Referencia', 'Verwijzing']],
  [
    'density',
    ['Number of Codes', 'Density', 'Codes Count', 'Anzahl der Codes', 'Dichte', 'Densidad', 'Aantal codes'],
  ],
  ['createdBy', ['Created by', 'Author', 'Erstellt von', 'Creado por', 'Gemaakt door']],
  ['created', ['Created', 'Created at', 'Creation Date', 'Erstellt', 'Erstellt am', 'Creado', 'Gemaakt op']],
]
