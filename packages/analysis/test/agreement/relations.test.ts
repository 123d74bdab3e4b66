import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Agreement,
  cohenKappa,
  fleissKappa,
  gwetAc1,
  gwetAc2,
  holsti,
  krippendorffAlpha,
  krippendorffAlphaBy,
  percentAgreement,
  scottPi,
} from '../../src/index.ts'
import { krippendorff2011 } from './published-cases.ts'

const rating = fc.constantFrom(1, 2, 3, 4)
/** Two coders who rated the same units, all of them. */
const complete = fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 30 }).map(turned)
/** Four coders, with ratings missing here and there. */
const gappy = fc
  .array(fc.array(fc.option(rating, { nil: null, freq: 3 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 20,
  })
  .map(turned)

/** Units by coders as coders by units. */
function turned<T>(units: readonly (readonly T[])[]): T[][] {
  return units[0]!.map((_, coder) => units.map(unit => unit[coder]!))
}

/** Holds two coefficients to have the same value, or none for the same reason. */
function expectSame(a: Agreement, b: Agreement): void {
  expect(a.reason).toBe(b.reason)
  if (a.value === null) expect(b.value).toBeNull()
  else expect(b.value).toBeCloseTo(a.value, 10)
}

describe('the 4 coders and 12 units of Krippendorff (2011), as the package irrCAC of Gwet works them out', () => {
  it('have a percent agreement of .818 and an AC1 of .775', () => {
    expect(percentAgreement(krippendorff2011).value).toBeCloseTo(0.81818, 5)
    expect(gwetAc1(krippendorff2011).value).toBeCloseTo(0.77544, 5)
  })
})

describe('coefficients by hand', () => {
  const table = [
    [1, 2, 3, 3],
    [1, 3, 3, 2],
  ]

  it("weigh kappa's disagreement by distance, or by its square", () => {
    // Distances 0, 1, 0, 1 over a range of 2: po = 1 - (1/2 * 2)/4 = 3/4 linear, 1 - (1/4 * 2)/4 = 7/8 quadratic.
    expect(cohenKappa(table, 'linear').observed).toBeCloseTo(3 / 4, 12)
    expect(cohenKappa(table, 'quadratic').observed).toBeCloseTo(7 / 8, 12)
    // Both coders: 1/4, 1/4, 1/2. pe = 1 - 2 * (1/16 * 1/2 + 1/8 * 1 + 1/8 * 1/2) = 9/16, and
    // 1 - 2 * (1/16 * 1/4 + 1/8 * 1 + 1/8 * 1/4) = 21/32.
    expect(cohenKappa(table, 'linear').value).toBeCloseTo((3 / 4 - 9 / 16) / (7 / 16), 12)
    expect(cohenKappa(table, 'quadratic').value).toBeCloseTo((7 / 8 - 21 / 32) / (11 / 32), 12)
  })

  it('take weights of one’s own', () => {
    const near = (a: unknown, b: unknown) => (Math.abs(Number(a) - Number(b)) <= 1 ? 1 : 0)
    expect(cohenKappa(table, near)).toMatchObject({ observed: 1, value: 1 })
    expect(gwetAc2(table, near)).toMatchObject({ observed: 1, value: 1 })
  })

  it('count for AC1 the categories that no one chose', () => {
    const rare = [
      ['a', 'a', 'b'],
      ['a', 'a', 'a'],
    ]
    // po = 2/3; shares 5/6 and 1/6, so that pe = 2 * 5/36 / (q - 1): 10/36 for two categories, 5/36 for three.
    expect(gwetAc1(rare).value).toBeCloseTo((2 / 3 - 10 / 36) / (26 / 36), 12)
    expect(gwetAc1(rare, ['a', 'b', 'c']).value).toBeCloseTo((2 / 3 - 5 / 36) / (31 / 36), 12)
  })

  it('count for Holsti what only one coder rated as disagreement, and leave it out of percent agreement', () => {
    const halves = [
      ['a', 'b', 'a', null],
      ['a', 'a', null, null],
    ]
    expect(holsti(halves)).toEqual({ value: 2 / 5, coders: 2, units: 2 })
    expect(percentAgreement(halves)).toEqual({ value: 1 / 2, coders: 2, units: 2 })
  })

  it('average percent agreement over the pairs of a unit', () => {
    expect(percentAgreement([['a'], ['a'], ['b']]).value).toBeCloseTo(1 / 3, 12)
  })
})

describe('coefficients of any table', () => {
  it("make Fleiss' kappa of two coders Scott's pi", () => {
    fc.assert(fc.property(complete, table => expectSame(fleissKappa(table), scottPi(table))))
  })

  it('make alpha of two coders pi, and a share of what is left: (1 - pi) / 2n', () => {
    fc.assert(
      fc.property(complete, table => {
        const pi = scottPi(table).value
        const alpha = krippendorffAlpha(table).value
        if (pi === null) expect(alpha).toBeNull()
        else expect(alpha).toBeCloseTo(pi + (1 - pi) / (2 * table[0]!.length), 10)
      }),
    )
  })

  it('make AC2 without partial agreement AC1', () => {
    fc.assert(fc.property(gappy, table => expectSame(gwetAc2(table, 'identity'), gwetAc1(table))))
  })

  it('make alpha by a distance of 0 and 1 the nominal one, by the squared difference that of intervals', () => {
    const itself = (value: number) => value
    fc.assert(
      fc.property(gappy, table => {
        expectSame(
          krippendorffAlphaBy(table, (a, b) => (a === b ? 0 : 1), itself),
          krippendorffAlpha(table),
        )
        expectSame(
          krippendorffAlphaBy(table, (a, b) => (a - b) ** 2, itself),
          krippendorffAlpha(table, 'interval'),
        )
      }),
    )
  })

  it('do not depend on the order of coders and units', () => {
    fc.assert(
      fc.property(gappy, table => {
        const other = table.toReversed().map(coder => coder.toReversed())
        for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
          expectSame(krippendorffAlpha(other, metric), krippendorffAlpha(table, metric))
        for (const coefficient of [percentAgreement, fleissKappa, gwetAc1])
          expectSame(coefficient(other), coefficient(table))
      }),
    )
  })

  it('are 1 where all agree on more than one category, and never more', () => {
    fc.assert(
      fc.property(fc.array(rating, { minLength: 2, maxLength: 20 }), ratings => {
        fc.pre(new Set(ratings).size > 1)
        const table = [ratings, ratings]
        for (const coefficient of [percentAgreement, holsti, scottPi, cohenKappa, fleissKappa, gwetAc1])
          expect(coefficient(table).value).toBeCloseTo(1, 10)
        expect(krippendorffAlpha(table, 'ordinal').value).toBe(1)
      }),
    )
    fc.assert(
      fc.property(gappy, table => {
        for (const coefficient of [percentAgreement, fleissKappa, gwetAc1, krippendorffAlpha])
          expect(coefficient(table).value ?? 1).toBeLessThanOrEqual(1 + 1e-10)
      }),
    )
  })
})

describe('a wrong table is refused:', () => {
  const uneven = [['a', 'b'], ['a']]
  it.each([
    ['lists of different length, by alpha', () => krippendorffAlpha(uneven)],
    ['lists of different length, by percent agreement', () => percentAgreement(uneven)],
    ['lists of different length, by kappa', () => cohenKappa(uneven)],
    ['lists of different length, by Holsti', () => holsti(uneven)],
    ['lists of different length, by AC1', () => gwetAc1(uneven)],
    ['three coders, by kappa', () => cohenKappa([['a'], ['a'], ['a']])],
    ['three coders, by pi', () => scottPi([['a'], ['a'], ['a']])],
    ['three coders, by Holsti', () => holsti([['a'], ['a'], ['a']])],
    ['words, by ordinal alpha', () => krippendorffAlpha([['a'], ['b']], 'ordinal')],
    ['words, by linear kappa', () => cohenKappa([['a'], ['b']], 'linear')],
    ['words, by quadratic AC2', () => gwetAc2([['a'], ['b']], 'quadratic')],
    ['negative numbers, by ratio alpha', () => krippendorffAlpha([[-1], [2]], 'ratio')],
    ['what is not a number, by interval alpha', () => krippendorffAlpha([[Number.NaN], [2]], 'interval')],
  ])('%s', (_, act) => {
    expect(act).toThrow(RangeError)
  })
})
