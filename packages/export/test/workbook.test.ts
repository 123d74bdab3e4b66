import { readXmlTree } from '@codeerbank/archive'
import { type Crosstab, emptyStudy, type Table } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonToXlsx, studyToXlsx, tablesToXlsx } from '../src/index.ts'
import { cellParts } from '../src/xlsx/cell-parts.ts'
import { clockTime } from '../src/xlsx/clock-time.ts'
import { rowHeight } from '../src/xlsx/row-height.ts'
import { sheetNames } from '../src/xlsx/sheet-names.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'
import { hardTexts, partOf, sheetsOf } from './workbook-cases.ts'

function tableOf(texts: readonly string[]): Table {
  return {
    id: 't',
    title: { nl: 'Teksten' },
    columns: [{ id: 'a', label: { nl: 'Tekst', en: 'Text' }, type: 'text' }],
    rows: texts.map(text => [text]),
  }
}

const hardCases = hardTexts.map(([name, text, shown = text]) => [name, text, shown] as const)

describe('a text in a workbook', () => {
  it.each(hardCases)('stays what it is: %s', async (_, text, shown) => {
    const sheets = await sheetsOf(await tablesToXlsx(tableOf([text])))
    expect(sheets.get('t')).toEqual([['Tekst'], [shown]])
  })

  it('is stored so that a reader that knows no escapes sees where they are', async () => {
    const strings = await partOf(await tablesToXlsx(tableOf(['bel\u0007 _x0041_'])), 'xl/sharedStrings.xml')
    expect(strings).toContain('<t>bel_x0007_ _x005F_x0041_</t>')
  })

  it('is never a formula, and keeps the format of text where it looks like one', async () => {
    const bytes = await tablesToXlsx(tableOf(hardTexts.map(([, text]) => text)))
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >/]/)
    expect(sheet.match(/ t="s"/g)).toHaveLength(hardTexts.length + 1)
    const styles = await partOf(bytes, 'xl/styles.xml')
    expect(styles.match(/formatCode="@"/g)).toHaveLength(1)
  })

  it('read back is the same, whatever it is', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('_x', '0041_', '\r\n', '=', '_'),
    )
    const texts = fc.array(
      fc.array(text, { minLength: 1, maxLength: 4 }).map(parts => parts.join('')),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(texts, async given => {
        const sheets = await sheetsOf(await tablesToXlsx(tableOf(given)))
        const read = (sheets.get('t') ?? []).slice(1).map(([cell]) => cell ?? '')
        while (read.length < given.length) read.push('')
        expect(read).toEqual(given.map(each => each.toWellFormed()))
      }),
      { numRuns: 60 },
    )
  })

  it('that is too long for a cell goes on in a sheet at the end, whole', async () => {
    const long = `${'a'.repeat(32_566)}😀${'b'.repeat(40_000)}`
    const sheets = await sheetsOf(await tablesToXlsx(tableOf(['kort', long]), { language: 'en' }))
    const cell = String(sheets.get('t')?.[2]?.[0])
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell.endsWith('\n[goes on in the sheet "Continued"]')).toBe(true)
    const rest = sheets.get('Continued')!
    expect(rest[0]).toEqual(['Sheet', 'Cell', 'Part', 'Text'])
    expect(rest.slice(1).map(row => row.slice(0, 3))).toEqual([
      ['t', 'A3', 2],
      ['t', 'A3', 3],
    ])
    const parts = [cell.split('\n[goes on')[0], ...rest.slice(1).map(row => row[3])]
    expect(parts.join('')).toBe(long)
  })

  it('has at most 253 line ends in a cell', () => {
    expect(cellParts('\n'.repeat(253))).toHaveLength(1)
    const parts = cellParts('x\n'.repeat(600))
    expect(parts.join('')).toBe('x\n'.repeat(600))
    expect(parts.map(part => part.split('\n').length - 1)).toEqual([251, 251, 98])
  })

  it('in parts is never divided within a character', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.string({ unit: 'grapheme', maxLength: 5 }), (shift, tail) => {
        const text = 'x'.repeat(shift) + '😀'.repeat(20_000) + tail
        const parts = cellParts(text)
        expect(parts.join('')).toBe(text)
        for (const part of parts) expect(part.isWellFormed()).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a row of a workbook', () => {
  it.each([
    ['one line', ['kort'], [10], undefined],
    ['nothing', ['', ''], [10, 10], undefined],
    ['two lines of its own', ['een\ntwee', 'x'], [10, 10], 30],
    ['a text that wraps', ['x', 'a'.repeat(23)], [10, 10], 45],
    ['an empty line among others', ['een\n\ndrie'], [10], 45],
    ['more than a row can show', ['a\n'.repeat(100)], [10], 409],
  ])('is high enough for %s', (_, texts, widths, points) => {
    expect(rowHeight(texts, widths)).toBe(points)
  })

  it('says its height, for not every program finds it by itself', async () => {
    const sheet = await partOf(await tablesToXlsx(tableOf(['een\ntwee', 'kort'])), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<row r="2" ht="30" customHeight="1">')
    expect(sheet).toContain('<row r="3">')
  })

  it('of merged cells shares the height of the cell', async () => {
    const sheet = await partOf(await comparisonToXlsx(comparison), 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<row r="[34]" ht="30"/g)).toHaveLength(2)
  })
})

describe('the names of sheets', () => {
  it.each([
    ['as they are', ['Codes', 'Documenten'], ['Codes', 'Documenten']],
    ['without what is not allowed', ['a/b:c?[d]*\\', "'apostrof'"], ['a b c d', 'apostrof']],
    ['told apart also by capitals alone', ['Codes', 'codes', 'CODES'], ['Codes', 'codes (2)', 'CODES (3)']],
    ['cut visibly', ['x'.repeat(32), 'x'.repeat(40)], [`${'x'.repeat(30)}…`, `${'x'.repeat(26)}… (2)`]],
    ['of something where nothing is left', ['', '???', 'History'], ['Sheet', 'Sheet (2)', 'History (2)']],
    ['without what XML cannot hold', ['a\uFFFEb', '\u0007', 'half \uD83D'], ['a b', 'Sheet', 'half \uFFFD']],
    ['cut between characters', [`${'x'.repeat(29)}😀yz`], [`${'x'.repeat(29)}…`]],
  ])('are %s', (_, given, names) => {
    expect(sheetNames(given)).toEqual(names)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31)
  })
})

describe('a time in a workbook', () => {
  it.each([
    ['2024-03-01T09:00:00+01:00', new Date('2024-03-01T09:00:00Z')],
    ['2024-03-01T23:59:59.250Z', new Date('2024-03-01T23:59:59.250Z')],
    ['2024-03-01T09:00-05:00', new Date('2024-03-01T09:00:00Z')],
    ['1899-12-31T00:00:00Z', '1899-12-31T00:00:00Z'],
    ['2024-02-30T25:00:00Z', '2024-02-30T25:00:00Z'],
    ['vorige week', 'vorige week'],
    ['', ''],
    ['2024-02-30T10:00:00Z', '2024-02-30T10:00:00Z'],
    ['2023-02-29T10:00:00Z', '2023-02-29T10:00:00Z'],
    ['2024-02-29T10:00:00Z', new Date('2024-02-29T10:00:00Z')],
    ['2024-03-01T24:00:00Z', '2024-03-01T24:00:00Z'],
    ['2024-03-01', '2024-03-01'],
    ['1900-03-01T00:00:00Z', new Date('1900-03-01T00:00:00Z')],
    ['9999-12-31T23:59:59Z', new Date('9999-12-31T23:59:59Z')],
  ])('%s is what the clock showed', (time, expected) => {
    expect(clockTime(time)).toEqual(expected)
  })
})

const counts: Crosstab = {
  id: 'code-documents',
  title: { nl: 'Codes per document' },
  unit: 'segments',
  rows: [
    { id: 'ruzie', label: { nl: 'Ruzie, soms' }, depth: 1 },
    { id: 'stil', label: { nl: '=Stil' }, depth: 1 },
  ],
  columns: [{ id: 's1', label: { nl: 'Gesprek' } }],
  counts: [[1], [2]],
  rowTotals: [1, 2],
  columnTotals: [2],
  total: 2,
}

describe('a study as a workbook', () => {
  it('has the sheets of the reports of ATLAS.ti, with true dates and numbers', async () => {
    const sheets = await sheetsOf(await studyToXlsx(awkwardStudy, { codeDocuments: counts }))
    expect([...sheets.keys()]).toEqual(['Quotations', 'Codes', 'Code-Document Table'])
    const [head, first] = sheets.get('Quotations')!
    expect(head).toEqual([
      'ID',
      'Quotation Name',
      'Document',
      'Document Groups',
      'Quotation Content',
      'Comment',
      'Codes',
      'Reference',
      'Density',
      'Created by',
      'Modified by',
      'Created',
      'Modified',
    ])
    expect(first).toEqual([
      '1:1',
      '=1+1 zei hij, "echt", en',
      'Gesprek',
      'Oost <b>\nInterview',
      '=1+1 zei hij, "echt", en ',
      null,
      'Ruzie, soms\n=Stil',
      '3 - 3',
      2,
      'Anna, A.',
      'Bram',
      new Date('2024-03-01T09:00:00Z'),
      new Date('2024-03-05T16:30:00Z'),
    ])
    expect(sheets.get('Codes')).toEqual([
      ['Code', 'Comment', 'Code Group 1', 'Code Group 2'],
      ['Groep', 'Over groep.', null, null],
      ['Ruzie, soms', 'Over ruzie.', 'Groep', 'Vergelijking & meer'],
      ['=Stil', 'Over stil.', 'Groep', 'Vergelijking & meer'],
    ])
    expect(sheets.get('Code-Document Table')).toEqual([
      ['Code', 'Gesprek', 'Totaal'],
      ['Ruzie, soms', 1, 1],
      ['=Stil', 2, 2],
      ['Totaal', 2, 2],
    ])
  })

  it('keeps its head in view, and is as wide as the paper', async () => {
    const sheet = await partOf(await studyToXlsx(awkwardStudy), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/)
  })

  it('has heads also where there is nothing, and leaves a time empty that is not known', async () => {
    const empty = await sheetsOf(await studyToXlsx(emptyStudy))
    expect([...empty.values()].map(rows => rows.length)).toEqual([1, 1])
    const [segment] = awkwardStudy.segments
    const untimed = { ...segment!, at: '1970-01-01T00:00:00Z' }
    const sheets = await sheetsOf(await studyToXlsx({ ...awkwardStudy, segments: [untimed], codings: [] }))
    expect(sheets.get('Quotations')?.[1]?.slice(11)).toEqual([null, null])
  })

  it('names documents of the same title alike on all sheets', async () => {
    const [source] = awkwardStudy.sources
    const study = { ...awkwardStudy, sources: [source!, { ...source!, id: 's2' }] }
    const sheets = await sheetsOf(await studyToXlsx(study, { codeDocuments: counts }))
    expect(sheets.get('Quotations')?.[1]?.[2]).toBe('Gesprek (s1)')
    expect(sheets.get('Code-Document Table')?.[0]).toEqual(['Code', 'Gesprek (s1)', 'Totaal'])
  })
})

describe('comparisons as a workbook', () => {
  it('are a sheet each: caption, heads, a merged cell over two rows, and a note', async () => {
    const bytes = await comparisonToXlsx(comparison)
    expect((await sheetsOf(bytes)).get('Tabel 7')).toEqual([
      ['Tabel 7. Fase & meer', null, null],
      [null, 'Oost', 'West'],
      ['Forming', 'Heen | weer\n• *Ruzie*, soms (3; 2)\n• =Stil (1; 1)', '(Nog) niet bereikt'],
      ['Storming', null, '(gezocht en niet gevonden)'],
      ['Tussen haakjes: het aantal coderingen en het aantal bronnen achter een bevinding.', null, null],
    ])
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<mergeCell ref="B3:B4"/>')
    expect(sheet).toContain(
      '<pane ySplit="2" xSplit="1" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    )
  })

  it('merge a cell over further rows where one row cannot show it', async () => {
    const [cell, ...others] = comparison.cells
    const [statement] = cell!.statements
    const statements = Array.from({ length: 99 }, () => statement!)
    const bytes = await comparisonToXlsx({ ...comparison, cells: [{ ...cell!, statements }, ...others] })
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    // A heading and 99 statements are 100 lines over two rows: 50 of 15 points each, which two rows of a sheet show.
    expect(sheet.match(/<row r="[3-6]" ht="375"/g)).toHaveLength(4)
    expect(sheet.match(/<mergeCell ref="[^"]+"/g)?.slice(1)).toEqual([
      '<mergeCell ref="A3:A4"',
      '<mergeCell ref="B3:B6"',
      '<mergeCell ref="C3:C4"',
      '<mergeCell ref="A5:A6"',
      '<mergeCell ref="C5:C6"',
      '<mergeCell ref="A7:C7"',
    ])
  })

  it('repeat their caption and heads on every printed page', async () => {
    const { table: _, ...unnumbered } = comparison
    const named = { ...unnumbered, frame: "fase's & <meer>" }
    const workbook = await partOf(await comparisonToXlsx([comparison, named]), 'xl/workbook.xml')
    expect(workbook).toContain(
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">\'Tabel 7\'!$1:$2</definedName>' +
        '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'fase\'\'s &amp; &lt;meer&gt;\'!$1:$2</definedName></definedNames>',
    )
  })

  it('are one list in the workbook, which has every part once and in the order of its schema', async () => {
    const workbook = await partOf(await comparisonToXlsx(comparison), 'xl/workbook.xml')
    const parts = (await readXmlTree(Buffer.from(workbook))).children
    expect(parts.map(part => (typeof part === 'string' ? part : part.name))).toEqual([
      'workbookPr',
      'bookViews',
      'sheets',
      'definedNames',
      'calcPr',
    ])
  })

  it('are in the other language where it is asked for; one without a number goes by its frame', async () => {
    const { table: _, ...unnumbered } = comparison
    const sheets = await sheetsOf(await comparisonToXlsx([comparison, unnumbered], { language: 'en' }))
    expect([...sheets.keys()]).toEqual(['Table 7', 'phases'])
    expect(sheets.get('phases')?.[0]?.[0]).toBe('Phase & more')
  })
})

describe('plain tables as a workbook', () => {
  it('are a sheet each by their ids, after a list of them', async () => {
    const census: Table = {
      id: 'census',
      title: { nl: 'Bronnen', en: 'Sources' },
      unit: { nl: 'bronnen', en: 'sources' },
      columns: [
        { id: 'kind', label: { nl: 'Soort', en: 'Kind' }, type: 'text' },
        { id: 'n', label: { nl: 'Aantal', en: 'Count' }, type: 'number' },
      ],
      rows: [
        ['Interview', -3.5],
        [null, null],
      ],
    }
    const sheets = await sheetsOf(await tablesToXlsx([census, tableOf([])], { language: 'en' }))
    expect([...sheets]).toEqual([
      [
        'Contents',
        [
          ['Sheet', 'Table', 'Unit'],
          ['census', 'Sources', 'sources'],
          ['t', 'Teksten', null],
        ],
      ],
      [
        'census',
        [
          ['Kind', 'Count'],
          ['Interview', -3.5],
        ],
      ],
      ['t', [['Text']]],
    ])
  })

  it('that are wider than a sheet go on in a further one, with their first column', async () => {
    const columns = Array.from({ length: 16_386 }, (_, i) => ({
      id: `c${i}`,
      label: { nl: `K${i}` },
      type: 'number' as const,
    }))
    const table: Table = { id: 'breed', title: {}, columns, rows: [columns.map((_, i) => i)] }
    const sheets = await sheetsOf(await tablesToXlsx(table))
    expect([...sheets.keys()]).toEqual(['breed', 'breed (2)'])
    expect(sheets.get('breed')?.[1]?.slice(-2)).toEqual([16_382, 16_383])
    expect(sheets.get('breed (2)')).toEqual([
      ['K0', 'K16384', 'K16385'],
      [0, 16_384, 16_385],
    ])
  })

  it('write a number that is none as text', async () => {
    const table = { ...tableOf([]), rows: [[Number.NaN], [Number.POSITIVE_INFINITY]] }
    expect((await sheetsOf(await tablesToXlsx(table))).get('t')?.slice(1)).toEqual([['NaN'], ['Infinity']])
  })
})
