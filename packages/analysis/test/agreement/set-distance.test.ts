import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeSetKey, jaccardDistance, masiDistance } from '../../src/index.ts'

const anySet = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map(codes => new Set(codes))

describe('the distance of two sets of codes', () => {
  it.each([
    ['', '', 0, 0],
    ['a', 'a', 0, 0],
    ['ab', 'ba', 0, 0],
    ['', 'a', 1, 1],
    ['a', 'b', 1, 1],
    // One holds the other: Jaccard 1/2, times 2/3.
    ['a', 'ab', 1 / 2, 2 / 3],
    // They overlap: Jaccard 1/3, times 1/3.
    ['ab', 'bc', 2 / 3, 8 / 9],
    ['abc', 'abcd', 1 / 4, 1 / 2],
  ])('of "%s" and "%s" is %d by Jaccard and %d by MASI', (a, b, jaccard, masi) => {
    expect(jaccardDistance(new Set(a), new Set(b))).toBeCloseTo(jaccard, 12)
    expect(masiDistance(new Set(a), new Set(b))).toBeCloseTo(masi, 12)
  })

  it('is the same both ways, from 0 for the same set to 1, and by MASI no less than by Jaccard', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        for (const distance of [jaccardDistance, masiDistance]) {
          expect(distance(a, b)).toBe(distance(b, a))
          expect(distance(a, b) === 0).toBe(codeSetKey(a) === codeSetKey(b))
          expect(distance(a, b)).toBeLessThanOrEqual(1)
        }
        expect(masiDistance(a, b)).toBeGreaterThanOrEqual(jaccardDistance(a, b))
      }),
    )
  })
})

describe('the key of a set', () => {
  it('does not depend on the order, and tells apart what a comma would not', () => {
    expect(codeSetKey(new Set(['b', 'a']))).toBe(codeSetKey(new Set(['a', 'b'])))
    expect(codeSetKey(new Set(['a,b']))).not.toBe(codeSetKey(new Set(['a', 'b'])))
  })
})
