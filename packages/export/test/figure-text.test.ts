import type { Crosstab } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import {
  codeTreeToSvg,
  crosstabToSvg,
  curvesToSvg,
  intervalsToSvg,
  networkToSvg,
  portraitToSvg,
  sankeyToSvg,
} from '../src/index.ts'

const long =
  'Een titel van een figuur die veel langer is dan de figuur zelf, want zij heeft maar weinig om te tonen'
const small = { id: 'a', label: { nl: 'A', en: 'A' } }

function crosstab(more: Partial<Crosstab> = {}): Crosstab {
  return {
    id: 'x',
    title: { nl: long },
    unit: 'segments',
    rows: [small],
    columns: [small],
    counts: [[1]],
    rowTotals: [1],
    columnTotals: [1],
    total: 1,
    ...more,
  }
}

const figures: Readonly<Record<string, string>> = {
  heatmap: crosstabToSvg(crosstab()),
  'heatmap of nothing': crosstabToSvg(
    crosstab({ rows: [], columns: [], counts: [], rowTotals: [], columnTotals: [] }),
  ),
  curves: curvesToSvg([], { title: long.repeat(2), xLabel: 'x', yLabel: 'y' }),
  intervals: intervalsToSvg([{ label: 'A', value: null, note: long }], { title: long, axisLabel: long }),
  network: networkToSvg([], [], { title: long, unit: 'paren' }),
  flows: sankeyToSvg([], [], { title: long, unit: 'fragmenten' }),
  portrait: portraitToSvg({ title: long.repeat(2), length: 0, lanes: [] }),
  'code tree': codeTreeToSvg({ codes: [] }, [], { title: long.repeat(2) }),
}

/** How far to the right each line of text reaches: half its size a letter, which is less than most letters have. */
function reaches(svg: string): readonly number[] {
  return [...svg.matchAll(/<text x="([\d.]+)"([^>]*)>([^<]*)</g)].map(([, x, more, text]) => {
    const size = Number(/font-size="(\d+)"/.exec(more ?? '')?.[1] ?? 12)
    const anchor = /text-anchor="(\w+)"/.exec(more ?? '')?.[1]
    const share = anchor === 'end' ? 0 : anchor === 'middle' ? 0.5 : 1
    return Number(x) + (text ?? '').length * size * 0.5 * share
  })
}

function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1])
}

describe('the text of a figure', () => {
  it.each(Object.entries(figures))('is not cut off at the right: %s', (_, svg) => {
    expect(reaches(svg).length).toBeGreaterThan(0)
    expect(Math.max(...reaches(svg))).toBeLessThanOrEqual(widthOf(svg))
    expect(svg).toContain(`viewBox="0 0 ${widthOf(svg)} `)
  })

  it('makes a figure that has room no wider', () => {
    const narrow = portraitToSvg({ title: 'Kort', length: 10, lanes: [] })
    // 16 of margin, 60 for labels, 12 between, 720 of source, 24 of margin.
    expect(widthOf(narrow)).toBe(832)
  })

  it.each([
    ['capitals', 'HOOFDCODE', 9 * 12 * 0.8],
    ['Chinese signs', '中文中文中文中文', 8 * 12],
    ['emoji', '😀😀😀😀', 4 * 12 * 1.2],
    ['ordinary letters', 'vertrouwen', 10 * 12 * 0.55],
  ])('has room before the first column for labels of %s', (_, label, least) => {
    const svg = crosstabToSvg(crosstab({ title: { nl: 'T' }, rows: [{ id: 'a', label: { nl: label } }] }))
    const [column] = [...svg.matchAll(/<rect x="(\d+)" y="\d+"/g)].map(([, x]) => Number(x))
    expect(column! - 16).toBeGreaterThanOrEqual(least)
  })

  it('has room in a column for its head, which is in bold', () => {
    const svg = crosstabToSvg(
      crosstab({ title: { nl: 'T' }, columns: [{ id: 'a', label: { nl: 'DE BLOEMENBUURT' } }] }),
    )
    const width = Number(/<rect x="\d+" y="\d+" width="(\d+)"/.exec(svg)?.[1])
    expect(width).toBeGreaterThanOrEqual(15 * 12 * 0.75)
  })

  it('leaves the last box of a legend whole', () => {
    const svg = crosstabToSvg(crosstab({ title: { nl: 'T' } }))
    const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)]
    const rights = boxes.map(([, x, width]) => Number(x) + Number(width))
    expect(Math.max(...rights)).toBeLessThan(widthOf(svg))
  })
})

describe('a number in a figure', () => {
  it.each([
    ['nl', 'codings', 'codering', 'coderingen'],
    ['nl', 'segments', 'fragment', 'fragmenten'],
    ['nl', 'sources', 'bron', 'bronnen'],
    ['nl', 'speakers', 'spreker', 'sprekers'],
    ['nl', 'activities', 'activiteit', 'activiteiten'],
    ['en', 'codings', 'coding', 'codings'],
    ['en', 'segments', 'segment', 'segments'],
    ['en', 'sources', 'source', 'sources'],
    ['en', 'speakers', 'speaker', 'speakers'],
    ['en', 'activities', 'activity', 'activities'],
  ] as const)('is of one or of many in a heatmap: %s, %s', (language, unit, one, many) => {
    const two = crosstab({
      unit,
      columns: [small, { ...small, id: 'b' }],
      counts: [[1, 2]],
      columnTotals: [1, 0],
    })
    const svg = crosstabToSvg(two, { language })
    expect(svg).toContain(`<title>A, A: 1 ${one}</title>`)
    expect(svg).toContain(`<title>A, A: 2 ${many}</title>`)
    expect(svg).toMatch(new RegExp(`<title>Tota+l, A: 0 ${many}</title>`))
  })

  it('is of one or of many in the description of a heatmap and a tree', () => {
    expect(figures['heatmap']).toContain('Tabel met 1 rij en 1 kolom.')
    expect(figures['heatmap of nothing']).toContain('Tabel met 0 rijen en 0 kolommen.')
    expect(crosstabToSvg(crosstab(), { language: 'en' })).toContain('A table of 1 row and 1 column.')
    const code = { id: 'a', label: { nl: 'A' }, parent: null, origin: 'deductive' as const, level: 'theme' }
    expect(codeTreeToSvg({ codes: [code] as never }, [])).toContain('Boom van 1 code,')
    expect(codeTreeToSvg({ codes: [] }, [], { language: 'en' })).toContain('A tree of 0 codes,')
  })

  it('is of one or of many in flows and networks, where both words are given', () => {
    const nodes = [
      { id: 't', label: 'Thema', weight: 3 },
      { id: 'o', label: 'Oost', weight: 1 },
      { id: 'w', label: 'West', weight: 2 },
    ]
    const unit = ['paar', 'paren'] as const
    const flows = [
      { from: 't', to: 'o', weight: 1 },
      { from: 't', to: 'w', weight: 2 },
    ]
    const svg = sankeyToSvg(nodes, flows, { title: 'T', unit })
    for (const title of ['Thema, Oost: 1 paar', 'Thema, West: 2 paren', 'Oost: 1 paar', 'Thema: 3 paren'])
      expect(svg).toContain(`<title>${title}</title>`)
    expect(svg).toContain('>T (paren)</text>')
    const links = flows.map(({ from: a, to: b, weight }) => ({ a, b, weight }))
    const network = networkToSvg(nodes, links, { title: 'T', unit })
    expect(network).toContain('<title>Thema, Oost: 1 paar</title>')
    expect(network).toContain('<title>Thema, West: 2 paren</title>')
    expect(network).toContain('\t\tparen\nThema\tOost\t1')
    expect(networkToSvg(nodes, links, { title: 'T', unit: 'maal' })).toContain(
      '<title>Thema, Oost: 1 maal</title>',
    )
  })
})
