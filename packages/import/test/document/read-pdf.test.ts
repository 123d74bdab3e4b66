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

  it('on two pages is left out only where it is the same or a number', () => {
    const pages = [1, 2].map(n =>
      page([`Interview 7`, `R${n}: Ja.`, ...body.map(word => `${word}${'abc'[n]}`), `- ${n} -`]),
    )
    expect(left(pages)).toEqual(['Interview 7', 'Interview 7', '- 1 -', '- 2 -'])
  })
})

describe('a PDF', () => {
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
