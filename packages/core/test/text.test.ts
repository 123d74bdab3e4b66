import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeText,
  describeSegment,
  findQuote,
  fromCodePoints,
  guardCell,
  indexText,
  lineColumnAt,
  matchSegment,
  normaliseText,
  offsetAt,
  paragraphAt,
  paragraphRange,
  type Source,
  toCodePoints,
  turnAt,
  unguardCell,
  voiceOf,
} from '../src/index.ts'

const bytes = (...parts: readonly (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap(part => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

describe('normalising', () => {
  it.each([
    ['\uFEFFa\r\nb\rc\n\nd', 'a\nb\nc\n\nd'],
    ['a\r\r\nb', 'a\n\nb'],
    ['a\uFEFFb e\u0301', 'a\uFEFFb e\u0301'],
    ['', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(normaliseText(given)).toBe(expected)
  })
})

describe('decoding', () => {
  it('reads UTF-8 with and without a byte order mark, and UTF-16 with one', () => {
    expect(decodeText(bytes('é\r\n😀')).text).toBe('é\n😀')
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'a')).text).toBe('a')
    expect(decodeText(bytes([0xff, 0xfe, 0x61, 0])).text).toBe('a')
    expect(decodeText(bytes([0xfe, 0xff, 0, 0x61])).text).toBe('a')
  })

  it('takes letters of one byte for Windows-1252 only where that is asked for', () => {
    const given = bytes('een\ntwee caf', [0xe9, 0x92], ' ', [0x80])
    expect(decodeText(given).text).toBeNull()
    expect(decodeText(given, { legacy: true })).toMatchObject({
      text: 'een\ntwee café’ €',
      problems: [{ code: 'windows-1252', severity: 'warning', place: { line: 2 } }],
    })
    // A character of UTF-8 beside the fault, one that is cut off, and a byte that is no letter.
    for (const end of [[0xe9, 0x20, 0xc3, 0xa9], [0xe9, 0x20, 0xf0, 0x9f], [0x81]])
      expect(decodeText(bytes('caf', end), { legacy: true }).text).toBeNull()
  })

  it('says where a file stops being text, and shows none of it', () => {
    const { text, problems } = decodeText(bytes('een\ntwee ', [0xe9], ' geheim'))
    expect(text).toBeNull()
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['not-utf8', { line: 2 }]])
    // 0xe9 at byte 9 opens a character of three bytes, which the space after it cannot go on.
    expect(problems[0]?.message).toContain('byte 10')
    expect(problems[0]?.message).not.toContain('geheim')
  })

  it('takes no file with zero bytes for text', () => {
    const { text, problems } = decodeText(bytes('een\ntwee', [0], 'b'))
    expect(text).toBeNull()
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['zero-character', { line: 2 }]])
  })

  it.each([
    ['with the small byte first', [0x52, 0, 0x31, 0, 0x3a, 0, 0x20, 0, 0xe9, 0, 0x2e, 0]],
    ['with the large byte first', [0, 0x52, 0, 0x31, 0, 0x3a, 0, 0x20, 0, 0xe9, 0, 0x2e]],
  ])('says of UTF-16 without its mark that it is that, %s', (_, given) => {
    const { text, problems } = decodeText(Uint8Array.from(given))
    expect(text).toBeNull()
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['utf-16-unmarked', { line: 1 }]])
  })
})

describe('offsets', () => {
  const index = indexText('a😀b\ncd\n')

  it('are lines and columns, and back', () => {
    expect([0, 3, 4, 5, 8].map(offset => lineColumnAt(index, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 4 },
      { line: 1, column: 5 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
    ])
    expect(offsetAt(index, { line: 2, column: 2 })).toBe(6)
    expect(() => offsetAt(index, { line: 2, column: 9 })).toThrow(RangeError)
    expect(() => offsetAt(index, { line: 9, column: 1 })).toThrow(RangeError)
  })

  it('are paragraphs, empty ones too', () => {
    expect([paragraphAt(index, 0), paragraphAt(index, 6), paragraphAt(index, 8)]).toEqual([1, 2, 3])
    expect([paragraphRange(index, 1), paragraphRange(index, 3)]).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 8 },
    ])
    expect(() => paragraphRange(index, 4)).toThrow(RangeError)
  })

  it('are code points: a pair counts as one, and an offset inside it as its start', () => {
    expect([0, 1, 2, 3, 4, 8].map(offset => toCodePoints(index, offset))).toEqual([0, 1, 1, 2, 3, 7])
    expect([0, 1, 2, 3, 7].map(points => fromCodePoints(index, points))).toEqual([0, 1, 3, 4, 8])
    expect(() => toCodePoints(index, 9)).toThrow(RangeError)
    expect(() => fromCodePoints(index, 8)).toThrow(RangeError)
    expect(() => lineColumnAt(index, 0.5)).toThrow(RangeError)
  })

  it('agree with counting one by one, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
        const any = indexText(text)
        let offset = 0
        Array.from(text).forEach((character, points) => {
          expect(toCodePoints(any, offset)).toBe(points)
          expect(fromCodePoints(any, points)).toBe(offset)
          const { line, column } = lineColumnAt(any, offset)
          expect(offsetAt(any, { line, column })).toBe(offset)
          expect(line).toBe(text.slice(0, offset).split('\n').length)
          offset += character.length
        })
      }),
    )
  })
})

describe('a quote', () => {
  it('is described with what stands around it, never cut inside a character', () => {
    const text = `${'x'.repeat(31)}😀woord${'y'.repeat(31)}😀z`
    const { exact, prefix, suffix } = describeSegment(text, 33, 38)
    expect([exact, prefix, suffix]).toEqual(['woord', `${'x'.repeat(30)}😀`, 'y'.repeat(31)])
    expect(() => describeSegment('abc', 2, 2)).toThrow(RangeError)
    expect(() => describeSegment('abc', 0, 4)).toThrow(RangeError)
  })

  it('is found wherever it stands, also over itself', () => {
    expect(findQuote('aaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ])
    expect(findQuote('aaa', 'a', 2)).toHaveLength(2)
    expect(findQuote('aaa', '')).toEqual([])
  })

  it('is matched by its surroundings, and not at all where two places fit equally well', () => {
    const text = 'ja zei hij. ja zei zij.'
    expect(matchSegment(text, { exact: 'ja', prefix: '. ', suffix: ' zei zij' })).toEqual({
      start: 12,
      end: 14,
    })
    expect(matchSegment(text, { exact: 'ja', prefix: '', suffix: ' zei ' })).toBeNull()
    expect(matchSegment(text, { exact: 'nee', prefix: '', suffix: '' })).toBeNull()
  })

  it('that was described is matched again in the same text, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = a % text.length
          const end = start + 1 + (b % (text.length - start))
          const found = matchSegment(text, describeSegment(text, start, end))
          if (found !== null) expect(text.slice(found.start, found.end)).toBe(text.slice(start, end))
          if (text.length < 32) expect(found).toEqual({ start, end })
        },
      ),
    )
  })
})

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+31 6', "'+31 6"],
    ['-ja', "'-ja"],
    ['@x', "'@x"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['gewoon', 'gewoon'],
    ["'t is", "'t is"],
    ['', ''],
  ])('%j is guarded as %j', (given, expected) => {
    expect(guardCell(given)).toBe(expected)
  })

  it('that was guarded gives back what it was, and different cells stay different', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@x-]?.{0,3}$/))
    fc.assert(
      fc.property(cell, text => {
        expect(unguardCell(guardCell(text))).toBe(text)
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('who speaks', () => {
  const source: Source = {
    id: 's',
    title: 'S',
    kind: 'interview',
    case: 'c',
    participants: [],
    text: '0123456789',
    turns: [
      { start: 1, end: 3, speaker: 'I', role: 'interviewer' },
      { start: 5, end: 7, speaker: 'R', role: 'participant', participant: 'P1' },
      { start: 8, end: 9, speaker: '?', role: 'unknown' },
    ],
  }

  it.each([
    [0, 1, undefined],
    [1, 2, 'I'],
    [2, 6, 'I'],
    [3, 5, undefined],
    [3, 6, 'R'],
    [7, 9, '?'],
    [9, 10, undefined],
  ])('from %i to %i is %s', (start, end, speaker) => {
    expect(turnAt(source, start, end)?.speaker).toBe(speaker)
  })

  it('is a participant anywhere, anyone else only within the source, and never the interviewer', () => {
    expect(source.turns.map(turn => voiceOf(source, turn))).toEqual([undefined, 'P1', 's#?'])
    expect(voiceOf(source, undefined)).toBeUndefined()
  })
})
