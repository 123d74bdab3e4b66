import {
  type Agreement,
  countRatings,
  notComparable,
  type ReliabilityTable,
  undefinedAgreement,
} from './reliability-table.ts'

/**
 * The share of pairs of ratings of one unit that are the same, averaged over the units that two coders or more rated;
 * for two coders the plain share of units on which they agree. No chance is taken off.
 */
export function percentAgreement(table: ReliabilityTable): Agreement {
  const counts = countRatings(table)
  const { coders, pairable } = counts
  const reason = notComparable(counts)
  if (reason !== undefined) return undefinedAgreement(coders, pairable.length, reason)
  let sum = 0
  for (const { total, counts: of } of pairable) {
    let same = 0
    for (const count of of.values()) same += count * (count - 1)
    sum += same / (total * (total - 1))
  }
  return { value: sum / pairable.length, coders, units: pairable.length }
}

/**
 * Holsti's coefficient of reliability for two coders: 2m / (n1 + n2), where m counts the units on which they agree
 * and n1, n2 the ratings that each made. A unit that only one of them rated counts as disagreement.
 *
 * Source: O. Holsti (1969), Content analysis for the social sciences and humanities, p. 140.
 *
 * @throws RangeError for any other number of coders
 */
export function holsti(table: ReliabilityTable): Agreement {
  const [first, second, ...more] = table
  if (first === undefined || second === undefined || more.length > 0 || first.length !== second.length)
    throw new RangeError("Holsti's coefficient is for two coders with a rating or null for every unit.")
  let made = 0
  let same = 0
  let units = 0
  first.forEach((a, unit) => {
    const b = second[unit] ?? null
    if (a !== null) made++
    if (b !== null) made++
    if (a === null || b === null) return
    units++
    if (a === b) same++
  })
  const coders = [first, second].filter(coder => coder.some(rating => rating !== null)).length
  if (coders < 2) return undefinedAgreement(coders, units, 'fewer than two coders')
  return { value: (2 * same) / made, coders, units }
}
