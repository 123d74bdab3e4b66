import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeArchive } from '@codeerbank/archive'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/workbook/read-workbook.ts'
import { workbookCases } from './workbook-cases.ts'
import { workbookFiles, workbookOf } from './workbook-parts.ts'

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'

describe('a workbook is read with', () => {
  it.each(workbookCases)('$of', async ({ parts, rows }) => {
    const { value, problems } = await readWorkbook(await workbookOf(parts))
    expect(problems).toEqual([])
    expect(value.sheets).toEqual([{ name: 'Blad1', rows }])
  })

  it('any name of a sheet, those that every object has too', async () => {
    const read = async (name: string) =>
      (await readWorkbook(await workbookOf({ sheet: one, name }))).value.sheets.map(sheet => sheet.name)
    expect(await read('Jan&apos;s &amp; &lt;Els&gt;')).toEqual(["Jan's & <Els>"])
    expect(await read('constructor')).toEqual(['constructor'])
  })

  it('the same times in any time zone', async () => {
    const bytes = await workbookOf({
      sheet: '<row r="1"><c r="A1" s="2"><v>45363.427083333336</v></c></row>',
    })
    const zone = process.env.TZ
    try {
      for (const each of ['America/New_York', 'Asia/Kolkata', 'UTC']) {
        process.env.TZ = each
        const { value } = await readWorkbook(bytes)
        expect(value.sheets[0]?.rows[0]).toEqual([new Date('2024-03-12T10:15:00Z')])
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('a warning for a formula whose result was not saved, as programs without a calculator leave it', async () => {
    const { value, problems } = await readWorkbook(
      await workbookOf({
        sheet: '<row r="2"><c r="A2"><f>B2</f></c><c r="B2"><v>1</v></c><c r="C2"/></row>',
      }),
    )
    expect(value.sheets[0]?.rows).toEqual([[], [null, 1]])
    expect(problems.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      ['cell-error', 'warning', { path: ['Blad1', 'A2'] }],
    ])
    expect(problems[0]?.message).toContain('formula without its result')
  })

  it('which sheets are hidden, and whether days are counted from 1904 on', async () => {
    const files = workbookFiles({ sheet: one, properties: 'date1904="1"' }).map(({ name, content }) => ({
      name,
      content: String(content).replace('<sheet name="Blad1"', '<sheet name="Blad1" state="veryHidden"'),
    }))
    const { value } = await readWorkbook(await writeArchive(files))
    expect(value).toEqual({ sheets: [{ name: 'Blad1', rows: [[1]], hidden: true }], since1904: true })
  })

  it('the sheets of a file that LibreOffice made', async () => {
    const { value, problems } = await readWorkbook(
      await readFile(join(import.meta.dirname, 'libreoffice.xlsx')),
    )
    expect(problems).toEqual([])
    expect(value.sheets).toEqual([
      {
        name: 'Lijst',
        rows: [
          ['Naam', 'Datum', 'Getal', 'Som'],
          ['Jan, "de" Boer', new Date('2024-03-12T00:00:00Z'), 1.5, 2],
          ['Éva 😀', null, 3],
        ],
      },
    ])
  })
})

describe('what is wrong with a workbook', () => {
  const codes = async (bytes: Uint8Array) =>
    (await readWorkbook(bytes, { file: 'lijst.xlsx' })).problems.map(({ code, place }) => [code, place?.file])
  const ole = (name: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(name, 'utf16le')])

  it.each([
    ['an empty file', Buffer.alloc(0), 'not-a-workbook'],
    ['a table of text', Buffer.from('ID;Codes\n1;a\n'), 'not-a-workbook'],
    ['an old workbook', ole('Workbook'), 'old-workbook'],
    ['a workbook behind a password', ole('EncryptedPackage'), 'archive-encrypted'],
    ['the beginning of an archive', Buffer.from('PK\u0003\u0004abc'), 'archive-truncated'],
  ])('%s', async (_, bytes, code) => {
    expect(await codes(bytes)).toEqual([[code, 'lijst.xlsx']])
  })

  it.each([
    ['a Word document', 'word/document.xml', /Word/],
    ['an OpenDocument file', 'content.xml', /OpenDocument/],
    ['a binary workbook', 'xl/workbook.bin', /xlsb/],
    ['an archive of something else', 'foto.txt', /archive/],
  ])('%s under another name', async (_, name, said) => {
    const { problems } = await readWorkbook(await writeArchive([{ name, content: '<a/>' }]))
    expect(problems.map(problem => problem.code)).toEqual(['not-a-workbook'])
    expect(problems[0]?.message).toMatch(said)
  })

  it('a file that is cut off anywhere', async () => {
    const whole = await workbookOf({ sheet: one })
    for (let end = 8; end < whole.length; end += 97)
      expect((await codes(whole.subarray(0, end)))[0]?.[0]).toMatch(/^archive-(?:truncated|unreadable)$/)
  })

  it('a sheet that is not there, or in which a cell means nothing', async () => {
    const files = workbookFiles({ sheet: one })
    expect(await codes(await writeArchive(files.slice(0, -1)))).toEqual([['sheet-unreadable', 'lijst.xlsx']])
    const bad = await workbookOf({ sheet: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' })
    expect(await codes(bad)).toEqual([['sheet-unreadable', 'lijst.xlsx']])
  })

  it('XML that does not end, or that declares entities', async () => {
    expect(await codes(await workbookOf({ sheet: '<?xml version="1.0"?><worksheet><sheetData>' }))).toEqual([
      ['xml-malformed', 'lijst.xlsx'],
    ])
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "${'b'.repeat(99)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>`
    expect(await codes(await workbookOf({ sheet: bomb }))).toEqual([['xml-malformed', 'lijst.xlsx']])
  })

  it('cells with an error, which are empty, twenty of them by name', async () => {
    const cells = Array.from({ length: 23 }, () => '<c t="e"><v>#N/A</v></c>').join('')
    const { value, problems } = await readWorkbook(
      await workbookOf({ sheet: `<row>${cells}<c><v>1</v></c></row>` }),
    )
    expect(value.sheets[0]?.rows[0]?.slice(21)).toEqual([null, null, 1])
    expect(problems).toHaveLength(21)
    expect(problems[1]).toMatchObject({
      code: 'cell-error',
      severity: 'warning',
      place: { path: ['Blad1', 'B1'] },
    })
    expect(problems[20]?.message).toMatch(/3 more/)
  })
})

describe('a workbook is read up to', () => {
  const bytes = () =>
    workbookOf({
      strings: '<si><t>een</t></si><si><t>twee</t></si>',
      sheet:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    })

  it.each([
    ['bytes', 3_000, 200],
    ['sheets', 1, 0],
    ['cells, with the empty ones before others', 5, 4],
    ['strings', 2, 1],
    ['text', 4, 3],
  ])('%s', async (name, enough, short) => {
    const limit = name.split(',')[0]!
    const fits = await readWorkbook(await bytes(), { limits: { [limit]: enough } })
    expect(fits.problems).toEqual([])
    const past = await readWorkbook(await bytes(), { limits: { [limit]: short } })
    expect(past.problems.map(problem => problem.code)).toEqual(['workbook-too-large'])
    expect(past.value.sheets).toEqual([])
  })

  it('the last row and column that a spreadsheet has', async () => {
    const far = async (cell: string, row: string) =>
      readWorkbook(await workbookOf({ sheet: `<row r="${row}"><c r="${cell}"><v>1</v></c></row>` }))
    const last = await far('XFD1048576', '1048576')
    expect(last.problems).toEqual([])
    expect(last.value.sheets[0]?.rows.length).toBe(1_048_576)
    expect(last.value.sheets[0]?.rows.at(-1)?.length).toBe(16_384)
    expect((await far('XFE1', '1')).problems[0]?.code).toBe('workbook-too-large')
    expect((await far('A1048577', '1048577')).problems[0]?.code).toBe('workbook-too-large')
  })
})
