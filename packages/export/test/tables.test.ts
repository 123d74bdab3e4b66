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
    expect(table.columns.map(({ label }) => label.nl)).toEqual(['Rij', 'Oost', 'West', 'Totaal'])
  })

  it('has what the rows are as their head, and what the totals are', () => {
    const table = crosstabToTable({
      ...crosstab,
      rows: [{ id: 'x', label: { nl: 'X' } }],
      counts: [[1, 1]],
      rowTotals: [2],
      rowLabel: { nl: 'Soort bron', en: 'Kind of source' },
      totalLabel: { nl: 'Alle fragmenten', en: 'All segments' },
    })
    expect(table.columns.map(({ label }) => label)).toEqual([
      { nl: 'Soort bron', en: 'Kind of source' },
      { nl: 'Oost' },
      { nl: 'West' },
      { nl: 'Alle fragmenten', en: 'All segments' },
    ])
    expect(table.rows.at(-1)).toEqual(['Alle fragmenten', 2, 1, 3])
  })

  it('says where a total is no sum if that is asked for, and nothing where all are', () => {
    const note = {
      nl: 'Een totaal telt alles één keer, ook wat in meer cellen staat: het is geen som.',
      en: 'A total counts everything once, also what stands in several cells: it is no sum.',
    }
    const noted = (of: Crosstab) => crosstabToTable(of, 'nl', { noteTotals: true })
    const rows = [{ id: 'x', label: { nl: 'X' } }]
    const sums = { ...crosstab, rows, counts: [[2, 1]], rowTotals: [3] }
    expect(noted(sums)).not.toHaveProperty('note')
    expect(noted({ ...sums, total: 2 }).note).toEqual(note)
    expect(noted({ ...sums, rowTotals: [2] }).note).toEqual(note)
    expect(noted(crosstab).note).toEqual(note)
    expect(crosstabToTable(crosstab)).not.toHaveProperty('note')
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
