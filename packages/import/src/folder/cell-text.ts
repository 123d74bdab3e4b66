import { guardCell, unguardCell, type Value } from '@codeerbank/core'

/** What stands before a value that a cell could not hold as it is. */
const prefix = 'json:'

/**
 * Writes a text as a cell of a list of a study folder: guarded against formulas, and as `json:` with the JSON of it where
 * a CSV file would not give it back: a zero byte, a carriage return, half a surrogate pair, or blanks at its ends.
 *
 * @param keepsEnds whether the column is read with the blanks at its ends
 */
export function cellText(text: string, keepsEnds = false): string {
  const plain =
    text !== '' &&
    text.isWellFormed() &&
    !/[\0\r]/.test(text) &&
    !text.startsWith(prefix) &&
    (keepsEnds || text === text.trim())
  return plain ? guardCell(text) : cellJson(text)
}

/** Writes any value as a cell that `cellValue` gives back. */
export function cellJson(value: Value | Readonly<Record<string, Value>>): string {
  return prefix + JSON.stringify(value)
}

/** The text of a cell that `cellText` wrote, or that a person did. */
export function textOfCell(cell: string): string {
  const value = cellValue(cell)
  return typeof value === 'string' ? value : unguardCell(cell)
}

/** What stands in a cell as JSON after `json:`; `undefined` in any other cell. */
export function cellValue(cell: string): unknown {
  if (!cell.startsWith(prefix)) return undefined
  try {
    return JSON.parse(cell.slice(prefix.length))
  } catch {
    return undefined
  }
}
