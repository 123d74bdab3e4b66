import { describe, expect, it } from 'vitest'
import { countText, countUnits } from '../src/index.ts'

describe('a count with its unit', () => {
  it.each([
    ['nl', ['1 codering', '1 fragment', '1 bron', '1 spreker', '1 activiteit']],
    ['en', ['1 coding', '1 segment', '1 source', '1 speaker', '1 activity']],
  ] as const)('is in the singular where it is one: %s', (language, texts) => {
    expect(countUnits.map(unit => countText(1, unit, language))).toEqual(texts)
  })

  it.each([
    ['nl', ['0 coderingen', '0 fragmenten', '0 bronnen', '0 sprekers', '0 activiteiten']],
    ['en', ['0 codings', '0 segments', '0 sources', '0 speakers', '0 activities']],
  ] as const)('is in the plural where it is none: %s', (language, texts) => {
    expect(countUnits.map(unit => countText(0, unit, language))).toEqual(texts)
  })

  it.each([
    [2, '2 bronnen'],
    [11, '11 bronnen'],
    [21, '21 bronnen'],
    [101, '101 bronnen'],
  ])('is in the plural for %d', (count, text) => {
    expect(countText(count, 'sources', 'nl')).toBe(text)
  })
})
