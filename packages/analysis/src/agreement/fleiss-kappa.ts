import {
  type Agreement,
  chanceCorrected,
  countRatings,
  notComparable,
  type ReliabilityTable,
  undefinedAgreement,
} from './reliability-table.ts'

/**
 * Fleiss' kappa for any number of coders: mean agreement of pairs within units, beyond the agreement of pairs drawn from
 * all ratings together. Units with another number of ratings than most are taken with their own weight in the
 * distribution, each unit counting once in the mean, as Fleiss, Levin and Paik (2003) generalise it.
 *
 * Source: J. Fleiss (1971), Measuring nominal scale agreement among many raters.
 */
export function fleissKappa(table: ReliabilityTable): Agreement {
  const counts = countRatings(table)
  const { coders, pairable, categories } = counts
  const reason = notComparable(counts)
  if (reason !== undefined) return undefinedAgreement(coders, pairable.length, reason)
  const shares = new Float64Array(categories.length)
  let ratings = 0
  let within = 0
  for (const { total, counts: of } of pairable) {
    let same = 0
    for (const [category, count] of of) {
      shares[category]! += count
      same += count * (count - 1)
    }
    ratings += total
    within += same / (total * (total - 1))
  }
  const expected = shares.reduce((sum, count) => sum + (count / ratings) ** 2, 0)
  return chanceCorrected(within / pairable.length, expected, coders, pairable.length)
}
