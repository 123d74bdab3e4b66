import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gap,
  type MarkedContinuum,
  type MarkedUnit,
  unitCoincidences,
} from '../../src/agreement/unit-coincidences.ts'
import {
  binaryUnitizingAlpha,
  codingUnitizingAlpha,
  unitizingAlpha,
  valueUnitizingAlpha,
} from '../../src/index.ts'

const length = 12

const unit: fc.Arbitrary<MarkedUnit> = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b'))
  .map(([start, size, value]) => ({ start, end: Math.min(length, start + size), value }))

const anyDocuments: fc.Arbitrary<readonly MarkedContinuum[]> = fc.array(
  fc
    .array(fc.option(fc.array(unit, { maxLength: 4 })), { minLength: 3, maxLength: 3 })
    .map(coders => ({ length, coders })),
  { maxLength: 3 },
)

const add = (sums: Map<string, number>, key: string, more: number) =>
  sums.set(key, (sums.get(key) ?? 0) + more)

/** What a coder says at a character: the values of the units over it, or that there is none. */
function said(units: readonly MarkedUnit[], at: number): string {
  const values = new Set(units.filter(({ start, end }) => start <= at && at < end).map(({ value }) => value))
  return values.size === 0 ? gap : [...values].sort().join('\u0001')
}

/** Counts character by character what the walk over edges counts by lengths. */
function naive(documents: readonly MarkedContinuum[]) {
  const pairs = new Map<string, number>()
  const lengths = new Map<string, number>()
  const unitSquares = new Map<string, number>()
  const pairableSquares = new Map<string, number>()
  for (const document of documents) {
    const readers = document.coders.filter(units => units !== null)
    if (readers.length < 2) continue
    const others = readers.length - 1
    for (let at = 0; at < document.length; at++)
      readers.forEach((one, i) => {
        add(lengths, said(one, at), 1)
        readers.forEach((other, j) => {
          if (i !== j) add(pairs, `${said(one, at)}\u0002${said(other, at)}`, 1 / others)
        })
      })
    for (const one of readers) {
      const edges = new Set([0, document.length, ...one.flatMap(({ start, end }) => [start, end])])
      const ordered = [...edges].sort((a, b) => a - b)
      ordered.slice(1).forEach((end, i) => {
        const start = ordered[i]!
        const value = said(one, start)
        if (value === gap) {
          add(unitSquares, gap, end - start)
          return
        }
        add(unitSquares, value, (end - start) ** 2)
        let pairable = 0
        for (let at = start; at < end; at++)
          pairable += readers.filter(other => other !== one && said(other, at) !== gap).length / others
        add(pairableSquares, value, pairable ** 2)
      })
    }
  }
  return { pairs, lengths, unitSquares, pairableSquares }
}

/** The sums that are something, to compare with others. */
const plain = (sums: ReadonlyMap<string, number>) =>
  Object.fromEntries(
    [...sums].filter(([, sum]) => sum > 1e-9).map(([key, sum]) => [key, Math.round(sum * 1e6)]),
  )

describe('the lengths on which coders coincide', () => {
  it('are those of a count character by character, for any documents', () => {
    fc.assert(
      fc.property(anyDocuments, documents => {
        const found = unitCoincidences(documents)
        const counted = naive(documents)
        for (const key of ['pairs', 'lengths', 'unitSquares', 'pairableSquares'] as const)
          expect(plain(found[key]), key).toEqual(plain(counted[key]))
      }),
      { numRuns: 300 },
    )
  })

  it('are of two coders by hand', () => {
    // kim: a from 0 to 4; lex: a from 2 to 6, b from 6 to 8; a text of 10.
    const found = unitCoincidences([
      {
        length: 10,
        coders: [
          [{ start: 0, end: 4, value: 'a' }],
          [
            { start: 2, end: 6, value: 'a' },
            { start: 6, end: 8, value: 'b' },
          ],
        ],
      },
    ])
    const key = (one: string, other: string) => `${one}\u0002${other}`
    expect(Object.fromEntries(found.pairs)).toEqual({
      [key('a', gap)]: 4,
      [key(gap, 'a')]: 4,
      [key('a', 'a')]: 4,
      [key(gap, 'b')]: 2,
      [key('b', gap)]: 2,
      [key(gap, gap)]: 4,
    })
    expect(Object.fromEntries(found.lengths)).toEqual({ a: 8, b: 2, [gap]: 10 })
    expect(Object.fromEntries(found.unitSquares)).toEqual({ a: 32, b: 4, [gap]: 10 })
    expect(Object.fromEntries(found.pairableSquares)).toEqual({ a: 8, b: 0 })
  })

  it('count no document that fewer than two read, nor its coders', () => {
    const read = [{ start: 0, end: 3, value: 'a' }]
    expect(unitCoincidences([{ length, coders: [read, null, null] }])).toMatchObject({ coders: 0 })
    expect(
      unitCoincidences([
        { length, coders: [read, null, null] },
        { length, coders: [null, read, read] },
      ]).coders,
    ).toBe(2)
  })

  it.each([
    [-1, 3],
    [3, 3],
    [5, 3],
    [0, 13],
  ])('are refused for a unit from %i to %i in a text of 12', (start, end) => {
    const coders = [[{ start, end, value: 'a' }], []]
    expect(() => unitCoincidences([{ length, coders }])).toThrow(RangeError)
  })
})

describe('agreement on the text itself, for any documents', () => {
  it('is 1 where every coder marked the same, and something was marked and something was not', () => {
    const halves = fc.array(unit, { minLength: 1, maxLength: 3 }).filter(units => {
      const covered = Array.from({ length }, (_, at) => said(units, at) !== gap)
      return covered.includes(true) && covered.includes(false)
    })
    fc.assert(
      fc.property(halves, units => {
        const documents = [{ length, coders: [units, units, null] }]
        expect(unitizingAlpha(documents).value).toBeCloseTo(1, 10)
        expect(binaryUnitizingAlpha(documents).value).toBeCloseTo(1, 10)
      }),
    )
  })

  it('never passes 1, and says why where it has no value', () => {
    fc.assert(
      fc.property(anyDocuments, documents => {
        for (const coefficient of [
          unitizingAlpha,
          binaryUnitizingAlpha,
          codingUnitizingAlpha,
          (of: readonly MarkedContinuum[]) => valueUnitizingAlpha(of, 'a'),
        ]) {
          const { value, reason } = coefficient(documents)
          expect(value === null).toBe(reason !== undefined)
          if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it('does not depend on who is called what', () => {
    const renamed = (documents: readonly MarkedContinuum[]) =>
      documents.map(each => ({
        ...each,
        coders: each.coders.map(
          units => units?.map(one => ({ ...one, value: one.value === 'a' ? 'b' : 'a' })) ?? null,
        ),
      }))
    fc.assert(
      fc.property(anyDocuments, documents => {
        for (const coefficient of [unitizingAlpha, binaryUnitizingAlpha, codingUnitizingAlpha]) {
          const [one, other] = [coefficient(documents).value, coefficient(renamed(documents)).value]
          if (one === null) expect(other).toBeNull()
          else expect(other).toBeCloseTo(one, 9)
        }
      }),
    )
  })
})
