import { describe, expect, it } from 'vitest'
import { wrapWords } from '../src/figures/wrap-words.ts'

describe('a text in lines', () => {
  it.each([
    ['Wijkteam Noord', ['Wijkteam', 'Noord']],
    ['de wijk en de stad', ['de wijk en', 'de stad']],
    ['Aansprakelijkheid van de stad', ['Aansprakelijkheid', 'van de', 'stad']],
    [' a\tb\nc ', ['a b c']],
    ['', ['']],
  ])('is broken between words, none of them cut: %j', (text, lines) => {
    expect(wrapWords(text, line => line.length <= 10)).toEqual(lines)
  })
})
