import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidSet } from '../src/guid-set.ts'

describe('guidSet', () => {
  it('says of each GUID whether it was there, as a set of texts does, also as it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 300 }), fc.array(fc.nat(299)), (guids, again) => {
        const seen = guidSet()
        const known = new Set<string>()
        for (const guid of [...guids, ...again.flatMap(i => guids[i] ?? [])]) {
          expect(seen.add(guid)).toBe(known.has(guid))
          known.add(guid)
        }
      }),
      { numRuns: 100, seed: 20_240_312 },
    )
  })

  it('tells GUIDs apart that differ in one digit, whichever it is', () => {
    const zero = '00000000-0000-0000-0000-000000000000'
    const others = Array.from(
      zero,
      (digit, i) => `${zero.slice(0, i)}${digit === '-' ? '-' : 'f'}${zero.slice(i + 1)}`,
    )
    const seen = guidSet()
    expect(seen.add(zero)).toBe(false)
    expect(others.filter(each => each !== zero).map(each => seen.add(each))).toEqual(Array(32).fill(false))
    expect(seen.add(zero)).toBe(true)
  })
})
