import { checkCodebook } from '@codeerbank/codebook'
import type { CodeFrequency, Crosstab } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { codeTreeToSvg, crosstabToSvg } from '../src/index.ts'
import { shadeOf } from '../src/shade.ts'
import { awkwardStudy } from './export-cases.ts'

const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)<\/text>/g)].map(
    ([, x, y, more, text]) => ({
      x: Number(x),
      y: Number(y),
      more: more ?? '',
      text: text ?? '',
    }),
  )

describe('the code tree as a figure', () => {
  const counted = (code: string, segments: number): CodeFrequency => {
    const counts = { codings: segments, segments, sources: 1, speakers: 1 }
    return { code, own: counts, rolledUp: counts }
  }
  const svg = codeTreeToSvg(awkwardStudy, [counted('groep', 4), counted('ruzie', 1)])

  it('stands by itself, with a title and a description', () => {
    expect(checkCodebook(awkwardStudy).filter(problem => problem.severity === 'error')).toEqual([])
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title id="figure-title">Codeboom</title>')
    expect(svg).toContain('Boom van 3 codes')
    expect(svg).toContain('Groep\t4\n  Ruzie, soms\t1\n  =Stil\t0')
  })

  it('has a line a code, those below indented, each with its number', () => {
    const [, , group, quarrel, quiet] = texts(svg)
    expect([group?.text, quarrel?.text, quiet?.text]).toEqual(['Groep (4)', 'Ruzie, soms (1)', '=Stil (0)'])
    expect(quarrel!.x).toBeGreaterThan(group!.x)
    expect(quarrel!.y - group!.y).toBeGreaterThanOrEqual(14)
    expect(quiet!.y - quarrel!.y).toBe(quarrel!.y - group!.y)
  })

  it('gives dots an area in proportion to the count, and an empty one to a code that was not used', () => {
    const dots = [...svg.matchAll(/<circle[^>]* r="([\d.]+)" fill="([^"]+)"/g)].map(([, r, fill]) => [
      Number(r),
      fill,
    ])
    expect(dots.map(([r]) => r)).toEqual([9, 4.5, 2])
    expect(dots[2]?.[1]).toBe('#ffffff')
  })

  it('marks inductive codes without colour, and escapes labels', () => {
    const codes = [{ ...awkwardStudy.codes[0]!, origin: 'inductive' as const, label: { nl: '<b>&' } }]
    const drawn = codeTreeToSvg({ codes }, [])
    expect(drawn).toContain('font-style="italic"')
    expect(drawn).toContain('stroke-dasharray')
    expect(drawn).toContain('&#x3C;b>&#x26; (0)')
  })
})

describe('a crosstab as a heatmap', () => {
  const crosstab: Crosstab = {
    id: 'x',
    title: { nl: 'Codes per casus', en: 'Codes by case' },
    unit: 'codings',
    rows: [
      {
        id: 'a',
        label: { nl: 'Een heel lang label dat niet over de cellen mag lopen <b>', en: 'A' },
        depth: 0,
      },
      { id: 'b', label: { nl: 'B' }, depth: 1 },
    ],
    columns: [
      { id: 'o', label: { nl: 'Oost' } },
      { id: 'w', label: { nl: 'West' } },
    ],
    counts: [
      [9, 4],
      [0, 1],
    ],
    rowTotals: [13, 1],
    columnTotals: [9, 5],
    total: 14,
  }
  const svg = crosstabToSvg(crosstab)

  it('says so where there is nothing to count, and draws no totals of nothing', () => {
    const empty = {
      ...crosstab,
      rows: [],
      columns: [],
      counts: [],
      rowTotals: [],
      columnTotals: [],
      total: 0,
    }
    expect(texts(crosstabToSvg(empty)).map(({ text }) => text)).toEqual([
      'Codes per casus (coderingen)',
      'Er is niets om te laten zien.',
    ])
  })

  it('has every count in figures, zeros too, and names its unit', () => {
    expect(svg).toContain('<title id="figure-title">Codes per casus</title>')
    expect(svg).toContain('Codes per casus (coderingen)')
    const numbers = texts(svg).filter(({ text }) => /^\d+$/.test(text))
    expect(numbers.slice(0, 9).map(({ text }) => text)).toEqual([
      '9',
      '4',
      '13',
      '0',
      '1',
      '1',
      '9',
      '5',
      '14',
    ])
  })

  it('carries its numbers as text', () => {
    expect(svg).toContain('\tOost\tWest\tTotaal\n')
    expect(svg).toContain('\nB\t0\t1\t1')
  })

  it('darkens with the count, and turns the figures white where it is dark', () => {
    const cell = (name: string) =>
      svg.slice(svg.indexOf(`<title>${name}`)).match(/fill="(#[0-9a-f]{6})".*?fill="(#[0-9a-f]{6})"/)
    expect(cell('B, Oost: 0')?.slice(1)).toEqual(['#ffffff', '#767676'])
    expect(cell('Een heel lang label dat niet over de cellen mag lopen &#x3C;b>, Oost: 9')?.slice(1)).toEqual(
      ['#0c3c69', '#ffffff'],
    )
  })

  it('gives labels room before the first column', () => {
    const label = texts(svg).find(({ text }) => text.startsWith('Een heel lang'))!
    const first = texts(svg).find(({ text }) => text === 'Oost')!
    expect(first.x - label.x).toBeGreaterThan(label.text.length * 12 * 0.45)
  })

  it('breaks long heads between words, the last line of each above its cells', () => {
    const heads = texts(
      crosstabToSvg({
        ...crosstab,
        columns: [
          { id: 'o', label: { nl: 'Samenwerkingsverband Binnenstad en omgeving' } },
          { id: 'w', label: { nl: 'West' } },
        ],
        totalLabel: { nl: 'Fragmenten met de code' },
      }),
    ).filter(({ more }) => more.includes('middle') && more.includes('bold'))
    expect(heads.map(({ text, y }) => [text, y - heads[0]!.y])).toEqual([
      ['Samenwerkingsverband', 0],
      ['Binnenstad en', 15],
      ['omgeving', 30],
      ['West', 30],
      ['Fragmenten met', 15],
      ['de code', 30],
    ])
  })

  it('is drawn for nothing at all', () => {
    const empty = crosstabToSvg({
      ...crosstab,
      rows: [],
      columns: [],
      counts: [],
      rowTotals: [],
      columnTotals: [],
      total: 0,
    })
    expect(empty).toContain('<svg')
    expect(empty).not.toContain('NaN')
    expect(empty).not.toContain('Infinity')
  })
})

describe('the shade of a cell', () => {
  it.each([
    ['nothing is white, with a grey number', 0, '#ffffff', '#767676'],
    ['less than nothing is nothing', -1, '#ffffff', '#767676'],
    // The square root of a quarter is a half: halfway between (234, 242, 249) and (12, 60, 105).
    ['a quarter is halfway', 0.25, '#7b97b1', '#000000'],
    ['all is darkest, with a white number', 1, '#0c3c69', '#ffffff'],
    ['more than all is all', 2, '#0c3c69', '#ffffff'],
  ])('%s', (_, share, fill, text) => {
    expect(shadeOf(share)).toEqual({ fill, text })
  })

  it('darkens evenly, so that it keeps its order without colour', () => {
    const greys = [0.01, 0.1, 0.3, 0.6, 1].map(share => {
      const [red, green, blue] = [1, 3, 5].map(i => Number.parseInt(shadeOf(share).fill.slice(i, i + 2), 16))
      return 0.299 * red! + 0.587 * green! + 0.114 * blue!
    })
    expect(greys).toEqual([...greys].sort((a, b) => b - a))
    expect(new Set(greys).size).toBe(5)
  })

  it('has a number that can be read on it: a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3)', () => {
    const luminance = (colour: string) => {
      const [red, green, blue] = [1, 3, 5].map(i => {
        const channel = Number.parseInt(colour.slice(i, i + 2), 16) / 255
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
    }
    for (let share = 0; share <= 1; share += 0.01) {
      const { fill, text } = shadeOf(share)
      const [dark, light] = [luminance(fill), luminance(text)].sort((a, b) => a - b)
      expect((light! + 0.05) / (dark! + 0.05), `at ${share}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})
