import type { Language, TableValue } from '@codeerbank/core'

/**
 * A number as a person reads it: with a comma before the decimals in Dutch, a point in English, and nothing between thousands. For
 * text only; a cell of CSV, a workbook or JSON holds the number itself.
 */
export function numberText(value: number, language: Language): string {
  const text = String(value)
  return language === 'nl' ? text.replace('.', ',') : text
}

/** What a cell of a table says to a person: nothing where it is empty, a text as it is. */
export function valueText(value: TableValue, language: Language): string {
  if (value === null) return ''
  return typeof value === 'number' ? numberText(value, language) : value
}
