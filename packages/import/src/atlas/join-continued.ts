import type { CellValue, Sheet } from '../workbook/workbook.ts'

/** The heads of the sheet in which our own workbooks go on with texts that no cell can hold, and how they say that. */
const heads = [
  ['Sheet', 'Cell', 'Part', 'Text'],
  ['Blad', 'Cel', 'Deel', 'Tekst'],
]
const goesOn = /\n\[(?:goes on in the sheet|gaat verder in het blad) "[^"\n]*"\]$/

/** The sheets of a workbook with their long texts whole again, without the sheet in which these went on. */
export function joinContinued(sheets: readonly Sheet[]): readonly Sheet[] {
  const last = sheets.at(-1)
  if (last === undefined || !heads.some(head => head.every((name, i) => last.rows[0]?.[i] === name)))
    return sheets
  const parts = new Map<string, string[]>()
  for (const [sheet, cell, , text] of last.rows.slice(1)) {
    const key = keyOf(sheet, cell)
    const known = parts.get(key)
    if (known === undefined) parts.set(key, [String(text ?? '')])
    else known.push(String(text ?? ''))
  }
  return sheets.slice(0, -1).map(({ name, rows, ...sheet }) => ({
    ...sheet,
    name,
    rows: rows.map((row, r) =>
      row.map((cell, c) => {
        if (typeof cell !== 'string' || !goesOn.test(cell.slice(-200))) return cell
        const more = parts.get(keyOf(name, `${columnName(c)}${r + 1}`))
        return more === undefined ? cell : cell.replace(goesOn, '') + more.join('')
      }),
    ),
  }))
}

function keyOf(sheet: CellValue | undefined, cell: CellValue | undefined): string {
  return `${sheet}\n${cell}`
}

/** `A` for 0, `AA` for 26. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
