import { describe, expect, it } from 'vitest'
import { curvesToSvg, intervalsToSvg, networkToSvg, portraitToSvg, sankeyToSvg } from '../src/index.ts'

const wellFormed = (svg: string) => {
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
  expect(svg).toContain('role="img"')
  expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
}

describe('curves', () => {
  const svg = curvesToSvg(
    [
      {
        label: 'Oost <b>',
        points: [
          { label: 'een', y: 4 },
          { label: 'twee', y: 10 },
        ],
      },
      { label: 'West', points: [{ label: 'drie', y: 2 }] },
    ],
    { title: 'Verzadiging', xLabel: 'bronnen', yLabel: 'codes' },
  )

  it('differ in dash as well as in colour, and carry their numbers as text', () => {
    wellFormed(svg)
    expect(svg).toContain('stroke-dasharray="7 4"')
    expect(svg).toContain('Oost &#x3C;b>, twee: 10')
    expect(svg).toContain('Oost &#x3C;b>\t1\teen\t4\nOost &#x3C;b>\t2\ttwee\t10\nWest\t1\tdrie\t2')
  })

  it('rise upwards: a higher number stands higher', () => {
    const heights = [...svg.matchAll(/<circle[^>]* cy="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(heights[1]).toBeLessThan(heights[0]!)
    expect(heights[2]).toBeGreaterThan(heights[0]!)
  })

  it('have whole numbers on the axis where they count, and fractions where they do not', () => {
    const axis = (y: number) => {
      const curves = [{ label: 'Oost', points: [{ label: 'een', y }] }]
      const drawn = curvesToSvg(curves, { title: 'T', xLabel: 'x', yLabel: 'y' })
      return [...drawn.matchAll(/text-anchor="end">([\d,]+)</g)].map(([, tick]) => tick)
    }
    expect(axis(0)).toEqual(['0', '1'])
    expect(axis(2)).toEqual(['0', '1', '2'])
    expect(axis(0.5)).toEqual(['0', '0,2', '0,4', '0,6', '0,8', '1'])
  })

  it('are drawn for nothing at all', () => {
    wellFormed(curvesToSvg([], { title: 'T', xLabel: 'x', yLabel: 'y' }))
  })
})

describe('intervals', () => {
  it('show a value with its interval, and the reason where there is none', () => {
    const svg = intervalsToSvg(
      [
        { label: 'Kat', value: 0.5, low: 0.25, high: 0.75 },
        { label: 'Hond', value: null, note: 'geen variatie' },
        { label: 'Vis', value: -0.2 },
      ],
      { title: 'Overeenstemming', axisLabel: 'alfa' },
    )
    wellFormed(svg)
    expect(svg).toContain('>geen variatie</text>')
    expect(svg).toContain('Kat\t0,5\t0,25\t0,75\t\nHond\t\t\t\tgeen variatie\nVis\t-0,2')
    const [cat, fish] = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(fish).toBeLessThan(cat!)
  })
})

describe('a network', () => {
  const nodes = [
    { id: 'a', label: 'Een lange naam die over meer regels gaat', weight: 9 },
    { id: 'b', label: 'B', weight: 1 },
    { id: 'c', label: 'C', weight: 4 },
  ]
  const links = [
    { a: 'a', b: 'b', weight: 3 },
    { a: 'b', b: 'c', weight: 1 },
  ]
  const options = { title: 'Netwerk', unit: 'paren' }

  it('is the same picture every time, with its numbers as text', () => {
    const svg = networkToSvg(nodes, links, options)
    wellFormed(svg)
    expect(networkToSvg(nodes, links, options)).toBe(svg)
    expect(svg).toContain('Een lange naam die over meer regels gaat\tB\t3\nB\tC\t1')
  })

  it('keeps dots apart, with an area in proportion to how often a code occurs', () => {
    const dots = [
      ...networkToSvg(nodes, links, options).matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([\d.]+)"/g),
    ].map(([, x, y, r]) => ({ x: Number(x), y: Number(y), r: Number(r) }))
    expect(dots.map(({ r }) => r)).toEqual([18, 8.7, 13.3])
    dots.forEach((one, i) => {
      for (const other of dots.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
    })
  })

  it('has no dot on the lines of a label', () => {
    const label = 'Een uitspraak waarvan de tekst zo lang is dat zij niet op één regel past'
    const five = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, label, weight: 1 }))
    const ring = five.map(({ id }, i) => ({ a: id, b: five[(i + 1) % 5]!.id, weight: 1 }))
    const svg = networkToSvg(five, ring, options)
    const places = (pattern: RegExp) => [...svg.matchAll(pattern)].map(([, x, y]) => [Number(x), Number(y)])
    const dots = places(/<circle cx="([-\d.]+)" cy="([-\d.]+)"/g)
    const lines = places(/<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="middle"/g)
    expect([dots.length, lines.length]).toEqual([5, 25])
    for (const [x, y] of dots)
      for (const [lx, ly] of lines) expect(Math.hypot(x! - lx!, y! - (ly! - 4))).toBeGreaterThan(18)
  })

  it('refuses a link to nothing, and says where there is nothing to draw', () => {
    expect(() => networkToSvg(nodes, [{ a: 'a', b: 'x', weight: 1 }], options)).toThrow(RangeError)
    const empty = networkToSvg([], [], options)
    wellFormed(empty)
    expect(empty).toMatch(/ viewBox="0 0 [\d.]+ [\d.]+"/)
    expect(empty).toContain('Er is niets om te laten zien.')
    expect(networkToSvg([], [], { ...options, language: 'en' })).toContain('There is nothing to show.')
  })
})

describe('flows', () => {
  it('are bands as wide as they are many', () => {
    const nodes = [
      { id: 't', label: 'Thema' },
      { id: 'o', label: 'Oost' },
      { id: 'w', label: 'West' },
    ]
    const flows = [
      { from: 't', to: 'o', weight: 3 },
      { from: 't', to: 'w', weight: 1 },
    ]
    const svg = sankeyToSvg(nodes, flows, { title: 'Stromen', unit: 'fragmenten' })
    wellFormed(svg)
    const [east, west] = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(east! / west!).toBeCloseTo(3, 1)
    expect(svg).toContain('Thema\tOost\t3\nThema\tWest\t1')
    expect(svg).toContain('>Thema (4)</text>')
    expect(svg).toContain('>Oost (3)</text>')
    wellFormed(sankeyToSvg(nodes, [], { title: 'Leeg', unit: 'fragmenten' }))
  })
})

describe('the number at the end of a flow', () => {
  it('is what a thing has itself, where something of it is in two bands', () => {
    const svg = sankeyToSvg(
      [
        { id: 't', label: 'Tijd', count: 2 },
        { id: 'u', label: 'Geld', count: 1 },
        { id: 'o', label: 'Oost', count: 2 },
      ],
      [
        { from: 't', to: 'o', weight: 2 },
        { from: 'u', to: 'o', weight: 1 },
      ],
      { title: 'Stromen', unit: ['fragment', 'fragmenten'] },
    )
    expect(svg).toContain('>Oost (2)</text>')
    expect(svg).toContain('<title>Oost: 2 fragmenten</title>')
    expect(svg).toContain('>Tijd (2)</text>')
    expect(svg).toContain('>Geld (1)</text>')
  })
})

describe('a portrait of a source', () => {
  it('has a row a speaker and a code, each mark where it stands, and times', () => {
    const svg = portraitToSvg({
      title: 'Portret',
      length: 100,
      turns: [
        { start: 0, end: 50, speaker: 'I', time: 3 },
        { start: 50, end: 100, speaker: 'R1', time: 3725 },
      ],
      lanes: [{ label: 'Kat', spans: [{ start: 25, end: 75 }] }],
    })
    wellFormed(svg)
    expect(svg).toContain('>00:00:03</text>')
    expect(svg).toContain('>01:02:05</text>')
    const widths = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
      ([, x, width]) => [Number(x), Number(width)],
    )
    expect(widths.map(([, width]) => width)).toEqual([360, 360, 360])
    expect(widths[2]![0]! - widths[0]![0]!).toBe(180)
    wellFormed(portraitToSvg({ title: 'Leeg', length: 0, lanes: [] }))
  })
})
