import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { curvesToSvg, portraitToSvg, sankeyToSvg } from '../src/index.ts'
import { everyFigure } from './figure-cases.ts'

/** The texts that a figure shows, as a reader of XML finds them; it throws where the figure is no XML. */
function shownIn(svg: string): readonly string[] {
  const document = XmlDocument.fromString(svg)
  try {
    return document.find('//svg:text', { svg: 'http://www.w3.org/2000/svg' }).map(node => node.content)
  } finally {
    document.dispose()
  }
}

const hardTexts: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['markup', '<b>&amp;</b> "x" \'y\'', '<b>&amp;</b> "x" \'y\''],
  ['a script', '</text><script>alert(1)</script>', '</text><script>alert(1)</script>'],
  ['the end of a CDATA section', 'a]]>b', 'a]]>b'],
  ['a control character', 'bel\u0007', 'bel\uFFFD'],
  ['a zero byte', 'nul\0', 'nul\uFFFD'],
  ['half a pair', 'half \uD83D.', 'half \uFFFD.'],
  ['a noncharacter', 'niet \uFFFE', 'niet \uFFFD'],
  ['emoji', 'mooi 😀', 'mooi 😀'],
  ['script from right to left', 'שלום', 'שלום'],
  ['an entity', '&lt;&#0;', '&lt;&#0;'],
]

describe.each(Object.entries(everyFigure))('%s', (_, draw) => {
  it.each(hardTexts)('is XML, and shows a text as it is: %s', (_, text, shown) => {
    const texts = shownIn(draw(text)).join('\n').replaceAll(' ', '')
    expect(texts).toContain(shown.replaceAll(' ', ''))
  })

  it('has its title for who cannot see it, and no script, link or style', () => {
    const svg = draw('Een titel')
    expect(svg).toContain('<title id="figure-title">Een titel</title>')
    expect(svg).toMatch(/<desc id="figure-description">[^<]+<\/desc>/)
    expect(svg).not.toMatch(/<(?:script|style|a|image|use|foreignObject)[ >]|href|@import|url\(/)
  })

  it('is drawn of an empty text and of one of 5,000 letters, and cuts neither off', () => {
    for (const text of ['', 'a'.repeat(5000)]) {
      const svg = draw(text)
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(shownIn(svg).join('')).toContain(text)
    }
  })

  it('is the same each time', () => {
    expect(draw('Zelfde')).toBe(draw('Zelfde'))
  })
})

describe('the numbers of a figure as text', () => {
  it('are a row a line and a cell between tabs, also where a label has lines or tabs of its own', () => {
    const svg = sankeyToSvg(
      [
        { id: 'a', label: 'een\ttwee\r\ndrie' },
        { id: 'b', label: 'vier' },
      ],
      [{ from: 'a', to: 'b', weight: 3 }],
      { title: 'T', unit: 'maal' },
    )
    expect(svg).toContain('<desc id="figure-description">\t\tmaal\neen twee drie\tvier\t3</desc>')
  })
})

describe('many curves', () => {
  const curves = Array.from({ length: 20 }, (_, i) => ({
    label: `Casus ${i}`,
    points: [{ label: 'a', y: i }],
  }))
  const svg = curvesToSvg(curves, { title: 'T', xLabel: 'x', yLabel: 'y' })

  it('do not look the same, any two of them', () => {
    const looks = [
      ...svg.matchAll(/<path [^>]*stroke="(#\w+)" stroke-width="2"(?: stroke-dasharray="([\d ]+)")?/g),
    ].map(([, ink, dash]) => `${ink} ${dash}`)
    expect(looks).toHaveLength(20)
    expect(new Set(looks).size).toBe(20)
  })

  it('have a legend that is not cut off below', () => {
    const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1])
    const lowest = Math.max(...[...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y)))
    expect(lowest).toBe(64 + 12 + 19 * 22)
    expect(height).toBeGreaterThan(lowest)
  })
})

describe('many flows', () => {
  it('have labels that do not overlap, within the figure', () => {
    const cases = Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, label: `Casus ${i}` }))
    const svg = sankeyToSvg(
      [{ id: 't', label: 'Thema' }, ...cases],
      cases.map(({ id }) => ({ from: 't', to: id, weight: 1 })),
      { title: 'T', unit: 'maal' },
    )
    const places = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)">Casus/g)]
      .map(([, y]) => Number(y))
      .sort((a, b) => a - b)
    expect(places).toHaveLength(40)
    for (const [i, y] of places.slice(1).entries()) expect(y - places[i]!).toBeGreaterThanOrEqual(12)
    expect(Number(/ height="([\d.]+)"/.exec(svg)?.[1])).toBeGreaterThan(places.at(-1)!)
  })
})

describe('a portrait', () => {
  it('leaves out times that stand too close to be read, never the first', () => {
    const turns = [0, 1, 50, 99].map(start => ({ start, end: start + 1, speaker: 'R1', time: start * 60 }))
    const svg = portraitToSvg({ title: 'T', length: 100, lanes: [], turns })
    expect([...svg.matchAll(/>(\d\d:\d\d:\d\d)</g)].map(([, time]) => time)).toEqual([
      '00:00:00',
      '00:50:00',
      '01:39:00',
    ])
  })

  it('shows a mark of a single letter in a long text as wide as can be seen', () => {
    const svg = portraitToSvg({
      title: 'T',
      length: 1_000_000,
      lanes: [{ label: 'Kat', spans: [{ start: 10, end: 11 }] }],
    })
    expect(svg).toMatch(/<rect x="[\d.]+" y="[\d.]+" width="1.5"/)
  })
})
