import type { AgreementWeights } from './pairwise-agreement.ts'
import {
  type Agreement,
  chanceCorrected,
  type Rating,
  type ReliabilityTable,
  undefinedAgreement,
} from './reliability-table.ts'

/**
 * Gwet's AC1 for any number of coders and missing ratings: as kappa, with chance agreement taken as
 * 1 / (q - 1) * sum(p_k * (1 - p_k)) over the q categories, so that agreement on a rare category is not punished.
 *
 * Source: K. Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement;
 * Handbook of inter-rater reliability, 4th ed. (2014), ch. 2.
 *
 * @param categories all categories of the scale, where not all of them were used
 */
export function gwetAc1(table: ReliabilityTable, categories?: readonly Rating[]): Agreement {
  return gwetAc2(table, 'identity', categories)
}

/**
 * Gwet's AC2: AC1 with weights for partial agreement. Chance agreement is
 * T / (q * (q - 1)) * sum(p_k * (1 - p_k)), where T is the sum of all weights.
 *
 * Source: K. Gwet, Handbook of inter-rater reliability, 4th ed. (2014), ch. 3.
 *
 * @param weights `linear` and `quadratic` need numbers
 * @throws RangeError for lists of different length, or weights that the ratings do not allow
 */
export function gwetAc2(
  table: ReliabilityTable,
  weights: AgreementWeights,
  categories: readonly Rating[] = ratingsOf(table),
): Agreement {
  const scale = [...new Set([...categories, ...ratingsOf(table)])]
  const size = scale.length
  const number = new Map(scale.map((category, i) => [category, i]))
  const weight = weightMatrix(scale, weights)
  const units = table[0]?.length ?? 0
  const shares = new Float64Array(size)
  let rated = 0
  let pairable = 0
  let sum = 0
  for (let unit = 0; unit < units; unit++) {
    const counts = new Float64Array(size)
    let total = 0
    for (const coder of table) {
      if (coder.length !== units) throw new RangeError('Every coder needs a rating or null for every unit.')
      const rating = coder[unit] as Rating | null
      if (rating === null) continue
      counts[number.get(rating)!]!++
      total++
    }
    if (total === 0) continue
    rated++
    for (let k = 0; k < size; k++) shares[k]! += counts[k]! / total
    if (total < 2) continue
    pairable++
    for (let k = 0; k < size; k++) {
      if (counts[k] === 0) continue
      let agreeing = 0
      for (let l = 0; l < size; l++) agreeing += weight[k * size + l]! * counts[l]!
      sum += (counts[k]! * (agreeing - 1)) / (total * (total - 1))
    }
  }
  const coders = table.filter(coder => coder.some(rating => rating !== null)).length
  if (coders < 2) return undefinedAgreement(coders, pairable, 'fewer than two coders')
  if (pairable === 0) return undefinedAgreement(coders, pairable, 'no unit rated by two coders')
  if (size < 2) return undefinedAgreement(coders, pairable, 'no variation')
  const spread = shares.reduce((all, share) => all + (share / rated) * (1 - share / rated), 0)
  const allWeights = weight.reduce((a, b) => a + b, 0)
  return chanceCorrected(sum / pairable, (allWeights / (size * (size - 1))) * spread, coders, pairable)
}

function ratingsOf(table: ReliabilityTable): Rating[] {
  return [...new Set(table.flat())].filter(rating => rating !== null)
}

function weightMatrix(scale: readonly Rating[], weights: AgreementWeights): Float64Array {
  const size = scale.length
  const numbers = scale.map(category => (typeof category === 'number' ? category : Number.NaN))
  if ((weights === 'linear' || weights === 'quadratic') && numbers.some(Number.isNaN))
    throw new RangeError(`Weights "${weights}" need numbers.`)
  const range = Math.max(...numbers) - Math.min(...numbers)
  const of = (i: number, j: number): number => {
    if (typeof weights === 'function') return weights(scale[i]!, scale[j]!)
    if (weights === 'identity' || range === 0) return i === j ? 1 : 0
    return 1 - (Math.abs(numbers[i]! - numbers[j]!) / range) ** (weights === 'linear' ? 1 : 2)
  }
  return Float64Array.from({ length: size * size }, (_, at) => of(Math.floor(at / size), at % size))
}
