import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CrossTable } from '../../src/atlas/cross-table.ts'
import { readCrossTable } from '../../src/atlas/read-cross-table.ts'
import { workbookOf, workbookOfSheets } from '../workbook/workbook-parts.ts'

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
    'absolute and relative numbers: only what is absolute counts, and is no coefficient',
    ';"1: Plein\nGr=9";;"2: Markt\nGr=2";;Totals;\n;Absolute;Column-relative;Absolute;Column-relative;Absolute;Column-relative\n"Rust\nGr=4";3;0.3333;0;0;3;0.3\n"Ruimte\nGr=2";1;33.33%;2;100%;3;30%\nTotals;4;100%;2;100%;6;100%\n',
    {
      rows: ['Rust=4', 'Ruimte=2'],
      columns: ['1: Plein=9', '2: Markt=2'],
      cells: [
        ['3', '0'],
        ['1', '2'],
      ],
    },
  ],
  [
    'relative numbers before the absolute ones',
    ',"Plein\nGr=9",\n,Row-relative,Absolute\nRust,50%,3\n',
    { rows: ['Rust'], columns: ['Plein=9'], cells: [['3']] },
  ],
  [
    'a percentage behind the count in one cell, which is no coefficient',
    ',Plein,Markt\nRust,3 (75%),"1\n(25,0 %)"\n',
    { rows: ['Rust'], columns: ['Plein', 'Markt'], cells: [['3', '1']] },
  ],
  [
    'totals in Portuguese and what is not available',
    ',Plein,Markt,Totais\nRust,3,n/a,3\nTotais,3,n/a,3\n',
    { rows: ['Rust'], columns: ['Plein', 'Markt'], cells: [['3', '']] },
  ],
  [
    'groups of codes by groups of documents, with how many are in them',
    ',"Plein\nGr=12; GS=3","Markt\nGr=1;  GS=1"\n"○ Rust\nGr=4; GS=2",0,1\n',
    { rows: ['Rust=4'], columns: ['Plein=12', 'Markt=1'], cells: [['0', '1']] },
  ],
  [
    'a code without a number of quotations that bears a number of its own',
    ',Rust (2),Ruimte (7)\nRust (2),,1\nRuimte (7),1,\n',
    {
      rows: ['Rust (2)', 'Ruimte (7)'],
      columns: ['Rust (2)', 'Ruimte (7)'],
      cells: [
        ['', '1'],
        ['1', ''],
      ],
    },
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

const names = ['', 'Rust\nGr=4', 'Ruimte\nGr=2']
const counts = [names, ['Rust\nGr=4', 0, 1], ['Ruimte\nGr=2', 1, 0]]
const coefficients = [names, ['Rust\nGr=4', 0, 0.2], ['Ruimte\nGr=2', 0.2, 0]]
const heat = [names, ['Rust\nGr=4', '', '1 (0,20)'], ['Ruimte\nGr=2', '1 (0,20)', '']]

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

  it('a problem for one with a head so wide that its empty cells are too many', async () => {
    const wide = `;${Array.from({ length: 5000 }, (_, i) => `Code ${i}`).join(';')}\n`
    const { value, problems } = await readCrossTable(wide + 'Rust;1\n'.repeat(500))
    expect(value.cells).toEqual([])
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['cross-table-too-large', 2]])
  })

  it('a warning for rows or columns of one name', async () => {
    const { problems } = await readCrossTable(';Rust;Ruimte;Rust\nRust;0;2;1\nRuimte;2;0;0\n')
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['duplicate-name', 'warning', 2],
    ])
    expect(problems[0]?.message).toContain('2 columns are named "Rust"')
  })

  it('names with very much space in them, soon', async () => {
    const long = `Rust${' '.repeat(400_000)}en`
    const { value } = await readCrossTable(`,${long}\n${long},3\nx,"1${'\n'.repeat(200_000)}x"\n`)
    expect(value.rows.slice(0, 1)).toEqual([{ name: 'Rust en' }])
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
    const { value, problems } = await readCrossTable(csv)
    expect([value.rows, problems.map(({ code }) => code)]).toEqual([[], ['not-a-cross-table']])
  })

  it('the sheet of it in a workbook that has quotations and codes before it', async () => {
    const book = await workbookOfSheets([
      [
        'Quotations',
        [
          ['ID', 'Document', 'Quotation Content', 'Codes', 'Density'],
          ['1:1', 'Plein', 'x', 'Rust', 1],
        ],
      ],
      [
        'Codes',
        [
          ['Code', 'Comment', 'Grounded', 'Groups'],
          ['Rust', 'Geen gedoe', 4, ''],
        ],
      ],
      ['Code-Document Table', counts],
    ])
    const { value, problems } = await readCrossTable(book)
    expect(problems).toEqual([])
    expect(shown(value).cells).toEqual([
      ['0', '1'],
      ['1', '0'],
    ])
  })

  it.each([
    ['counts before coefficients', [counts, coefficients], '0/0', '0/0'],
    ['coefficients before counts', [coefficients, counts], '0/0', '0/0'],
    ['both in each cell, and then each on a sheet of its own', [heat, counts, coefficients], '', ''],
  ])('the sheets of a workbook: %s', async (_, sheets, ...diagonal) => {
    const book = await workbookOfSheets(sheets.map((rows, i) => [`Blad ${i + 1}`, rows]))
    const { value, problems } = await readCrossTable(book)
    expect(problems).toEqual([])
    expect(shown(value)).toEqual({
      rows: ['Rust=4', 'Ruimte=2'],
      columns: ['Rust=4', 'Ruimte=2'],
      cells: [
        [diagonal[0], '1/0.2'],
        ['1/0.2', diagonal[1]],
      ],
    })
  })

  it('a warning for another table of counts', async () => {
    const other = [
      ['', 'Licht'],
      ['Rust', 3],
    ]
    const book = await workbookOfSheets([
      ['a', counts],
      ['b', other],
    ])
    const { value, problems } = await readCrossTable(book, { file: 'tabel.xlsx' })
    expect(value.columns).toHaveLength(2)
    expect(problems.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      ['other-table', 'warning', { file: 'tabel.xlsx', line: 2, path: ['b'] }],
    ])
  })

  it('no coefficients of a table with other names', async () => {
    const others = [['', 'Licht', 'Lucht'], ...coefficients.slice(1)]
    const book = await workbookOfSheets([
      ['a', counts],
      ['b', others],
    ])
    expect(shown((await readCrossTable(book)).value).cells).toEqual([
      ['0', '1'],
      ['1', '0'],
    ])
  })

  it('a problem for a table of coefficients or of percentages alone', async () => {
    for (const csv of [',A,B\nA,0,0.5\nB,0.5,0\n', ',A,B\nA,33%,0%\nB,0%,20%\n']) {
      const { value, problems } = await readCrossTable(csv)
      expect([value.rows, problems.map(({ code }) => code)]).toEqual([[], ['no-counts']])
    }
  })
})
