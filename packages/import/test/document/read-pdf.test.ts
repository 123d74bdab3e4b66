import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentLimits } from '../../src/document/document-limits.ts'
import { wordJoiner } from '../../src/document/join-words.ts'
import { pageFurniture } from '../../src/document/page-furniture.ts'
import { pdfPages } from '../../src/document/pdf-pages.ts'
import { pdfText } from '../../src/document/pdf-text.ts'
import { readPdf } from '../../src/document/read-pdf.ts'
import { mutate, mutation } from '../mutate.ts'
import { readTurnsOf } from '../read-turns-of.ts'
import { interviewText, interviewTurns } from './interview.ts'
import { pagesTurns } from './pages.ts'
import { dividedCases, page, paragraphCases } from './pdf-cases.ts'
import { pdfFile } from './pdf-file.ts'

const fixture = (name: string) => readFile(join(import.meta.dirname, name))
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method)
})

afterEach(() => {
  for (const method of methods) expect(console[method]).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

describe('the lines of a page become paragraphs', () => {
  it.each(paragraphCases)('with %s', (_, lines, text) => {
    expect(pdfText([page(lines)]).text).toBe(text)
  })

  it('with larger letters set apart', () => {
    const { text, asides } = pdfText([
      page(['^Deel een', 'R1: Wij wonen hier al sinds', 'de markt er was en ook nog']),
    ])
    expect(asides.map(({ start, end }) => text.slice(start, end))).toEqual(['Deel een'])
  })

  it('without soft hyphens amid lines', () => {
    expect(pdfText([page(['R1: Op ver\u00adtrouwen komt het aan.'])]).text).toBe(
      'R1: Op vertrouwen komt het aan.',
    )
  })

  it('over the border of a page', () => {
    const pages = [
      page(['R1: Wij wonen hier al sinds']),
      page(['de markt er was en ook nog', 'lang daarna.']),
    ]
    expect(pdfText(pages).text).toBe('R1: Wij wonen hier al sinds de markt er was en ook nog lang daarna.')
  })

  it('with words that were divided', () => {
    const lines = [
      'R1: Op vertrouwen komt het aan,',
      'zeg ik altijd: dat is het, ver-',
      'trouwen. Noem het sociaal-',
      'economisch.',
    ]
    expect(pdfText([page(lines)]).text).toBe(
      'R1: Op vertrouwen komt het aan, zeg ik altijd: dat is het, vertrouwen. Noem het sociaal-economisch.',
    )
  })
})

describe('the word at the end of a line goes on', () => {
  it.each(dividedCases)('with %s', (_, lines, how) => {
    expect(wordJoiner(lines)(lines[0]!, lines[1]!)).toBe(how)
  })
})

describe('what comes back on pages', () => {
  const left = (pages: Parameters<typeof pageFurniture>[0]) =>
    [...pageFurniture(pages)].map(({ text }) => text)
  const body = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven']

  it('at one height is no part of the text: heads, feet and page numbers', () => {
    const pages = [1, 2, 3].map(n =>
      page(['Interview 7', ...body.map(word => `${word} ${'abc'[n]}`), `Pagina ${n} van 3`]),
    )
    expect(left(pages)).toEqual([
      'Interview 7',
      'Interview 7',
      'Interview 7',
      'Pagina 1 van 3',
      'Pagina 2 van 3',
      'Pagina 3 van 3',
    ])
  })

  it('at different heights is text', () => {
    const pages = [700, 650, 600].map(top => page(['R1: Ja.', ...body], { top }))
    expect(left(pages)).toEqual([])
  })

  it('between words is text, though it comes back', () => {
    const pages = ['a', 'b', 'c'].map(n => page(['Interview 7', `R1: Een ${n}.`, 'I: Ja?', `R1: Twee ${n}.`]))
    expect(left(pages)).toEqual(['Interview 7', 'Interview 7', 'Interview 7'])
  })

  it('above a foot is text where it is said beside other words', () => {
    const pages = [1, 2, 3].map(n => [
      ...page(['Interview 7', '|R1: Een.', `en twee ${'abc'[n]}`, 'I: Ja?']),
      ...page([`Pagina ${n} van 3`], { top: 40 }),
    ])
    expect(left(pages).filter(text => text.startsWith('I:'))).toEqual([])
  })

  it('far from a foot and beside other words is text, though it stands there on every page', () => {
    const pages = [1, 2, 3].map(n => [
      ...page(['Interview 7', '||een', 'en toen verhuisden zij', `Anna: twee ${n}.`]),
      ...page([`Pagina ${n} van 3`], { top: 40 }),
    ])
    expect([...new Set(left(pages))].sort()).toEqual([
      'Interview 7',
      'Pagina 1 van 3',
      'Pagina 2 van 3',
      'Pagina 3 van 3',
    ])
  })

  it('with a name before it and words right below it is text, also where no head stands above', () => {
    const pages = [1, 2, 3].map(n =>
      page([`Anna: vraag ${n}`, ...body.map(word => `${word} ${'abc'[n - 1]}`)]),
    )
    expect(left(pages)).toEqual([])
  })

  it('on a few pages of many is text', () => {
    const pages = Array.from({ length: 10 }, (_, n) =>
      page([n < 3 ? 'Ja.' : `Woord ${'abcdefghij'[n]}`, ...body.map(word => `${word}${'abcdefghij'[n]}`)]),
    )
    expect(left(pages)).toEqual([])
  })

  it('amid a page is text', () => {
    const pages = ['a', 'b', 'c'].map(n =>
      page(['1', '2', '3', '4', '5', '6', '7'].map(word => (word === '4' ? 'Midden' : `${word}${n}`))),
    )
    expect(left(pages)).toEqual([])
  })

  it('is left out where pages are numbered in Roman figures', () => {
    const pages = ['i', 'ii', 'iii'].map(n => page([...body.map(word => `${word} ${n}`), n]))
    expect(left(pages)).toEqual(['i', 'ii', 'iii'])
  })

  it('on two pages is left out only where it is the same or a number', () => {
    const pages = [1, 2].map(n =>
      page([`Interview 7`, `R${n}: Ja.`, ...body.map(word => `${word}${'abc'[n]}`), `- ${n} -`]),
    )
    expect(left(pages)).toEqual(['Interview 7', 'Interview 7', '- 1 -', '- 2 -'])
  })
})

describe('the numbers of lines in the margin', () => {
  const words = [
    'R1: Wij wonen hier al sinds',
    'de markt er was en ook nog',
    'lang daarna dus.',
    'I: Ja?',
    'R1: Ja.',
  ]

  it.each([
    ['on every line', 1],
    ['on every fifth line', 5],
  ])('are no part of the text: %s', async (_, step) => {
    const lines = Array.from({ length: 25 }, (_, i) => {
      const y = 700 - 14 * i
      const line = [90, y, words[i % 5]!] as const
      return (i + 1) % step === 0 ? [[60, y, String(i + 1)] as const, line] : [line]
    }).flat()
    const found = await readTurnsOf(pdfFile([lines]), 'a.pdf')
    expect(found.turns).toEqual(
      Array.from({ length: 5 }, () => [
        'R1|-|Wij wonen hier al sinds de markt er was en ook nog lang daarna dus.',
        'I|-|Ja?',
        'R1|-|Ja.',
      ]).flat(),
    )
    expect(found.problems).toEqual(['left-out:1'])
  })

  it('on a short page by fives are no part of the text', async () => {
    const lines = Array.from({ length: 16 }, (_, i) => {
      const y = 700 - 14 * i
      const line = [90, y, `R1: Ja ${'abcdefghijklmnop'[i]}.`] as const
      return (i + 1) % 5 === 0 ? [[60, y, String(i + 1)] as const, line] : [line]
    }).flat()
    expect((await readTurnsOf(pdfFile([lines]), 'a.pdf')).text).not.toMatch(/\d{2}|\b5\b/)
  })

  it('stay where they do not count on, or stand amid the words', async () => {
    const years = [1995, 1996, 2003, 2010, 2020].flatMap((year, i) => [
      [60, 700 - 14 * i, String(year)] as const,
      [90, 700 - 14 * i, 'Markt'] as const,
    ])
    expect((await readTurnsOf(pdfFile([years]), 'a.pdf')).text).toMatch(/1995 Markt[\s\S]+2020 Markt/)
    const list = [1, 2, 3, 4, 5, 6].flatMap(n => [
      [90, 700 - 28 * n, String(n)] as const,
      [105, 700 - 28 * n, 'punt'] as const,
      [90, 686 - 28 * n, 'en een regel tussen punten'] as const,
    ])
    expect((await readTurnsOf(pdfFile([list]), 'a.pdf')).text).toMatch(/1 punt[\s\S]+6 punt/)
  })
})

describe('a PDF', () => {
  it('with a table has its rows as turns', async () => {
    const rows = [
      ['Tijd', 'Wie', 'Wat'],
      ['00:03', 'Anna', 'Hoe gaat het met u?'],
      ['00:09', 'Bram', 'Goed hoor.'],
      ['00:12', 'Anna', 'Mooi.'],
    ]
    const lines = rows.flatMap((row, i) => row.map((cell, j) => [50 + j * 80, 700 - 20 * i, cell] as const))
    expect((await readTurnsOf(pdfFile([lines]), 'a.pdf')).turns).toEqual([
      'Anna|3-|Hoe gaat het met u?',
      'Bram|9-|Goed hoor.',
      'Anna|12-|Mooi.',
    ])
  })

  it('in two columns has paragraphs in each', async () => {
    const column = (x: number, speaker: string) => [
      [x, 700, `${speaker}: Wij wonen hier al`] as const,
      [x, 686, 'sinds de markt er was'] as const,
      [x, 672, 'en dat is lang.'] as const,
    ]
    const { turns } = await readTurnsOf(pdfFile([[...column(50, 'R1'), ...column(320, 'R2')]]), 'a.pdf')
    expect(turns).toEqual([
      'R1|-|Wij wonen hier al sinds de markt er was en dat is lang.',
      'R2|-|Wij wonen hier al sinds de markt er was en dat is lang.',
    ])
  })

  it('whose words run upwards, on pages that lie on their side, has paragraphs', async () => {
    const up = (x: number, words: string) => `) Tj 0 1 -1 0 ${x} 100 Tm (${words}`
    const file = pdfFile(
      [
        [
          [0, 0, up(100, 'R1: Wij wonen hier al sinds')],
          [0, 0, up(114, 'de markt er was en ook nu.')],
          [0, 0, up(128, 'I: Ja?')],
        ],
      ],
      '/Rotate 90',
    )
    expect((await readTurnsOf(file, 'a.pdf')).turns).toEqual([
      'R1|-|Wij wonen hier al sinds de markt er was en ook nu.',
      'I|-|Ja?',
    ])
  })

  it('of one page has its number left out', async () => {
    const found = await readTurnsOf(
      pdfFile([
        [
          [50, 700, 'R1: Een.'],
          [300, 30, '1'],
        ],
      ]),
      'a.pdf',
    )
    expect(found).toMatchObject({ turns: ['R1|-|Een.'], problems: ['left-out:1'] })
  })

  it('that LibreOffice wrote has the text and turns that were put in', async () => {
    const found = await readTurnsOf(await fixture('interview.pdf'), 'interview.pdf')
    expect(found).toEqual({ format: 'pdf', text: interviewText, turns: interviewTurns, problems: [] })
  })

  it('of several pages has its turns over them, without heads, feet and page numbers', async () => {
    const found = await readTurnsOf(await fixture('pages.pdf'), 'pages.pdf')
    expect(found.turns).toEqual(pagesTurns)
    expect(found.problems).toEqual(['left-out:1'])
    expect(found.text).not.toMatch(/vertrouwelijk|Pagina/)
  })

  it('is known by what it holds, also with a few bytes before it', async () => {
    const file = pdfFile([[[50, 700, 'R1: Een.']]])
    expect(await readTurnsOf(file, 'a.docx')).toMatchObject({
      turns: ['R1|-|Een.'],
      problems: ['renamed-file:1'],
    })
    expect((await readTurnsOf(Buffer.concat([Buffer.from('\n\n'), file]), 'a.pdf')).turns).toEqual([
      'R1|-|Een.',
    ])
  })

  it('that runs something, or asks for it, is only read', async () => {
    const file = pdfFile([[[50, 700, 'R1: Een.']]], '/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>')
    expect((await readTurnsOf(file, 'a.pdf')).turns).toEqual(['R1|-|Een.'])
  })

  it.each([
    ['behind a password', 'pdf-encrypted', () => fixture('locked.pdf')],
    ['of pictures alone', 'pdf-no-text', async () => pdfFile([[], []])],
    ['cut off', 'pdf-damaged', async () => (await fixture('interview.pdf')).subarray(0, 200)],
    ['without anything', 'pdf-damaged', async () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ] as const)('that is %s has a problem of its own (%s)', async (_, code, file) => {
    const found = await readTurnsOf(await file(), 'a.pdf')
    expect(found).toEqual({ format: 'pdf', text: '', turns: [], problems: [`${code}:1`] })
  })

  it('of which a page has no text is read, and says so', async () => {
    const file = pdfFile([[[50, 700, 'R1: Een.']], [], [[50, 700, 'R1: Twee.']]])
    const found = await readTurnsOf(file, 'a.pdf')
    expect(found.turns).toEqual(['R1|-|Een.', 'R1|-|Twee.'])
    expect(found.problems).toEqual(['pdf-page-without-text:1'])
  })

  it('that lost its end is read as far as it can be, and says so', async () => {
    const file = pdfFile([[[50, 700, 'R1: Een.']]])
    const found = await readTurnsOf(file.subarray(0, file.length - 20), 'a.pdf')
    expect(found).toMatchObject({ turns: ['R1|-|Een.'], problems: ['pdf-cut-off:1'] })
  })

  it('past a limit is refused', async () => {
    const file = () => pdfFile([[[50, 700, 'R1: Een.']], [[50, 700, 'R1: Twee.']]])
    const bytes = async (limits: object) => readPdf(file(), { ...documentLimits, ...limits }, pdfPages)
    await expect(bytes({ pages: 1 })).rejects.toThrow('document-too-large')
    await expect(bytes({ text: 8 })).rejects.toThrow('document-too-large')
    await expect(bytes({ pages: 2, text: 17 })).resolves.toMatchObject({ format: 'pdf' })
  })

  it('that unpacks to a thousand times its size is stopped', async () => {
    const packed = deflateSync(Buffer.alloc(700_000_000, 0x20)).toString('latin1')
    const file = Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`,
      'latin1',
    )
    expect((await readTurnsOf(file, 'a.pdf')).problems).toEqual(['document-too-large:1'])
  }, 60_000)

  it('damaged at random gives text or a fault, never anything else', async () => {
    const files = [
      await fixture('interview.pdf'),
      pdfFile([[[50, 700, 'R1: Een.']], [[50, 700, 'I: Twee.']]]),
    ]
    const property = fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      async (file, mutations) => {
        const pages = await pdfPages(Uint8Array.from(mutate(file, mutations)), documentLimits)
        if (typeof pages === 'string') expect(['encrypted', 'damaged']).toContain(pages)
        else {
          const { text, asides } = pdfText(pages)
          expect(text).toBe(text.trim())
          for (const { start, end } of asides) expect(end).toBeGreaterThan(start)
        }
      },
    )
    await fc.assert(property, { numRuns: 500 })
  }, 60_000)
})
