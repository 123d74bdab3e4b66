import type { Code, Frame } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { codebookRows } from '../src/codebook-to-csv.ts'
import { codebookToCsv, crosstabToTable } from '../src/index.ts'

function code(id: string, parent: string | null, nl: string, more: Partial<Code> = {}): Code {
  return { id, parent, label: { nl }, level: 'theme', origin: 'deductive', version: 1, ...more }
}

function frame(id: string, nl: string, ...codes: readonly (readonly string[])[]): Frame {
  const rows = codes.map((each, i) => ({ id: `r${i}`, label: { nl: `Rij ${i}` }, codes: each }))
  return { id, label: { nl }, rows }
}

const codes = [code('a', null, 'A'), code('b', 'a', 'B'), code('c', 'b', 'C')]

describe('the groups of a code', () => {
  it('are the codes above it from the top down, then the frames that have it or one above it', () => {
    const { rows } = codebookRows({ codes, frames: [frame('f', 'Kader', ['b'])] }, 'nl')
    expect(rows).toEqual([
      ['A', '', '', '', ''],
      ['B', '', 'A', 'Kader', ''],
      ['C', '', 'A', 'B', 'Kader'],
    ])
  })

  it('name a frame once, in however many of its rows a code is', () => {
    const { head, rows } = codebookRows(
      { codes: [codes[0]!], frames: [frame('f', 'Kader', ['a', 'a'], ['a'])] },
      'nl',
    )
    expect([head, rows]).toEqual([['Code', 'Comment', 'Code Group 1'], [['A', '', 'Kader']]])
  })

  it('name a group once where a frame has the label of a code above', () => {
    const { rows } = codebookRows({ codes: codes.slice(0, 2), frames: [frame('f', 'A', ['b'])] }, 'nl')
    expect(rows[1]).toEqual(['B', '', 'A'])
  })

  it('keep the order in which frames are declared', () => {
    const frames = [frame('z', 'Zeta', ['a']), frame('y', 'Alfa', ['a'])]
    expect(codebookRows({ codes: [codes[0]!], frames }, 'nl').rows).toEqual([['A', '', 'Zeta', 'Alfa']])
  })

  it('pass over a row whose code is not in the codebook', () => {
    expect(codebookRows({ codes: [codes[0]!], frames: [frame('f', 'Kader', ['weg'])] }, 'nl').rows).toEqual([
      ['A', '', ''],
    ])
  })
})

describe('a codebook in a language', () => {
  const english = code('a', null, 'Vertrouwen', {
    label: { nl: 'Vertrouwen', en: 'Trust' },
    definition: { nl: 'Of men op elkaar rekent.', en: 'Whether people rely on each other.' },
  })

  it('has names and definitions in it, and in the other where there are none', async () => {
    const given = { codes: [english, code('b', 'a', 'Alleen Nederlands')], frames: [] }
    expect(await codebookToCsv(given, { language: 'en' })).toBe(
      'Code,Comment,Code Group 1\nTrust,Whether people rely on each other.,\nAlleen Nederlands,,Trust\n',
    )
    expect(await codebookToCsv(given)).toBe(
      'Code,Comment,Code Group 1\nVertrouwen,Of men op elkaar rekent.,\nAlleen Nederlands,,Vertrouwen\n',
    )
  })

  it('keeps the lines, commas and quotation marks of a definition', async () => {
    const given = { codes: [code('a', null, 'A', { definition: { nl: 'een, "twee"\n\ndrie' } })], frames: [] }
    expect(await codebookToCsv(given)).toBe('Code,Comment,Code Group 1\nA,"een, ""twee""\n\ndrie",\n')
  })
})

describe('a crosstab laid out as a table', () => {
  const of = (depths: readonly (number | undefined)[]) => ({
    id: 'x',
    title: { nl: 'T' },
    unit: 'sources' as const,
    rows: depths.map((depth, i) => ({
      id: `r${i}`,
      label: { nl: `R${i}` },
      ...(depth === undefined ? {} : { depth }),
    })),
    columns: [{ id: 'k', label: { nl: 'K' } }],
    counts: depths.map(() => [1]),
    rowTotals: depths.map(() => 1),
    columnTotals: [2],
    total: 3,
  })

  it('counts levels from 1, and takes a row without a depth for one at the top', () => {
    expect(crosstabToTable(of([0, 2, undefined])).rows).toEqual([
      ['R0', 1, 1, 1],
      ['R1', 3, 1, 1],
      ['R2', 1, 1, 1],
      ['Totaal', null, 2, 3],
    ])
  })

  it('is the totals alone where it has no rows, and is in the language asked for', () => {
    const table = crosstabToTable(of([]), 'en')
    expect(table.rows).toEqual([['Total', 2, 3]])
    expect(table.columns.map(({ id, label }) => [id, label.en ?? label.nl])).toEqual([
      ['row', 'Row'],
      ['k', 'K'],
      ['total', 'Total'],
    ])
  })

  it('keeps its id, its title and its unit, and says which columns are numbers', () => {
    const { id, title, unit, columns } = crosstabToTable(of([0]))
    expect([id, title, unit]).toEqual(['x', { nl: 'T' }, { nl: 'bronnen', en: 'sources' }])
    expect(columns.map(({ type }) => type)).toEqual(['text', 'number', 'number', 'number'])
  })
})
