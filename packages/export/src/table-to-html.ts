import { type Language, labelText, type Table } from '@codeerbank/core'
import { h } from 'hastscript'
import { htmlPage } from './html-page.ts'
import { valueText } from './number-text.ts'
import { tableNotes } from './table-notes.ts'

/**
 * Writes a plain table as a page of its own, with what its numbers count.
 *
 * @param options `language` of the labels (Dutch by default)
 */
export function tableToHtml(table: Table, options: { readonly language?: Language } = {}): string {
  const { language = 'nl' } = options
  const title = labelText(table.title, language)
  const isNumber = (at: number) => table.columns[at]?.type === 'number'
  const rows = table.rows.map(row =>
    h(
      'tr',
      row.map((value, i) => {
        const text = valueText(value, language)
        return i === 0 ? h('th', { scope: 'row' }, text) : h(isNumber(i) ? 'td.number' : 'td', text)
      }),
    ),
  )
  const head = table.columns.map(({ label }) => h('th', { scope: 'col' }, labelText(label, language)))
  return htmlPage(language, title, [
    h('main', [
      h('table.plain', [h('caption', title), h('thead', [h('tr', head)]), h('tbody', rows)]),
      ...tableNotes(table, language).map(note => h('p.note', note)),
    ]),
  ])
}
