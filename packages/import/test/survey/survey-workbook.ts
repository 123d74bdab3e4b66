import { utils, write } from '@e965/xlsx'

export type Cell = string | number | boolean | Date | null

/** A workbook of these sheets. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet<Cell>(
      rows.map(row => [...row]),
      { UTC: true, cellDates: true },
    )
    utils.book_append_sheet(book, sheet, name)
  }
  const written: unknown = write(book, { type: 'buffer', bookType: 'xlsx', cellDates: false })
  if (!(written instanceof Uint8Array)) throw new TypeError('No bytes were written.')
  return Uint8Array.from(written)
}
