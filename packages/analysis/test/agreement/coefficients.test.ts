import { describe, expect, it } from 'vitest'
import {
  cohenKappa,
  fleissKappa,
  gwetAc1,
  holsti,
  krippendorffAlpha,
  percentAgreement,
  scottPi,
} from '../../src/index.ts'
import { fleiss1971, fromCounts, krippendorff2011, twoCoders } from './published-cases.ts'

/** What a published value with three decimals says. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(3)))

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)(
    'is, for the 4 coders and 12 units of Krippendorff (2011), of the metric %s: %d',
    (metric, value) => {
      expect(rounded(krippendorffAlpha(krippendorff2011, metric).value)).toBe(value)
    },
  )
})

describe('the two observers of Krippendorff (2011)', () => {
  it('have an alpha of .095 for ten binary units, section A', () => {
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    expect(rounded(krippendorffAlpha([meg, owen]).value)).toBe(0.095)
  })

  it('have an alpha of .692 for twelve nominal units, section B', () => {
    const ben = ['a', 'a', 'b', 'b', 'd', 'c', 'c', 'c', 'e', 'd', 'd', 'a']
    const gerry = ['b', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'e', 'd', 'd', 'd']
    expect(rounded(krippendorffAlpha([ben, gerry]).value)).toBe(0.692)
  })
})

describe("Cohen's kappa", () => {
  it('is .492 for the 200 units of Cohen (1960), table 2', () => {
    const table = twoCoders(
      ['1', '2', '3'],
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
    )
    expect(rounded(cohenKappa(table).value)).toBe(0.492)
  })
})

describe("Fleiss' kappa", () => {
  it('is .430 for the 30 patients and 6 psychiatrists of Fleiss (1971)', () => {
    expect(fleiss1971.map(counts => counts.reduce((a, b) => a + b, 0))).toEqual(fleiss1971.map(() => 6))
    expect(rounded(fleissKappa(fromCounts(fleiss1971)).value)).toBe(0.43)
  })
})

describe('the hundred dialogue acts of Artstein and Poesio (2008), section 2.4', () => {
  // A row for each label of one coder, a column for each label of the other.
  const table = twoCoders(
    ['statement', 'request'],
    [
      [20, 20],
      [10, 50],
    ],
  )
  it('have an observed agreement of .70', () => {
    expect(percentAgreement(table).value).toBeCloseTo(0.7, 12)
    expect(holsti(table).value).toBeCloseTo(0.7, 12)
  })
  it('have a pi of .341 and a kappa of .348, to three decimals', () => {
    expect(rounded(scottPi(table).value)).toBe(0.341)
    expect(rounded(cohenKappa(table).value)).toBe(0.348)
  })
})

describe("Gwet's AC1", () => {
  it('is .88 where kappa is near nothing for the skewed table of 118, 5, 2 and 0', () => {
    const table = twoCoders(
      ['+', '-'],
      [
        [118, 5],
        [2, 0],
      ],
    )
    const pe = 2 * (243 / 250) * (7 / 250)
    expect(gwetAc1(table).value).toBeCloseTo((118 / 125 - pe) / (1 - pe), 12)
    expect(cohenKappa(table).value).toBeCloseTo(-0.0234, 4)
  })
})

describe('what cannot be told', () => {
  const cases = [
    ['one coder', [['a', 'b']], 'fewer than two coders'],
    [
      'two coders without a unit in common',
      [
        ['a', null],
        [null, 'b'],
      ],
      'no unit rated by two coders',
    ],
    [
      'a single category throughout',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'no variation',
    ],
    ['no units at all', [[], []], 'fewer than two coders'],
  ] as const
  it.each(cases)('is undefined, with the reason, for %s', (_, table, reason) => {
    expect(krippendorffAlpha(table)).toMatchObject({ value: null, reason })
    expect(fleissKappa(table)).toMatchObject({ value: null, reason })
    expect(gwetAc1(table)).toMatchObject({ value: null, reason })
  })
})
