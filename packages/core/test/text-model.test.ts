import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contextLength,
  describeSegment,
  findQuote,
  fromCodePoints,
  indexText,
  lineColumnAt,
  matchSegment,
  normaliseText,
  offsetAt,
  paragraphAt,
  paragraphRange,
  type QuoteSelector,
  type Source,
  type Span,
  stableJson,
  toCodePoints,
  turnAt,
} from '../src/index.ts'

/** Texts of what makes counting hard: pairs and halves of them, line ends of every kind, what joins with what stands before it. */
const hard = fc
  .array(
    fc.constantFrom('a', 'é', '😀', '\ud83d', '\ude00', '\n', '\r\n', '\r', '\u0301', '\uFEFF', '\u2028'),
    {
      maxLength: 25,
    },
  )
  .map(parts => parts.join(''))

describe('counting in a text', () => {
  it('gives for every offset what counting one by one gives', () => {
    fc.assert(
      fc.property(hard, text => {
        const index = indexText(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset).split('\n')
          const place = { line: before.length, column: before.at(-1)!.length + 1 }
          expect(lineColumnAt(index, offset)).toEqual(place)
          expect(offsetAt(index, place)).toBe(offset)
          expect(paragraphAt(index, offset)).toBe(place.line)
          const isInside =
            /[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\udc00-\udfff]/.test(text.slice(offset))
          const points = [...text.slice(0, isInside ? offset - 1 : offset)].length
          expect(toCodePoints(index, offset)).toBe(points)
          expect(fromCodePoints(index, points)).toBe(isInside ? offset - 1 : offset)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives paragraphs that are the text when they are put together again', () => {
    fc.assert(
      fc.property(hard, text => {
        const index = indexText(text)
        const count = text.split('\n').length
        const ranges = Array.from({ length: count }, (_, i) => paragraphRange(index, i + 1))
        expect(ranges.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text)
        for (const none of [0, -1, count + 1, 1.5, Number.NaN])
          expect(() => paragraphRange(index, none)).toThrow(RangeError)
      }),
    )
  })

  it('knows one empty paragraph in a text of nothing', () => {
    const index = indexText('')
    expect(lineColumnAt(index, 0)).toEqual({ line: 1, column: 1 })
    expect(paragraphRange(index, 1)).toEqual({ start: 0, end: 0 })
    expect([toCodePoints(index, 0), fromCodePoints(index, 0)]).toEqual([0, 0])
    expect(() => lineColumnAt(index, 1)).toThrow(RangeError)
    expect(() => fromCodePoints(index, 1)).toThrow(RangeError)
  })

  it.each([
    ['half a character counts as one', 'a\ud83db', [0, 1, 2, 3]],
    ['so does a second half without its first', 'a\ude00b', [0, 1, 2, 3]],
    ['halves in the wrong order are two', '\ude00\ud83d', [0, 1, 2]],
    ['two first halves before a second one are a half and a pair', '\ud83d\ud83d\ude00', [0, 1, 1, 2]],
    ['pairs beside each other', '😀😀', [0, 0, 1, 1, 2]],
  ])('in code points: %s', (_, text, points) => {
    const index = indexText(text)
    expect(points.map((__, offset) => toCodePoints(index, offset))).toEqual(points)
  })

  it.each([
    [{ line: 1, column: 0 }],
    [{ line: 1, column: 1.5 }],
    [{ line: 1, column: 4 }],
    [{ line: 2, column: 4 }],
    [{ line: 0, column: 1 }],
    [{ line: -1, column: 1 }],
    [{ line: Number.NaN, column: 1 }],
    [{ line: 3, column: 1 }],
  ])('of two lines of two has no %j', place => {
    expect(() => offsetAt(indexText('ab\ncd'), place)).toThrow(RangeError)
  })

  it('counts 1,000,000 pairs without going through them again for each', () => {
    const index = indexText('😀\n'.repeat(1_000_000))
    for (let i = 0; i < 100_000; i++) {
      expect(toCodePoints(index, 3 * i * 10)).toBe(2 * i * 10)
      if (i % 10 === 0) expect(lineColumnAt(index, 3 * i).line).toBe(i + 1)
    }
  })
})

describe('a normalised text', () => {
  it('has no CR, and is otherwise what it was but for a mark at its start', () => {
    fc.assert(
      fc.property(hard, text => {
        const normal = normaliseText(text)
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
        expect(normal.split('\n')).toEqual(lines)
        if (!normal.startsWith('\uFEFF')) expect(normaliseText(normal)).toBe(normal)
      }),
    )
  })
})

/** The places that fit a selector best, by trying every one. */
function bestPlaces(text: string, { exact, prefix, suffix }: QuoteSelector): readonly Span[] {
  const fits = (start: number): number => {
    let n = 0
    const [before, after] = [text.slice(0, start), text.slice(start + exact.length)]
    while (n < prefix.length && before.endsWith(prefix.slice(prefix.length - n - 1))) n++
    let m = 0
    while (m < suffix.length && after.startsWith(suffix.slice(0, m + 1))) m++
    return n + m
  }
  const places = Array.from({ length: text.length }, (_, start) => start)
    .filter(start => exact !== '' && text.startsWith(exact, start))
    .map(start => ({ start, score: fits(start) }))
  const best = Math.max(...places.map(({ score }) => score))
  return places
    .filter(({ score }) => score === best)
    .map(({ start }) => ({ start, end: start + exact.length }))
}

/** Texts that repeat themselves, so that words stand in many places. */
const repeating = fc
  .array(fc.constantFrom('a', 'b', 'aa', ' ', '😀'), { minLength: 1, maxLength: 90, size: 'max' })
  .map(parts => parts.join(''))

describe('a quote that was described', () => {
  it('is matched where it stood or not at all, and then because another place has the same surroundings', () => {
    fc.assert(
      fc.property(fc.oneof(repeating, hard.filter(Boolean)), fc.nat(), fc.nat(7), (text, a, b) => {
        const start = a % text.length
        const end = Math.min(text.length, start + 1 + b)
        const selector = describeSegment(text, start, end)
        const found = matchSegment(text, selector)
        if (found !== null) expect(found).toEqual({ start, end })
        else {
          expect(bestPlaces(text, selector).length).toBeGreaterThan(1)
          expect(bestPlaces(text, selector)).toContainEqual({ start, end })
        }
      }),
      { numRuns: 1000 },
    )
    const even = `${'b'.repeat(40)}a${'b'.repeat(40)}`.repeat(2)
    expect(matchSegment(even, describeSegment(even, 40, 41))).toBeNull()
  })

  it('is matched in another text as by trying every place', () => {
    const piece = fc.array(fc.constantFrom('a', 'b', ' '), { maxLength: 4 }).map(parts => parts.join(''))
    const selector = fc.record({ exact: piece, prefix: piece, suffix: piece })
    fc.assert(
      fc.property(repeating, selector, (text, given) => {
        const places = bestPlaces(text, given)
        expect(matchSegment(text, given)).toEqual(places.length === 1 ? places[0] : null)
      }),
      { numRuns: 1000 },
    )
  })

  it('carries surroundings that stand beside it and are whole characters', () => {
    fc.assert(
      fc.property(repeating, fc.nat(), fc.nat(7), (text, a, b) => {
        const start = a % text.length
        const end = Math.min(text.length, start + 1 + b)
        const { exact, prefix, suffix } = describeSegment(text, start, end)
        expect(text.startsWith(prefix + exact + suffix, start - prefix.length)).toBe(true)
        expect([prefix.length, suffix.length].every(length => length <= contextLength)).toBe(true)
        // One unit less than there could be, where that unit would be half a character.
        expect(prefix.length).toBeGreaterThanOrEqual(Math.min(start, contextLength - 1))
        expect(suffix.length).toBeGreaterThanOrEqual(Math.min(text.length - end, contextLength - 1))
        expect(/^[\udc00-\udfff]/.test(prefix)).toBe(false)
        expect(/[\ud800-\udbff]$/.test(suffix)).toBe(false)
      }),
    )
  })

  it.each([
    [0, 0],
    [-1, 2],
    [2, 1],
    [0, 4],
    [0.5, 2],
    [0, Number.NaN],
    [Number.NaN, 2],
    [0, Number.POSITIVE_INFINITY],
  ])('is none from %d to %d of a text of three', (start, end) => {
    expect(() => describeSegment('abc', start, end)).toThrow(RangeError)
  })

  it('is found in 100,000 places, or in the first two of them', () => {
    const text = 'ja '.repeat(100_000)
    expect(findQuote(text, 'ja')).toHaveLength(100_000)
    expect(findQuote(text, 'ja', 2)).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ])
    expect(matchSegment(text, { exact: 'ja', prefix: ' ja ', suffix: ' ' })).toBeNull()
  })

  it('is found nowhere in a text of nothing', () => {
    expect([findQuote('', 'a'), findQuote('a', 'a', 0)]).toEqual([[], []])
    expect(matchSegment('', { exact: '', prefix: '', suffix: '' })).toBeNull()
  })
})

describe('who speaks', () => {
  it('is whose turn holds the first character, or who begins next within the stretch, looked for one by one', () => {
    const lengths = fc.array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(lengths, fc.nat(30), fc.integer({ min: 1, max: 6 }), (given, start, length) => {
        let at = 0
        const turns = given.map(each => {
          const from = at + each.gap
          at = from + each.length
          return { start: from, end: at, speaker: String(from), role: 'unknown' as const }
        })
        const source = { turns } as unknown as Source
        const end = start + length
        const holds = turns.find(turn => turn.start <= start && start < turn.end)
        const begins = turns.find(turn => turn.start > start && turn.start < end)
        expect(turnAt(source, start, end)).toBe(holds ?? begins)
      }),
    )
  })
})

describe('JSON in one order', () => {
  it.each([
    [{ b: 1, a: [{ d: 1, c: 2 }] }, '{"a":[{"c":2,"d":1}],"b":1}'],
    [JSON.parse('{"b":1,"__proto__":{"z":1,"y":2}}'), '{"__proto__":{"y":2,"z":1},"b":1}'],
    [{ a: undefined, constructor: null }, '{"constructor":null}'],
    [[3, 'a', null, true], '[3,"a",null,true]'],
    [{ 10: 'b', 9: 'a', Z: 1, a: 2 }, '{"9":"a","10":"b","Z":1,"a":2}'],
  ])('of %j is %s', (given, expected) => {
    expect(stableJson(given)).toBe(expected)
  })

  it('is the same for the same data, and gives the data back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const turned = JSON.parse(JSON.stringify(value), (_, each: unknown) =>
          typeof each === 'object' && each !== null && !Array.isArray(each)
            ? Object.fromEntries(Object.entries(each).reverse())
            : each,
        )
        expect(stableJson(turned)).toBe(stableJson(value))
        expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
