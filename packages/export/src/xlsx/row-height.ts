/** In points: of a line of text, and of the highest row that a spreadsheet shows. */
export const rowHeights = { line: 15, highest: 409 } as const

/** A column is as wide as so many digits; letters are narrower, by more than is lost where words wrap. */
const lettersPerDigit = 1.1

/** How many lines a text takes in a column of a width in characters, its own and those of wrapping; rather too many. */
export function countLines(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n'))
    lines += Math.max(1, Math.ceil(line.length / (width * lettersPerDigit)))
  return lines
}

/**
 * The height of a row that shows its texts whole, as far as a row can: not every spreadsheet fits rows to wrapped text when
 * it opens a file.
 *
 * @param texts of the cells
 * @param widths of their columns, in characters
 * @returns points; undefined where one line will do
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number | undefined {
  let lines = 1
  for (const [i, text] of texts.entries()) lines = Math.max(lines, countLines(text, widths[i] ?? 1))
  return lines === 1 ? undefined : Math.min(lines * rowHeights.line, rowHeights.highest)
}
