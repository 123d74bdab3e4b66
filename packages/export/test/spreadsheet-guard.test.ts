import type { Comparison, Study, Table } from '@codeerbank/core'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import {
  codebookToCsv,
  codingsToCsv,
  comparisonToCsv,
  segmentsToCsv,
  studyToDataPackage,
  tableToCsv,
} from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'
import { tableOfTexts } from './plain-table-cases.ts'

function cellsOf(csv: string): Promise<readonly string[]> {
  const cells: string[] = []
  return new Promise((done, fail) => {
    parseString<string[], string[]>(csv, { headers: false })
      .on('error', fail)
      .on('data', row => cells.push(...row))
      .on('end', () => done(cells))
  })
}

/** A text that a spreadsheet would run, or might, and what stands in the file in its place. */
const guarded: readonly (readonly [name: string, text: string, cell: string])[] = [
  ['a formula', '=1+1', "'=1+1"],
  ['a command', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['a plus', '+31 6 1234', "'+31 6 1234"],
  ['a minus', '-2+3', "'-2+3"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1+1', "'\t=1+1"],
  ['a carriage return', '\r=1+1', "'\r=1+1"],
  ['a line feed', '\n=1+1', "'\n=1+1"],
  ['a full-width equals sign', '＝1+1', "'＝1+1"],
  ['a guard of its own', "'=1+1", "''=1+1"],
]

const unguarded: readonly (readonly [name: string, text: string])[] = [
  ['a word', 'woord'],
  ['a formula in the middle', 'a =1+1'],
  ['an apostrophe before a word', "'s avonds"],
  ['a quotation mark', '"x"'],
  ['a space before a formula', ' =1+1'],
  ['a dash that is no minus', '– punt'],
]

function studyOf(text: string): Study {
  const label = { nl: text, en: text }
  const [source] = awkwardStudy.sources
  return {
    ...awkwardStudy,
    title: label,
    coders: awkwardStudy.coders.map(coder => ({ ...coder, label: text })),
    cases: awkwardStudy.cases.map(each => ({ ...each, label })),
    sources: [{ ...source!, title: text, turns: source!.turns.map(turn => ({ ...turn, speaker: text })) }],
    codes: awkwardStudy.codes.map(code => ({ ...code, label, definition: label })),
    frames: awkwardStudy.frames.map(frame => ({ ...frame, label })),
    segments: awkwardStudy.segments.map(segment => ({ ...segment, quote: text, comment: text })),
    codings: awkwardStudy.codings.map(coding => ({ ...coding, memo: text })),
  }
}

function comparisonOf(text: string): Comparison {
  const label = { nl: text }
  const { table: _, ...unnumbered } = comparison
  return {
    ...unnumbered,
    frame: text,
    rows: comparison.rows.map(row => ({ ...row, label })),
    cells: comparison.cells.map(cell => ({
      ...cell,
      heading: label,
      statements: cell.statements.map(statement => ({ ...statement, label })),
    })),
  }
}

function tableOf(text: string): Table {
  const columns = [{ id: 'a', label: { nl: text }, type: 'text' as const }]
  return tableOfTexts([text, null], { columns })
}

type Writer = (text: string, guard: boolean) => Promise<readonly string[]>
const packaged =
  (file: string): Writer =>
  async (text, guard) => {
    const files = await studyToDataPackage(studyOf(text), { guard })
    return cellsOf(files.find(({ name }) => name === file)!.content)
  }

/** Every writer of CSV, with how many cells of the file are the text. */
const writers: readonly (readonly [name: string, times: number, Writer])[] = [
  [
    'a plain table, its head too',
    2,
    async (text, guard) => cellsOf(await tableToCsv(tableOf(text), { guard })),
  ],
  // Document, quote, comment, and who made and who changed it, of each of two segments; the name is the quote without its edges.
  [
    'segments',
    10,
    async (text, guard) =>
      (await cellsOf(await segmentsToCsv(studyOf(text), { guard }))).filter((_, i) => i % 13 !== 1),
  ],
  // Title, quote, label and memo of four codings, and the speaker of three.
  ['codings', 19, async (text, guard) => cellsOf(await codingsToCsv(studyOf(text), { guard }))],
  // The comments of three codes; their names are paths and ids, for they bear one label.
  ['a codebook', 6, async (text, guard) => cellsOf(await codebookToCsv(studyOf(text), { guard }))],
  // The frame and heading of four rows, and two statements.
  ['a comparison', 12, async (text, guard) => cellsOf(await comparisonToCsv(comparisonOf(text), { guard }))],
  ['the segments of a data package', 4, packaged('segments.csv')],
  ['the codings of a data package', 4, packaged('codings.csv')],
  ['the coders of a data package', 2, packaged('coders.csv')],
  ['the sources of a data package', 1, packaged('sources.csv')],
]

describe.each(writers)('%s', (_, times, write) => {
  const count = (cells: readonly string[], text: string) => cells.filter(cell => cell === text).length

  it.each(guarded)('begin no cell as a formula: %s', async (_, text, cell) => {
    const cells = await write(text, true)
    for (const each of cells) expect(each).not.toMatch(/^[=+@\t\r\n＝]|^-(?!\d+$)/)
    expect([count(cells, cell), count(cells, text)]).toEqual([times, 0])
  })

  it.each(guarded)('have a text as it is where the guard is off: %s', async (_, text, cell) => {
    const cells = await write(text, false)
    expect([count(cells, text), count(cells, cell)]).toEqual([times, 0])
  })

  it.each(unguarded)('have a text that is none as it is: %s', async (_, text) => {
    expect(count(await write(text, true), text)).toBe(times)
  })
})

describe('the name of a segment', () => {
  it.each([
    ['\t=1+1', "'=1+1"],
    ['\n@x', "'@x"],
    [' -2', "'-2"],
    ['=1+1\n+2', "'=1+1 +2"],
  ])('is guarded after its edges are gone: %j', async (text, name) => {
    const cells = await cellsOf(await segmentsToCsv(studyOf(text)))
    expect(cells[13 + 1]).toBe(name)
  })
})

describe('the guard of a data package', () => {
  it.each(guarded)('is taken away as its description says: %s', async (_, text, cell) => {
    const [descriptor] = await studyToDataPackage(studyOf(text))
    const pattern = /matches (\^\S+)\.$/.exec(JSON.parse(descriptor!.content).description)?.[1]
    const way = new RegExp(pattern!)
    expect(way.test(cell) ? cell.slice(1) : cell).toBe(text)
  })

  it.each(unguarded)('is not taken from what has none: %s', async (_, text) => {
    const [descriptor] = await studyToDataPackage(studyOf(text))
    const pattern = /matches (\^\S+)\.$/.exec(JSON.parse(descriptor!.content).description)?.[1]
    expect(new RegExp(pattern!).test(text)).toBe(false)
  })
})
