import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CrossTable } from '../../src/atlas/cross-table.ts'
import { readCrossTable } from '../../src/atlas/read-cross-table.ts'
import { workbookOf } from '../workbook/workbook-parts.ts'

/** The names with their sizes, and the cells as `count` or `count/coefficient`. */
function shown({ rows, columns, cells }: CrossTable) {
  const names = (each: CrossTable['rows']) =>
    each.map(({ name, size }) => (size === undefined ? name : `${name}=${size}`))
  return {
    rows: names(rows),
    columns: names(columns),
    cells: cells.map(row =>
      row.map(cell =>
        cell === null
          ? ''
          : cell.coefficient === undefined
            ? `${cell.count}`
            : `${cell.count}/${cell.coefficient}`,
      ),
    ),
  }
}

const two = { rows: ['Rust=4', 'Ruimte=2'], columns: ['Rust=4', 'Ruimte=2'] }
const withC = [
  ['', '1/0.2'],
  ['1/0.2', ''],
]

const cases: readonly (readonly [string, string, ReturnType<typeof shown>])[] = [
  [
    'count and coefficient in one cell, with a dash',
    ',Rust Gr=4,Ruimte Gr=2\nRust Gr=4,,1 - 0.20\nRuimte Gr=2,1 - 0.20,\n',
    { ...two, cells: withC },
  ],
  [
    'count and coefficient in one cell, in brackets, with a comma for the fraction',
    ';● Rust ○ Gr=4;"Ruimte\nGr=2"\n● Rust ○ Gr=4;;"1 (0,20)"\n"Ruimte\nGr=2";"1 (0,20)";\n',
    { ...two, cells: withC },
  ],
  [
    'the coefficient in the next column, under a name over two columns',
    ',"Rust\nGr=4",,"Ruimte\nGr=2",\n,count,coefficient,count,coefficient\n"Rust\nGr=4",0,0,1,0.2\n"Ruimte\nGr=2",1,0.2,0,0\n',
    {
      ...two,
      cells: [
        ['0/0', '1/0.2'],
        ['1/0.2', '0/0'],
      ],
    },
  ],
  [
    'dots of all kinds before the names',
    ',"◇ Rust\nGr=4","◆ Ruimte\nGr=2"\n"◇ Rust\nGr=4",,1 - 0.20\n"◆ Ruimte\nGr=2",1 - 0.20,\n',
    { ...two, cells: withC },
  ],
  [
    'codes by documents, with totals, below a title',
    'Code-Document Table\n\nCode,1: Plein Gr=9,2: Markt,Totals\nRust,3,0,3\n"Rust, ruimte",,2,2\nTotals,3,2,5\n',
    {
      rows: ['Rust', 'Rust, ruimte'],
      columns: ['1: Plein=9', '2: Markt'],
      cells: [
        ['3', '0'],
        ['', '2'],
      ],
    },
  ],
]

describe('a cross table of ATLAS.ti is read with', () => {
  it.each(cases)('%s', async (_, csv, expected) => {
    const { value, problems } = await readCrossTable(csv)
    expect(problems).toEqual([])
    expect(shown(value)).toEqual(expected)
  })

  it('numbers as a workbook has them', async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const sheet = `<row><c/>${text('Rust Gr=4')}${text('Ruimte Gr=2')}</row><row>${text('Rust Gr=4')}<c/><c><v>1</v></c></row><row>${text('Ruimte Gr=2')}<c><v>1</v></c></row>`
    const { value, problems } = await readCrossTable(await workbookOf({ sheet }))
    expect(problems).toEqual([])
    expect(shown(value).cells).toEqual([
      ['', '1'],
      ['1', ''],
    ])
  })

  it('a problem for a cell without a count, at its row', async () => {
    const { value, problems } = await readCrossTable(',A,B\nA,,3\nB,veel,\n', { file: 'tabel.csv' })
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['unread-count', { file: 'tabel.csv', line: 3 }],
    ])
    expect(shown(value).cells).toEqual([
      ['', '3'],
      ['', ''],
    ])
  })

  it.each([
    ['nothing', ''],
    ['words alone', 'a,b\nc,d\n'],
  ])('a problem for %s', async (_, csv) => {
    const { value, problems } = await readCrossTable(csv)
    expect([value.rows, problems.map(({ code }) => code)]).toEqual([[], ['not-a-cross-table']])
  })

  it('not a quotation report', async () => {
    const csv = await readFile(join(import.meta.dirname, 'quotations.csv'))
    expect((await readCrossTable(csv)).problems.length).toBeGreaterThan(0)
  })
})
