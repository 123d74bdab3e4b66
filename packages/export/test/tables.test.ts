import type { Crosstab, Table } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { crosstabToTable, tableToHtml, tableToMarkdown } from '../src/index.ts'

const crosstab: Crosstab = {
  id: 'codes-by-cases',
  title: { nl: 'Codes per casus', en: 'Codes by case' },
  unit: 'segments',
  rows: [
    { id: 'a', label: { nl: 'Groep', en: 'Group' }, depth: 0 },
    { id: 'b', label: { nl: 'Ruzie' }, depth: 1 },
  ],
  columns: [
    { id: 'oost', label: { nl: 'Oost' } },
    { id: 'west', label: { nl: 'West' } },
  ],
  counts: [
    [2, 1],
    [1, 0],
  ],
  rowTotals: [3, 1],
  columnTotals: [2, 1],
  total: 3,
}

describe('a crosstab as a table', () => {
  it('has the depth of codes in a column of its own, and totals that are not sums', () => {
    const table = crosstabToTable(crosstab, 'en')
    expect(table.unit).toEqual({ nl: 'fragmenten', en: 'segments' })
    expect(table.columns.map(({ label }) => label.en ?? label.nl)).toEqual([
      'Code',
      'Level',
      'Oost',
      'West',
      'Total',
    ])
    expect(table.rows).toEqual([
      ['Group', 1, 2, 1, 3],
      ['Ruzie', 2, 1, 0, 1],
      ['Total', null, 2, 1, 3],
    ])
  })

  it('has no such column where rows are no codes', () => {
    const rows = [{ id: 'x', label: { nl: 'X' } }]
    const table = crosstabToTable({ ...crosstab, rows, counts: [[1, 1]], rowTotals: [2] })
    expect(table.rows).toEqual([
      ['X', 1, 1, 2],
      ['Totaal', 2, 1, 3],
    ])
  })
})

const table: Table = {
  id: 't',
  title: { nl: 'Titel *1*', en: 'Title *1*' },
  unit: { nl: 'bronnen', en: 'sources' },
  columns: [
    { id: 'a', label: { nl: 'Naam', en: 'Name' }, type: 'text' },
    { id: 'b', label: { nl: 'Aantal', en: 'Count' }, type: 'number' },
  ],
  rows: [
    ['a | b\n<c>', 3],
    [null, 0],
  ],
}

describe('a plain table', () => {
  it('is written as Markdown with its title and unit', () => {
    expect(tableToMarkdown(table)).toBe(
      `**Titel \\*1\\***

| Naam | Aantal |
| :- | -: |
| a \\| b<br>\\<c> | 3 |
| | 0 |

Eenheid: bronnen.
`,
    )
  })

  it('is written as a page of its own', () => {
    const html = tableToHtml(table, { language: 'en' })
    expect(html).toContain('<caption>Title *1*</caption>')
    expect(html).toContain('<th scope="row">a | b\n&#x3C;c></th><td class="number">3</td>')
    expect(html).toContain('<p class="note">Unit: sources.</p>')
  })
})
