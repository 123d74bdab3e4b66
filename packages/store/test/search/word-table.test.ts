import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordTable } from '../../src/search/word-table.ts'
import { wordEnd, wordStart } from '../../src/search/words-of.ts'

describe('the words of texts', () => {
  it('have one number wherever they stand, and another where a letter differs', () => {
    const table = wordTable()
    const numbers: number[] = []
    for (const text of ['De wijk, de wijk', 'één wijk: De'])
      table.each(text, (word, start, end) => {
        numbers.push(word)
        expect(text.slice(start, end)).toBe(table.words[word])
      })
    expect(numbers).toEqual([0, 1, 2, 1, 3, 1, 0])
    expect(table.words).toEqual(['De', 'wijk', 'de', 'één'])
  })

  it('are found as they stand in any texts, many or few', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.nat(5_000), { maxLength: 4_000 }).map(all => all.join(' ')),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), texts => {
        const table = wordTable()
        for (const each of texts) {
          const found: string[] = []
          table.each(each, (word, start, end) => {
            expect(table.words[word]).toBe(each.slice(start, end))
            found.push(table.words[word]!)
          })
          const expected: string[] = []
          for (let start = wordStart(each, 0); start !== -1; ) {
            const end = wordEnd(each, start)
            expected.push(each.slice(start, end))
            start = wordStart(each, end)
          }
          expect(found).toEqual(expected)
        }
        expect(new Set(table.words).size).toBe(table.words.length)
      }),
      { numRuns: 200 },
    )
  })
})
