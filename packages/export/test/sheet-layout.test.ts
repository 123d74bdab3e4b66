import type { Table } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { comparisonToXlsx, tablesToXlsx } from '../src/index.ts'
import { countLines } from '../src/xlsx/row-height.ts'
import { writeWorkbook } from '../src/xlsx/write-workbook.ts'
import { encodeXlsxText } from '../src/xlsx/xlsx-text.ts'
import { comparison } from './comparison-cases.ts'
import { partOf, sheetsOf } from './workbook-cases.ts'

const table: Table = {
  id: 't',
  title: { nl: 'T' },
  columns: [
    { id: 'a', label: { nl: 'Naam' }, type: 'text' },
    { id: 'b', label: { nl: 'Aantal' }, type: 'number' },
  ],
  rows: [
    ['Interview', 1.5],
    ['007', 0],
    [null, null],
  ],
}

const sheetOf = async (given: Table) => partOf(await tablesToXlsx(given), 'xl/worksheets/sheet1.xml')

describe('a sheet of a plain table', () => {
  it('keeps its head and its first column in view', async () => {
    expect(await sheetOf(table)).toContain(
      '<pane ySplit="1" xSplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    )
  })

  it('repeats its head on every printed page, across the paper', async () => {
    expect(await partOf(await tablesToXlsx(table), 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'t\'!$1:$1</definedName>',
    )
    expect(await sheetOf(table)).toMatch(/<pageSetup [^>]*orientation="landscape"/)
  })

  it('has numbers as numbers, and a text of figures as text', async () => {
    const rows = (await sheetsOf(await tablesToXlsx(table))).get('t')
    expect(rows?.slice(1, 3)).toEqual([
      ['Interview', 1.5],
      ['007', 0],
    ])
    const sheet = await sheetOf(table)
    expect(sheet).toMatch(/<c r="B2"(?: s="\d+")?><v>1.5<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="A3"[^>]* t="s"/)
  })

  it.each([
    ['narrowest', 'kort', 10],
    ['its longest line and two more', 'a'.repeat(30), 32],
    ['its longest line, not its whole text', `${'a'.repeat(20)}\n${'b'.repeat(15)}`, 22],
    ['widest', 'a'.repeat(500), 60],
  ])('has a column of text as wide as %s', async (_, text, width) => {
    expect(await sheetOf({ ...table, rows: [[text, 1]] })).toContain(
      `<col min="1" max="1" width="${width}" customWidth="1"/>`,
    )
  })

  it('has a column of numbers of one width', async () => {
    expect(await sheetOf(table)).toContain('<col min="2" max="2" width="12" customWidth="1"/>')
  })
})

describe('a sheet of a comparison', () => {
  it('has a cell of a case over as many rows as it has, and no value below its first', async () => {
    const sheet = await partOf(await comparisonToXlsx(comparison), 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<mergeCell ref="[^"]+"/g)).toEqual([
      '<mergeCell ref="A1:C1"',
      '<mergeCell ref="B3:B4"',
      '<mergeCell ref="A5:C5"',
    ])
    expect(sheet).not.toMatch(/<c r="B4"[^>]*><v>/)
  })
})

describe('a workbook', () => {
  const sheet = (name: string, rows: readonly (readonly (string | number | Date | null)[])[]) => ({
    name,
    columns: [{ label: 'Kop', width: 10 }],
    rows,
  })

  it('keeps the times of a day to the second, before and after the hour', async () => {
    const times = [
      new Date('2024-03-31T01:59:59Z'),
      new Date('2024-03-31T03:00:00Z'),
      new Date('2024-12-31T23:59:59Z'),
      new Date('1900-03-01T00:00:00Z'),
    ]
    const rows = (
      await sheetsOf(
        await writeWorkbook(
          [
            sheet(
              'Tijden',
              times.map(time => [time]),
            ),
          ],
          'nl',
        ),
      )
    ).get('Tijden')
    expect(rows?.slice(1)).toEqual(times.map(time => [time]))
  })

  it('keeps the second of a time also for a reader that cuts off what is behind it', async () => {
    const start = Date.UTC(2024, 2, 1, 9)
    const times = Array.from({ length: 200 }, (_, i) => [new Date(start + i * 1000)])
    const bytes = await writeWorkbook([sheet('Tijden', times)], 'nl')
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    const days = [...xml.matchAll(/<v>(\d{5}\.\d+)<\/v>/g)].map(([, day]) => Number(day))
    // Day 25569 of a spreadsheet is 1 January 1970.
    expect(days.map(day => Math.floor((day - 25_569) * 86_400))).toEqual(
      times.map(([time]) => time!.getTime() / 1000),
    )
  })

  it('has sheets of one name told apart, in the order in which they were given', async () => {
    const bytes = await writeWorkbook([sheet('Blad', [['een']]), sheet('blad', [['twee']])], 'nl')
    expect([...(await sheetsOf(bytes))].map(([name, rows]) => [name, rows[1]?.[0]])).toEqual([
      ['Blad', 'een'],
      ['blad (2)', 'twee'],
    ])
  })

  it('has a text that goes on in a sheet in the language of the study, and a sheet of that name of its own beside it', async () => {
    const long = 'a'.repeat(40_000)
    const sheets = await sheetsOf(await writeWorkbook([sheet('Vervolg', [[long]])], 'nl'))
    expect([...sheets.keys()]).toEqual(['Vervolg', 'Vervolg (2)'])
    expect(String(sheets.get('Vervolg')?.[1]?.[0]).endsWith('[gaat verder in het blad "Vervolg (2)"]')).toBe(
      true,
    )
    expect(
      sheets
        .get('Vervolg (2)')
        ?.slice(0, 2)
        .map(row => row.slice(0, 3)),
    ).toEqual([
      ['Blad', 'Cel', 'Deel'],
      ['Vervolg', 'A2', 2],
    ])
  })
})

describe('a text in the XML of a workbook', () => {
  it.each([
    ['nothing', '', ''],
    ['a letter', 'é', 'é'],
    ['a zero byte', '\0', '_x0000_'],
    ['a delete', '\u007F', '_x007F_'],
    ['a carriage return, which XML would make a line feed', '\r\n', '_x000D_\n'],
    ['a tab and a line feed, which stay', '\t\n', '\t\n'],
    ['what looks escaped', '_x000D_', '_x005F_x000D_'],
    ['what looks escaped in small letters', '_x00e9_', '_x005F_x00e9_'],
    ['what does not look escaped', '_x00_ _xZZZZ_ x000D_', '_x00_ _xZZZZ_ x000D_'],
    ['a noncharacter past the first plane, in its two halves', '\u{1FFFF}', '_xD83F__xDFFF_'],
    ['half a pair', '\uDC00', '_xFFFD_'],
  ])('is %s', (_, text, written) => {
    expect(encodeXlsxText(text)).toBe(written)
  })
})

describe('the lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['a'.repeat(11), 10, 1],
    ['a'.repeat(12), 10, 2],
    ['\n', 10, 2],
    [`${'a'.repeat(12)}\nb`, 10, 3],
  ])('%j in a column of %d is %d', (text, width, lines) => {
    expect(countLines(text, width)).toBe(lines)
  })
})
