import type { Comparison } from '@codeerbank/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { comparisonParts } from '../src/comparison-parts.ts'
import { comparisonToDocx, comparisonToLatex } from '../src/index.ts'

/** A comparison of one row with an empty cell for each of so many cases. */
function ofCases(count: number): Comparison {
  const cases = Array.from({ length: count }, (_, i) => ({
    id: `c${i + 1}`,
    label: { nl: `Casus ${i + 1}` },
  }))
  return {
    frame: 'f',
    table: 5,
    title: { nl: 'Drempels', en: 'Barriers' },
    language: 'nl',
    rows: [{ id: 'r', label: { nl: 'Tijd' } }],
    cases,
    cells: cases.map(({ id }) => ({
      case: id,
      rows: ['r'],
      statements: [],
      evidence: { codings: 0, segments: 0, sources: 0, speakers: 0, kinds: [] },
      empty: 'no codings' as const,
    })),
  }
}

const casesOf = (count: number) =>
  comparisonParts(ofCases(count)).map(part => part.cases.map(({ id }) => id.slice(1)).join(' '))

describe('a comparison of many cases', () => {
  it.each([
    [0, ['']],
    [1, ['1']],
    [8, ['1 2 3 4 5 6 7 8']],
    [9, ['1 2 3 4 5', '6 7 8 9']],
    [12, ['1 2 3 4 5 6', '7 8 9 10 11 12']],
    [17, ['1 2 3 4 5 6', '7 8 9 10 11 12', '13 14 15 16 17']],
  ])('is divided over pages, its cases in their order: %i', (count, parts) => {
    expect(casesOf(count)).toEqual(parts)
  })

  it('has in each part the cells of its cases, and says in both languages which part it is', () => {
    const [first, second] = comparisonParts(ofCases(9))
    expect(first?.title).toEqual({ nl: 'Drempels (deel 1 van 2)', en: 'Barriers (part 1 of 2)' })
    expect(second?.title).toEqual({ nl: 'Drempels (deel 2 van 2)', en: 'Barriers (part 2 of 2)' })
    expect(second?.cells.map(cell => cell.case)).toEqual(['c6', 'c7', 'c8', 'c9'])
    expect(comparisonParts(ofCases(8))[0]?.title).toEqual({ nl: 'Drempels', en: 'Barriers' })
  })

  it('is several tables in a document for Word and in LaTeX', async () => {
    const buffer = Buffer.from(await comparisonToDocx(ofCases(9)))
    const { value } = await mammoth.extractRawText({ buffer })
    const lines = value.split('\n').filter(line => line !== '')
    expect(lines.filter(line => !line.startsWith('('))).toEqual([
      'Tabel 5. Drempels (deel 1 van 2)',
      ...['Casus 1', 'Casus 2', 'Casus 3', 'Casus 4', 'Casus 5', 'Tijd'],
      'n Verhoogd: het aantal bronnen achter een bevinding.',
      'Tabel 5. Drempels (deel 2 van 2)',
      ...['Casus 6', 'Casus 7', 'Casus 8', 'Casus 9', 'Tijd'],
      'n Verhoogd: het aantal bronnen achter een bevinding.',
    ])
    const latex = comparisonToLatex(ofCases(9), { language: 'en' })
    expect(latex.match(/\\begin\{longtable\}/g)).toHaveLength(2)
    expect(latex).toContain('Table 5. Barriers (part 2 of 2)')
  })
})
