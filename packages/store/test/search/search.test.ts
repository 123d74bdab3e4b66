import { StudyError } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHits } from '../../src/search/find-hits.ts'
import { askedLexemes, lexemeFinder } from '../../src/search/lexemes.ts'
import { parseSearch } from '../../src/search/parse-search.ts'
import { searchCases } from './search-cases.ts'

function faultOf(text: string): [string, number | undefined] | undefined {
  try {
    parseSearch(text)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    const { code, place } = error.problems[0]!
    return [code, place?.column]
  }
  return undefined
}

describe('a search', () => {
  it.each(searchCases)('finds %s', (_, query, language, text, found) => {
    const spans = findHits(text, language, parseSearch(query))
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(found)
  })

  it.each([
    ['is empty', '', ['search-empty', 1]],
    ['has no words', ' *** -- "" ', ['search-empty', 1]],
    ['only excludes', '-wijk', ['search-empty', 1]],
    ['does not close a quotation mark', 'wijk "de agent', ['search-quote', 6]],
    ['has too many words', 'a '.repeat(65), ['search-too-long', 1]],
  ])('that %s is told so', (_, text, fault) => {
    expect(faultOf(text)).toEqual(fault)
  })

  it('of a phrase finds what looking at every word of a text would find', () => {
    const word = fc.constantFrom('a', 'b', 'wijk', 'wijken')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 30 }),
        (phrase, text) => {
          const like = (one: string, other: string | undefined) => one.slice(0, 4) === other?.slice(0, 4)
          const expected = text.flatMap((_, i) =>
            phrase.every((each, place) => like(each, text[i + place])) ? [i] : [],
          )
          const joined = text.join(' ')
          const found = findHits(joined, 'nl', parseSearch(`"${phrase.join(' ')}"`))
          expect(found.map(({ start }) => joined.slice(0, start).split(' ').length - 1)).toEqual(expected)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('for a long phrase of one word takes no longer than the text is long', () => {
    const text = 'de '.repeat(500_000)
    const phrase = `"${'de '.repeat(5_000)}wijk"`
    expect(findHits(`${text}wijk`, 'nl', parseSearch(phrase))).toHaveLength(1)
  }, 10_000)

  it('takes 64 words', () => expect(faultOf('a '.repeat(64))).toBeUndefined())
})

describe('what an index knows of a text', () => {
  it('is the stem of each word, and the word where it is another, once', () => {
    const lexemesOf = lexemeFinder()
    expect(lexemesOf('De wijken, de wijk', 'nl')).toEqual(['sde', 'wwijken', 'swijk'])
    expect(lexemesOf('wijk meetings', 'en')).toEqual(['swijk', 'wmeetings', 'smeet'])
    expect(lexemesOf('wijk meetings', 'nl')).toEqual(['swijk', 'wmeetings', 'smeeting'])
  })

  it('is asked for stems of both languages, and for beginnings as they are written', () => {
    expect(askedLexemes(parseSearch('meetings wij*'))).toEqual([
      [
        { lexeme: 'smeeting', prefix: false },
        { lexeme: 'smeet', prefix: false },
      ],
      [
        { lexeme: 'wwij', prefix: true },
        { lexeme: 'swij', prefix: true },
      ],
    ])
  })

  it('never leaves out a text that answers a search', () => {
    const word = fc.constantFrom('wijk', 'wijken', 'Wijkagent', 'één', 'trust', 'trusted', 'de', '👋')
    const words = fc.array(word, { maxLength: 6 }).map(all => all.join(' '))
    const term = fc.oneof(
      word,
      words.map(all => `"${all}"`),
      word.map(all => `${all.slice(0, 3)}*`),
      fc.constant('OR'),
    )
    fc.assert(
      fc.property(
        fc.array(term, { minLength: 1, maxLength: 4 }),
        words,
        fc.constantFrom('nl', 'en'),
        (terms, text, language) => {
          fc.pre(faultOf(terms.join(' ')) === undefined)
          const query = parseSearch(terms.join(' '))
          const known = lexemeFinder()(text, language)
          const answers = askedLexemes(query).every(either =>
            either.some(({ lexeme, prefix }) =>
              prefix ? known.some(each => each.startsWith(lexeme)) : known.includes(lexeme),
            ),
          )
          if (findHits(text, language, query).length > 0) expect(answers).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
