import {
  type Agreement,
  countRatings,
  notComparable,
  type Rating,
  type RatingCounts,
  type ReliabilityTable,
  undefinedAgreement,
} from './reliability-table.ts'

/** The levels of measurement that alpha knows a difference for. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha: 1 minus observed over expected disagreement, for any number of coders, missing ratings, and
 * any level of measurement.
 *
 * alpha = 1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k * d_ck), over all pairs of categories c < k, where o_ck counts
 * pairs of ratings within units (each weighted by 1 / (ratings of the unit - 1)), n_c the pairable ratings of c, and
 * d_ck the squared difference of the metric.
 *
 * Source: K. Krippendorff (2011), Computing Krippendorff's alpha-reliability; and Content Analysis, 4th ed. (2019), ch. 12.
 *
 * @param table coders by units, `null` for missing
 * @param metric numbers are needed for all metrics but `nominal`; for `ratio` they may not be negative
 * @throws RangeError for ratings that the metric cannot be taken of
 */
export function krippendorffAlpha(table: ReliabilityTable, metric: AlphaMetric = 'nominal'): Agreement {
  const counts = countRatings(table)
  if (metric === 'nominal') return alphaOf(counts, () => 1)
  const values = counts.categories.map(category => numberOf(category, metric))
  if (metric === 'interval') return alphaOf(counts, (c, k) => (values[c]! - values[k]!) ** 2)
  if (metric === 'ratio')
    return alphaOf(counts, (c, k) => ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2)
  return alphaOf(counts, ordinalDifference(values, marginals(counts)))
}

/**
 * Krippendorff's alpha with a difference of one's own, for ratings of any kind: `masiDistance` for sets of codes, say.
 *
 * @param distance symmetric, 0 for the same; used as it is (not squared)
 * @param keyOf what makes two ratings the same
 */
export function krippendorffAlphaBy<T>(
  table: ReliabilityTable<T>,
  distance: (a: T, b: T) => number,
  keyOf: (rating: T) => unknown,
): Agreement {
  const counts = countRatings(table, keyOf)
  return alphaOf(counts, (c, k) => distance(counts.categories[c]!, counts.categories[k]!))
}

function numberOf(rating: Rating, metric: AlphaMetric): number {
  if (typeof rating !== 'number')
    throw new RangeError(`Alpha of the metric "${metric}" needs numbers, not "${rating}".`)
  if (metric === 'ratio' && rating < 0)
    throw new RangeError('Alpha of the metric "ratio" needs numbers from 0 up.')
  return rating
}

/** How often each category stands in units with two ratings or more. */
function marginals(counts: RatingCounts<unknown>): Float64Array {
  const sums = new Float64Array(counts.categories.length)
  for (const unit of counts.pairable) for (const [category, count] of unit.counts) sums[category]! += count
  return sums
}

/** The ordinal difference counts the ratings that lie between two ranks, and half of each rank itself. */
function ordinalDifference(values: readonly number[], sums: Float64Array): (c: number, k: number) => number {
  const ranked = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const middle = new Float64Array(values.length)
  let below = 0
  for (const category of ranked) {
    middle[category] = below + sums[category]! / 2
    below += sums[category]!
  }
  return (c, k) => (middle[c]! - middle[k]!) ** 2
}

function alphaOf(counts: RatingCounts<unknown>, difference: (c: number, k: number) => number): Agreement {
  const { coders, pairable } = counts
  const reason = notComparable(counts)
  if (reason !== undefined) return undefinedAgreement(coders, pairable.length, reason)
  let within = 0
  for (const { total, counts: of } of pairable) {
    const present = [...of]
    for (let i = 0; i < present.length; i++)
      for (let j = i + 1; j < present.length; j++) {
        const [c, inC] = present[i]!
        const [k, inK] = present[j]!
        within += (2 * inC * inK * difference(c, k)) / (total - 1)
      }
  }
  const sums = marginals(counts)
  const n = sums.reduce((a, b) => a + b, 0)
  let across = 0
  for (let c = 0; c < sums.length; c++)
    for (let k = c + 1; k < sums.length; k++)
      if (sums[c]! > 0 && sums[k]! > 0) across += 2 * sums[c]! * sums[k]! * difference(c, k)
  const observed = within / n
  const expected = across / (n * (n - 1))
  if (expected === 0) return undefinedAgreement(coders, pairable.length, 'no variation')
  return { value: 1 - observed / expected, coders, units: pairable.length, observed, expected }
}
