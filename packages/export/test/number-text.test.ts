import type { Table } from '@codeerbank/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import {
  curvesToSvg,
  intervalsToSvg,
  tablesToXlsx,
  tableToCsv,
  tableToDocx,
  tableToHtml,
  tableToMarkdown,
} from '../src/index.ts'
import { numberText, valueText } from '../src/number-text.ts'
import { sheetsOf } from './workbook-cases.ts'

describe('a number as a person reads it', () => {
  it.each([
    [0, '0', '0'],
    [12, '12', '12'],
    [0.52, '0,52', '0.52'],
    [-0.005, '-0,005', '-0.005'],
    [1234567.5, '1234567,5', '1234567.5'],
    [1.5e-7, '1,5e-7', '1.5e-7'],
  ])('%d has a comma in Dutch and a point in English', (value, dutch, english) => {
    expect([numberText(value, 'nl'), numberText(value, 'en')]).toEqual([dutch, english])
  })

  it('is no text that looks like one: a version stays as it is, and nothing is an empty cell', () => {
    expect([valueText('1.5', 'nl'), valueText(1.5, 'nl'), valueText(null, 'nl')]).toEqual(['1.5', '1,5', ''])
  })
})

const kappa: Table = {
  id: 'agreement',
  title: { nl: 'Overeenstemming', en: 'Agreement' },
  columns: [
    { id: 'code', label: { nl: 'Code' }, type: 'text' },
    { id: 'alpha', label: { nl: 'Alfa', en: 'Alpha' }, type: 'number' },
    { id: 'mixed', label: { nl: 'Anders' }, type: 'text' },
  ],
  rows: [['Versie 1.5', 0.52, 2.25]],
}

/** What each writer makes of the row, in a language. */
const read: Readonly<Record<string, (language: 'nl' | 'en') => Promise<readonly unknown[]>>> = {
  Markdown: async language =>
    tableToMarkdown(kappa, { language })
      .split('\n')[4]!
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  HTML: async language =>
    [...tableToHtml(kappa, { language }).matchAll(/<t[hd](?: scope="row"| class="number")?>([^<]*)</g)]
      .slice(-3)
      .map(([, cell]) => cell),
  DOCX: async language =>
    (await mammoth.extractRawText({ buffer: Buffer.from(await tableToDocx(kappa, { language })) })).value
      .split('\n')
      .filter(line => line !== '')
      .slice(-3),
  CSV: async language => (await tableToCsv(kappa, { language })).split('\n')[1]!.split(','),
  XLSX: async language =>
    [...(await sheetsOf(await tablesToXlsx(kappa, { language }))).values()].at(-1)!.at(-1)!,
}

describe('decimals in a table', () => {
  it.each(['Markdown', 'HTML', 'DOCX'])('have a comma in Dutch, for a reader of %s', async format => {
    expect(await read[format]!('nl')).toEqual(['Versie 1.5', '0,52', '2,25'])
    expect(await read[format]!('en')).toEqual(['Versie 1.5', '0.52', '2.25'])
  })

  it('are the same in both languages of CSV, which a program reads', async () => {
    expect(await read['CSV']!('nl')).toEqual(['Versie 1.5', '0.52', '2.25'])
    expect(await read['CSV']!('en')).toEqual(await read['CSV']!('nl'))
  })

  it('are numbers in a workbook, which shows them as its reader has them', async () => {
    expect(await read['XLSX']!('nl')).toEqual(['Versie 1.5', 0.52, 2.25])
  })
})

describe('decimals in a figure', () => {
  const rows = [{ label: 'Kat', value: 0.52, low: 0.25, high: 0.75 }]
  const intervals = (language: 'nl' | 'en') =>
    intervalsToSvg(rows, { title: 'T', axisLabel: 'alfa', language })

  it('have a comma in Dutch: beside the dot, on it, on the axis and in the numbers as text', () => {
    const svg = intervals('nl')
    expect(svg).toContain('>0,52</text>')
    expect(svg).toContain('<title>Kat: 0,52</title>')
    expect(svg).toContain('>0,2</text>')
    expect(svg).toContain('\talfa\t2,5%\t97,5%\t\nKat\t0,52\t0,25\t0,75\t')
    expect(svg.match(/>[^<]*\d\.\d[^<]*</g)).toBeNull()
  })

  it('have a point in English', () => {
    const svg = intervals('en')
    expect(svg).toContain('\talfa\t2.5%\t97.5%\t\nKat\t0.52\t0.25\t0.75\t')
    expect(svg.match(/>[^<]*\d,\d[^<]*</g)).toBeNull()
  })

  it('are the same on the axis of curves, and the places of things have a point in either', () => {
    const curves = [{ label: 'Oost', points: [{ label: 'een', y: 0.5 }] }]
    const svg = curvesToSvg(curves, { title: 'T', xLabel: 'x', yLabel: 'y' })
    expect(svg).toContain('>0,4</text>')
    expect(svg).toContain('<title>Oost, een: 0,5</title>')
    expect(svg).not.toMatch(/ (?:x|y|cx|cy|x1|y1|width|height)="[^"]*,/)
  })
})
