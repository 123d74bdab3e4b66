import type { Language, TableValue } from '@codeerbank/core'
import { valueText } from '../number-text.ts'

/** The numbers of a figure as text, for its description: rows of cells, a tab between cells and a line a row. */
export function figureTable(
  head: readonly string[],
  rows: readonly (readonly TableValue[])[],
  language: Language,
): string {
  return [head, ...rows]
    .map(row => row.map(cell => valueText(cell, language).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
}

/** Strokes that can be told apart without colour, one after another. */
export const dashes = ['none', '7 4', '2 3', '10 3 2 3', '1 4', '12 4'] as const

/** Greys and blues that keep their order in black and white. */
export const inks = ['#0c3c69', '#7a4a00', '#1a1a1a', '#2f7d5b', '#7b2d5e', '#555555'] as const
