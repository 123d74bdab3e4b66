import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../src/index.ts'
import { readInlineCodes } from '../src/read-inline-codes.ts'
import { bytesOf } from './bytes.ts'
import { badMarks, markCases } from './inline-code-cases.ts'

const read = (body: string, more: { line?: number; coder?: string } = {}) =>
  readInlineCodes(body, { line: 1, source: 's', ...more })

describe('marks in a text', () => {
  it.each(markCases)('are read with %s', (_, body, text, marks) => {
    const found = read(body, { coder: 'standaard' })
    expect(found.problems).toEqual([])
    expect(found.text).toBe(text)
    expect(found.marks.map(({ quote, start, code, coder }) => `${quote}|${start}|${code}|${coder}`)).toEqual(
      marks,
    )
  })

  it.each(markCases)('stand at their words, with %s', (_, body) => {
    const { text, marks } = read(body, { coder: 'standaard' })
    for (const { quote, start } of marks) expect(text.slice(start, start! + quote.length)).toBe(quote)
  })

  it.each(badMarks)('%s are reported on their line, and their words stay', (_, mark, text) => {
    const found = read(`Kop.\n\n${mark} slot`)
    expect(found.problems.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      ['bad-mark', 'error', { line: 3 }],
    ])
    expect(found.text).toBe(`Kop.\n\n${text} slot`)
    expect(found.marks).toEqual([])
  })

  it('that are wrong are all reported at once, and those that are right are read', () => {
    const { problems, marks } = read(
      ':code[een]{}\n\n:code[twee]{code="A" coder="x"}\n\n:code[drie]{code="A"}\n\n::code[vier]{code="A" coder="x"}',
      { line: 11 },
    )
    expect(problems.map(({ place }) => place?.line)).toEqual([11, 15, 17])
    expect(marks.map(({ quote }) => quote)).toEqual(['twee'])
  })

  it('carry a memo, a time and a stance', () => {
    const { marks } = read(
      ':code[een]{code="A" coder="x" memo="Zie &quot;twee&quot;" at="2024-10-03T10:15:00+02:00" stance="contradicts"}',
    )
    expect(marks).toEqual([
      {
        source: 's',
        quote: 'een',
        code: 'A',
        coder: 'x',
        start: 0,
        memo: 'Zie "twee"',
        at: '2024-10-03T10:15:00+02:00',
        stance: 'contradicts',
        place: { line: 1, column: 1 },
      },
    ])
  })

  it('know their line and column in the file', async () => {
    const { value } = await readTranscript(
      bytesOf(
        '---\r\nid: x\r\ncoder: anna\r\n---\r\n\r\nR1: 😀 :code[een]{code="A"}.\r\n\r\nI: :code[twee]{code="A"}',
      ),
      { name: 'sources/x.md' },
    )
    expect(value.marks.map(({ source, place }) => [source, place])).toEqual([
      ['x', { file: 'sources/x.md', line: 6, column: 8 }],
      ['x', { file: 'sources/x.md', line: 8, column: 4 }],
    ])
  })

  it('leave turns where they would have been without them', async () => {
    const { value } = await readTranscript(
      bytesOf('R1: :code[Een]{code="A" coder="x"}.\n\n:code[Twee]{code="A" coder="x"}.\n\nI: Ja.'),
      { name: 'x.md' },
    )
    const { value: plain } = await readTranscript(bytesOf('R1: Een.\n\nTwee.\n\nI: Ja.'), { name: 'x.md' })
    expect(value.text).toBe(plain.text)
    expect(value.turns).toEqual(plain.turns)
  })

  it('are words in plain text', async () => {
    const text = 'R1: :code[een]{code="A" coder="x"} ::code[twee]'
    const { value, problems } = await readTranscript(bytesOf(text), { name: 'x.txt' })
    expect([value.text, value.marks, problems]).toEqual([text, [], []])
  })

  it('take time in proportion to the text', () => {
    const { marks } = read('een :code[twee]{code="A" coder="x"} drie.\n\n'.repeat(2000))
    expect(marks).toHaveLength(2000)
  })
})

describe('marking a text and reading it again', () => {
  const word = fc.constantFrom(
    'een',
    'twee',
    'Zoë',
    '😀',
    '👩‍👧',
    'e\u0301',
    'שלום',
    'a.b',
    '10:30',
    'd’r',
    '12',
  )
  const piece = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 4 }), marked: fc.boolean() })

  it('gives the text and the stretches that were marked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        paragraphs => {
          let text = ''
          let body = ''
          const stretches: { quote: string; start: number }[] = []
          for (const pieces of paragraphs) {
            for (const { words, marked } of pieces) {
              const quote = words.join(' ')
              if (marked) stretches.push({ quote, start: text.length })
              text += `${quote} `
              body += marked ? `:code[${quote}]{code="A" coder="x"} ` : `${quote} `
            }
            text += '.\n\n'
            body += '.\n\n'
          }
          const found = read(body)
          expect(found.problems).toEqual([])
          expect(found.text).toBe(text)
          expect(found.marks.map(({ quote, start }) => ({ quote, start }))).toEqual(stretches)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives back stretches that lie in each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (depth, words) => {
          const inner = words.join(' ')
          let body = inner
          for (let i = 0; i < depth; i++) body = `:code[${i} ${body}]{code="A${i}" coder="x"}`
          const numbers = Array.from({ length: depth }, (_, i) => depth - 1 - i)
          const { text, marks } = read(body)
          expect(text).toBe(`${numbers.join(' ')} ${inner}`)
          expect(marks.map(({ code }) => code)).toEqual(numbers.map(i => `A${i}`))
          for (const { quote, start } of marks) expect(text.slice(start)).toBe(quote)
        },
      ),
    )
  })

  it('loses no word of any text at all', () => {
    const anything = fc.array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\n\n',
        '*',
        '`',
        '<',
        '>',
        '\\',
        ':',
        '[',
        ']',
        '    ',
        '#',
        '😀',
        '|',
        ':code[',
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(anything, parts => {
        const body = parts.join('')
        const { text, marks } = read(body)
        expect(marks).toEqual([])
        expect(text.replace(/[^a😀]/gu, '')).toBe(body.replace(/[^a😀]/gu, ''))
      }),
      { numRuns: 500 },
    )
  })
})
