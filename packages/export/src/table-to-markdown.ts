import { type Language, labelText, type Table } from '@codeerbank/core'
import { valueText } from './number-text.ts'
import { tableNotes } from './table-notes.ts'
import { markdownTable, paragraph, writeMarkdown } from './write-markdown.ts'

/**
 * Writes a plain table as GitHub Markdown, under its title and with what its numbers count.
 *
 * @param options `language` of the labels (Dutch by default)
 */
export function tableToMarkdown(table: Table, options: { readonly language?: Language } = {}): string {
  const { language = 'nl' } = options
  const head = table.columns.map(column => [{ text: labelText(column.label, language) }])
  const rows = table.rows.map(row => row.map(value => [{ text: valueText(value, language) }]))
  const title = labelText(table.title, language)
  return writeMarkdown([
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] },
    markdownTable(
      [head, ...rows],
      table.columns.map(column => (column.type === 'number' ? 'right' : 'left')),
    ),
    ...tableNotes(table, language).map(paragraph),
  ])
}
