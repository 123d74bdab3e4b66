import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitCharacters } from '../src/fit-characters.ts'
import { linkOfText, linkText } from '../src/link-memo.ts'
import { isMisplaced } from '../src/misplaced.ts'
import { notCarriedList, refiNotCarried } from '../src/not-carried.ts'
import { isDay, isXsdTime, timeAttribute } from '../src/refi-names.ts'
import { remainderOf, withRemainder } from '../src/remainder.ts'
import { isPositions, plainSpace, selectionName, wordsOfName } from '../src/selection-name.ts'
import { guid } from './make-qdpx.ts'

describe('the name of a selection', () => {
  it.each([
    { quote: ' Zij\n bellen\t', is: 'Zij bellen' },
    { quote: 'x'.repeat(80), is: 'x'.repeat(80) },
    { quote: 'x'.repeat(81), is: `${'x'.repeat(80)}…` },
    { quote: `${'woord '.repeat(13)}woorden`, is: `${'woord '.repeat(13).trim()}…` },
    { quote: `${'x'.repeat(79)}😀`, is: `${'x'.repeat(79)}…` },
    { quote: `${'x'.repeat(78)}😀`, is: `${'x'.repeat(78)}😀` },
    { quote: '', is: '' },
  ])('of "$quote" is "$is"', ({ quote, is }) => {
    expect(selectionName(quote)).toBe(is)
  })

  it('is never longer than eighty units and a mark, nor ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), quote => {
        const name = selectionName(quote)
        expect(name.length).toBeLessThanOrEqual(81)
        expect(name.isWellFormed()).toBe(quote.isWellFormed())
      }),
    )
  })

  it.each([
    { name: 'bellen…', words: 'bellen', cut: true },
    { name: 'bellen ...', words: 'bellen', cut: true },
    { name: 'bel. len..', words: 'bel. len..', cut: false },
    { name: ' bel \n len ', words: 'bel len', cut: false },
    { name: '…', words: '', cut: true },
    { name: '', words: '', cut: false },
  ])('"$name" has the words "$words"', ({ name, words, cut }) => {
    expect(wordsOfName(name)).toEqual({ words, cut })
  })

  it.each([
    { name: '4,17', is: true },
    { name: ' 4 - 17 ', is: true },
    { name: '4:17', is: true },
    { name: '4;17', is: true },
    { name: '04,017', is: true },
    { name: '4,18', is: false },
    { name: '4.17', is: false },
    { name: '4,17,', is: false },
    { name: '', is: false },
  ])('"$name" is the positions 4 to 17: $is', ({ name, is }) => {
    expect(isPositions(name, 4, 17)).toBe(is)
  })

  it.each([
    { text: 'a  b', is: 'a b' },
    { text: ' a\u00a0b ', is: 'a b' },
    { text: 'a b', is: 'a b' },
    { text: '\ufeffa', is: 'a' },
  ])('has plain spaces only: "$text"', ({ text, is }) => {
    expect(plainSpace(text)).toBe(is)
  })
})

describe('words that stand elsewhere', () => {
  const text = 'Zij bellen elkaar elke dinsdag.\nHij komt nooit meer bij de buren langs.'
  const plain = () => text.replace(/\s+/g, ' ')
  const bellen = { start: 4, end: 17 }

  it.each([
    { what: 'as long as the stretch', name: 'elke dinsdag', is: true },
    { what: 'over a line end', name: 'dinsdag. Hij', is: true },
    { what: 'cut short', name: 'elke…', is: true },
    { what: 'nowhere in the text', name: 'alle dagen', is: false },
    { what: 'longer than the stretch', name: 'Hij komt nooit meer', is: false },
    { what: 'shorter than the stretch', name: 'Hij', is: false },
    { what: 'a single letter', name: 'Z', is: false },
    { what: 'nothing', name: '', is: false },
  ])('$what: $is', ({ name, is }) => {
    expect(isMisplaced(text, plain, bellen, name)).toBe(is)
  })
})

describe('a link as the text of a memo', () => {
  it.each([
    { direction: 'OneWay', arrow: '→' },
    { direction: 'Bidirectional', arrow: '↔' },
    { direction: 'Associative', arrow: '—' },
  ] as const)('is told by $arrow where it is $direction', ({ direction, arrow }) => {
    const text = linkText(direction, 'Bellen (vaak)', guid(1))
    expect(text).toBe(`${arrow} Bellen (vaak) (${guid(1)})`)
    expect(linkOfText(text)).toEqual({ direction, target: guid(1) })
  })

  it('has no direction where the project has none, or one that nobody knows', () => {
    expect(linkText(undefined, 'A', guid(1))).toBe(`— A (${guid(1)})`)
    expect(linkText('constructor', 'A', guid(1))).toBe(`— A (${guid(1)})`)
  })

  it('is read whatever the name has in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uuid(), (name, target) => {
        expect(linkOfText(linkText('OneWay', name, target))).toEqual({ direction: 'OneWay', target })
      }),
    )
  })

  it.each([
    `→ A ${guid(1)}`,
    `-> A (${guid(1)})`,
    `→A (${guid(1)})`,
    `→ A (${guid(1)}) .`,
    `x → A (${guid(1)})`,
    '',
  ])('is not read of "%s"', text => {
    expect(linkOfText(text)).toBeNull()
  })
})

describe('what the elements of a thing do not tell', () => {
  it.each([
    { what: 'nothing', full: { a: 1 }, plain: { a: 1 }, rest: null },
    { what: 'another value', full: { a: 1 }, plain: { a: 2 }, rest: { a: 1 } },
    { what: 'a value more', full: { a: 1, b: [2] }, plain: { a: 1 }, rest: { b: [2] } },
    { what: 'a value less', full: {}, plain: { a: 1 }, rest: { a: null } },
    { what: 'no value by its name', full: { a: undefined }, plain: {}, rest: null },
    { what: 'the order of keys', full: { a: { x: 1, y: 2 } }, plain: { a: { y: 2, x: 1 } }, rest: null },
    { what: 'the order of a list', full: { a: [1, 2] }, plain: { a: [2, 1] }, rest: { a: [1, 2] } },
  ])('$what', ({ full, plain, rest }) => {
    expect(remainderOf(full, plain)).toEqual(rest)
    expect(withRemainder(plain, rest ?? {})).toEqual(JSON.parse(JSON.stringify(full)))
  })

  it('makes the thing whole again with what they do tell, through JSON', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.array(fc.integer()), fc.record({ x: fc.boolean() }))
    const thing = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)
    fc.assert(
      fc.property(thing, thing, (full, plain) => {
        const rest = JSON.parse(JSON.stringify(remainderOf(full, plain) ?? {}))
        expect(withRemainder(plain, rest)).toEqual(full)
      }),
    )
  })
})

describe('days and times', () => {
  it.each([
    { text: '2024-02-29', is: true },
    { text: '2023-02-29', is: false },
    { text: '2024-13-01', is: false },
    { text: '2024-04-31', is: false },
    { text: '0000-01-01', is: false },
    { text: '24-01-01', is: false },
    { text: '2024-01-01T00:00:00Z', is: false },
  ])('$text is a day: $is', ({ text, is }) => {
    expect(isDay(text)).toBe(is)
  })

  it.each([
    { time: '2024-02-29T23:59:59Z', is: true },
    { time: '2024-02-29T23:59:59.123456789+13:59', is: true },
    { time: '2024-02-29T23:59Z', is: false },
    { time: '2024-02-29T23:59:59', is: false },
    { time: '2024-02-29T23:59:59+14:00', is: false },
    { time: '2024-13-29T23:59:59Z', is: false },
    { time: '2024-02-30T23:59:59Z', is: false },
    { time: '2023-02-29T23:59:59Z', is: false },
    { time: '2024-04-31T23:59:59Z', is: false },
    { time: '2024-12-31T23:59:59Z', is: true },
    { time: '2024-02-29T29:59:59Z', is: false },
    { time: '0000-02-29T23:59:59Z', is: false },
  ])('$time can stand in a project: $is', ({ time, is }) => {
    expect(isXsdTime(time)).toBe(is)
    expect(timeAttribute(time)).toBe(is ? time : undefined)
  })

  it('say nothing where the time is not known', () => {
    expect(timeAttribute('1970-01-01T00:00:00Z')).toBeUndefined()
  })
})

describe('characters that XML cannot hold', () => {
  const fit = (text: string) => {
    const found = fitCharacters(Buffer.from(text))
    return found && [Buffer.from(found.bytes).toString(), found.count, found.slips]
  }

  it.each([
    { text: 'a\u0000b', is: ['a\ufffdb', 1, 0] },
    { text: 'a\u000b\u001fb', is: ['a\ufffd\ufffdb', 2, 0] },
    { text: 'a\uffffb\ufffe', is: ['a\ufffdb\ufffd', 2, 0] },
    { text: 'a&#0;&#x1F;&#011;&#xFFFF;b', is: ['a\ufffd\ufffd\ufffd\ufffdb', 4, 0] },
    { text: 'ab\0\0\0', is: ['ab', 3, 0] },
    { text: 'a\t\r\n&#9;&#10;&#13;&#x9;&#xA;&#xD;&#32;é😀\ufffd', is: null },
    { text: '', is: null },
  ])('become U+FFFD, and are counted: "$text"', ({ text, is }) => {
    expect(fit(text)).toEqual(is)
  })

  it.each([
    {
      what: 'an ampersand by itself',
      text: '<a>R & D &é; &</a>',
      is: '<a>R &amp; D &amp;é; &amp;</a>',
      slips: 3,
    },
    { what: 'half a reference', text: 'a&amp b&#12 &#x; c', is: 'a&amp;amp b&amp;#12 &amp;#x; c', slips: 3 },
    {
      what: 'the end tag of a recording (QualCoder)',
      text: "<AudioSelection></Audio'Selection><VideoSelection></Video'Selection>",
      is: '<AudioSelection></AudioSelection><VideoSelection></VideoSelection>',
      slips: 2,
    },
  ])('are mended with the slips of programs: $what', ({ text, is, slips }) => {
    expect(fit(text)).toEqual([is, 0, slips])
  })

  it('are mended where there are as many as slips, and left alone where both together are too many', () => {
    expect(fit('a\u0000 & b')).toEqual(['a\ufffd &amp; b', 1, 1])
    expect(fit('\u0001& '.repeat(50_000))?.slice(1)).toEqual([50_000, 50_000])
    expect(fit(`\u0001${'\u0001& '.repeat(50_000)}`)).toBeNull()
  })

  it.each([
    { what: 'references', text: '&amp;&lt;&#233;&#xe9;&iets_1;' },
    { what: 'what stands in CDATA', text: '<![CDATA[R & D]]>' },
  ])('are no slips: $what', ({ text }) => {
    expect(fit(text)).toBeNull()
  })

  it('are left alone where there are more than a hundred thousand', () => {
    expect(fit(`x${'\u0001'.repeat(100_000)}y`)?.[1]).toBe(100_000)
    expect(fit(`x${'\u0001'.repeat(100_001)}y`)).toBeNull()
    expect(fit('& '.repeat(100_001))).toBeNull()
  })
})

describe('the list of what is not carried', () => {
  it('counts, names five places at most, and has its own order', () => {
    const list = notCarriedList()
    for (let line = 1; line <= 7; line++) list.add('graph', line)
    list.add('media', undefined, 3)
    list.add('link', 9, 0)
    expect(list.items()).toEqual([
      { what: 'media', count: 3, where: [], kept: false },
      { what: 'graph', count: 7, where: [1, 2, 3, 4, 5], kept: false },
    ])
  })

  it('says of each thing in two languages what it is, and of no two the same of one way and fate', () => {
    const told = Object.values(refiNotCarried).map(({ way, kept, label }) => `${way} ${kept} ${label.nl}`)
    for (const { label } of Object.values(refiNotCarried)) {
      expect(label.nl?.length).toBeGreaterThan(2)
      expect(label.en?.length).toBeGreaterThan(2)
    }
    const twice = told.filter((each, i) => told.indexOf(each) !== i)
    expect(twice).toEqual([])
  })
})
