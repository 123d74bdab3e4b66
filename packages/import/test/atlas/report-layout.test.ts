import { applyChanges } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readCrossTable } from '../../src/atlas/read-cross-table.ts'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { workbookOfSheets } from '../workbook/workbook-parts.ts'
import { reportStudy } from './report-study.ts'

async function quotesOf(csv: string | Uint8Array) {
  const { value, problems } = await readQuotations(csv, reportStudy)
  return {
    quotes: applyChanges(reportStudy, value).segments.map(({ quote }) => quote),
    problems: problems.map(({ code, place }) => `${code} ${place?.line}`),
  }
}

const head = 'ID;Document;Quotation Content;Codes;Created by'
const row = '1:1;Gesprek mevrouw Zant;en dat is wat waard.;Bellen;Anna Bos'

describe('what stands between the cells of a report is found', () => {
  it.each([
    ['below a title without separators', ['Quotation Report', '', head, row]],
    [
      'below a title with other separators',
      ['Quotation Report', 'Project: Zant, Kluft, Plein', 'By Anna, Bram, Cor, Dirk, Els', '', head, row],
    ],
    ['where rows have more commas than separators', [head, row.replace('Anna Bos', 'a, b, c, d, e, f')]],
    ['where a first row names it for Excel', ['sep=;', head, row]],
    ['in lines that end in CRLF', ['Quotation Report\r', `${head}\r`, `${row}\r`]],
  ])('%s', async (_, lines) => {
    expect(await quotesOf(lines.join('\n'))).toEqual({ quotes: ['en dat is wat waard.'], problems: [] })
  })

  it.each([
    ['little', (text: string) => Buffer.from(text, 'utf16le')],
    ['big', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('in UTF-16 without a byte order mark, the %s end first', async (_, bytesOf) => {
    expect(await quotesOf(bytesOf(`${head}\n${row}\n`))).toEqual({
      quotes: ['en dat is wat waard.'],
      problems: [],
    })
  })

  it('in a file with commas, where each line of its cells has a semicolon', async () => {
    const csv =
      'Document,Groups,Quotation Content,Codes,Created by\nGesprek mevrouw Zant;1,"Plein;\nStraat;",x,,\nGesprek mevrouw Zant;2,"Plein;\nStraat;",x,,\n'
    expect((await quotesOf(csv)).problems).toEqual(['unknown-document 2', 'unknown-document 4'])
  })

  it('in a table of numbers with commas of their own, also in the names', async () => {
    const { value, problems } = await readCrossTable(
      ';Plein;Markt\n"Rust, licht";1 (0,25);2 (0,50)\nRuimte, lucht;3 (0,75);4 (0,10)\nStilte, nacht;0;1 (0,05)\n',
    )
    expect(problems).toEqual([])
    expect(value.cells[1]).toEqual([
      { count: 3, coefficient: 0.75 },
      { count: 4, coefficient: 0.1 },
    ])
  })

  it('and lines keep their number below a row that names it', async () => {
    const csv = ['sep=;', head, row.replace('Zant', 'Zand')].join('\n')
    expect((await quotesOf(csv)).problems).toEqual(['unknown-document 3'])
  })

  it('with commas in the title of a table of numbers', async () => {
    const { value, problems } = await readCrossTable(
      'Code-Document Table: plein, straat, markt\n\n;Plein;Markt\nRust;1,5;2\nRuimte;3;4\n',
    )
    expect(problems.map(({ code, place }) => `${code} ${place?.line}`)).toEqual(['unread-count 4'])
    expect(value.columns.map(({ name }) => name)).toEqual(['Plein', 'Markt'])
  })
})

describe('a workbook with a table of quotations on each of several sheets', () => {
  const head = ['ID', 'Document', 'Quotation Content', 'Codes', 'Created by']
  const row = (id: string, words: string) => [id, 'Gesprek mevrouw Zant', words, 'Bellen', 'Anna Bos']
  const book = workbookOfSheets([
    ['Vertrouwen', [['Quotations of a code'], head, row('1:1', 'en dat is wat waard.')]],
    [
      'Codes',
      [
        ['Code', 'Comment'],
        ['Bellen', ''],
      ],
    ],
    ['Bellen', [head, row('1:2', 'Dat wisselt per wethouder'), row('1:3', 'Dat staat er niet')]],
  ])

  it('is read whole, and its problems have the name of the sheet', async () => {
    const { value, problems } = await readQuotations(await book, reportStudy, { file: 'rapport.xlsx' })
    expect(applyChanges(reportStudy, value).segments.map(({ quote }) => quote)).toEqual([
      'en dat is wat waard.',
      'Dat wisselt per wethouder',
    ])
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['quote-not-found', { file: 'rapport.xlsx', line: 3, path: ['Bellen'] }],
    ])
  })
})
