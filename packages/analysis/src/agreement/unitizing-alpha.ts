import { type Agreement, undefinedAgreement } from './reliability-table.ts'
import { type Coincidences, gap, type MarkedContinuum, unitCoincidences } from './unit-coincidences.ts'

/** Agreement on one value among what was marked by two coders or more, and how much of it that is. */
export interface ValueAgreement extends Agreement {
  /** The share of all text with the value, over all coders, on which another coder marked something; `null` for none. */
  readonly coverage: number | null
}

/**
 * Krippendorff's alpha of unitizing, u-alpha: agreement on where text was marked and as what, unmarked text being a
 * value of its own.
 *
 * 1 - Do / De; Do the length on which two coders say different things, De what is expected of it:
 * e_ck = l (l_c l_k - [c = k] S_c) / (l^2 - S), with l_c the length that was given the value c, l their sum, and S what would be
 * a unit paired with itself: the square of a unit's length, the length of a gap. Lengths are counted, never characters
 * one by one; units of one document never meet those of another.
 *
 * Source: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher (2016), On the reliability of unitizing textual
 * continua: further developments, Quality & Quantity 50; K. Krippendorff (2019), Content Analysis, 4th ed., 12.6.3.
 *
 * @param documents every document with the units that each coder marked
 * @throws RangeError for a unit that does not lie in its document
 */
export function unitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  const counts = unitCoincidences(documents)
  return ofLengths(counts, (a, b) => a !== b)
}

/**
 * The binary coefficient, |u-alpha: agreement on which text was marked at all, whatever as.
 *
 * Source: as `unitizingAlpha`, 12.6.4.
 */
export function binaryUnitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  return ofLengths(unitCoincidences(documents), (a, b) => (a === gap) !== (b === gap))
}

/**
 * The coding coefficient, cu-alpha: agreement on what text was marked as, where two coders marked it. A unit counts as far
 * as others marked its text.
 *
 * Source: as `unitizingAlpha`, 12.6.5.
 */
export function codingUnitizingAlpha(documents: readonly MarkedContinuum[]): Agreement {
  const { pairs, coders, pairableSquares } = unitCoincidences(documents)
  const marked = new Map([...pairs].filter(([key]) => !key.includes(gap)))
  const { sums, total } = marginsOf(marked)
  if (coders < 2) return undefinedAgreement(coders, 0, 'fewer than two coders')
  if (total === 0) return undefinedAgreement(coders, 0, 'no unit rated by two coders')
  const self = sumOf(pairableSquares.values())
  return alphaOf(marked, sums, total, self, coders, (a, b) => a !== b)
}

/**
 * Agreement on one value, (k)u-alpha, among the text that two coders marked: 1 where all marked it alike, 0 where only
 * one coder ever used it.
 *
 * Source: as `unitizingAlpha`, 12.6.6.
 */
export function valueUnitizingAlpha(documents: readonly MarkedContinuum[], value: string): ValueAgreement {
  const { pairs, lengths, coders, pairableSquares } = unitCoincidences(documents)
  const marked = new Map([...pairs].filter(([key]) => !key.includes(gap)))
  const { sums, total } = marginsOf(marked)
  const own = sums.get(value) ?? 0
  const length = lengths.get(value) ?? 0
  const coverage = length === 0 ? null : own / length
  if (coders < 2) return { ...undefinedAgreement(coders, 0, 'fewer than two coders'), coverage }
  if (own === 0) return { ...undefinedAgreement(coders, 0, 'no unit rated by two coders'), coverage }
  const different = own - (marked.get(keyOf(value, value)) ?? 0)
  const scale = total / (total * total - sumOf(pairableSquares.values()))
  const expectedOwn = scale * (own * total - (pairableSquares.get(value) ?? 0))
  const expected = scale * own * (total - own)
  if (expected === 0) return { ...undefinedAgreement(coders, own, 'no variation'), coverage }
  return { value: 1 - ((expectedOwn / own) * different) / expected, coders, units: own, coverage }
}

function ofLengths(
  { pairs, coders, unitSquares }: Coincidences,
  differ: (a: string, b: string) => boolean,
): Agreement {
  const { sums, total } = marginsOf(pairs)
  if (coders < 2) return undefinedAgreement(coders, 0, 'fewer than two coders')
  if (total === 0) return undefinedAgreement(coders, 0, 'no unit rated by two coders')
  return alphaOf(pairs, sums, total, sumOf(unitSquares.values()), coders, differ)
}

function alphaOf(
  pairs: ReadonlyMap<string, number>,
  sums: ReadonlyMap<string, number>,
  total: number,
  self: number,
  coders: number,
  differ: (a: string, b: string) => boolean,
): Agreement {
  let different = 0
  for (const [key, length] of pairs) {
    const [a, b] = partsOf(key)
    if (differ(a, b)) different += length
  }
  let expected = 0
  for (const [a, inA] of sums) for (const [b, inB] of sums) if (differ(a, b)) expected += inA * inB
  expected *= total / (total * total - self)
  if (!(expected > 0)) return undefinedAgreement(coders, total, 'no variation')
  return {
    value: 1 - different / expected,
    coders,
    units: total,
    observed: different / total,
    expected: expected / total,
  }
}

function marginsOf(pairs: ReadonlyMap<string, number>): {
  readonly sums: Map<string, number>
  readonly total: number
} {
  const sums = new Map<string, number>()
  let total = 0
  for (const [key, length] of pairs) {
    const [a] = partsOf(key)
    sums.set(a, (sums.get(a) ?? 0) + length)
    total += length
  }
  return { sums, total }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function keyOf(a: string, b: string): string {
  return `${a}\u0002${b}`
}

function partsOf(key: string): [string, string] {
  return key.split('\u0002') as [string, string]
}
