import {
  type Agreement,
  chanceCorrected,
  type Rating,
  type ReliabilityTable,
  undefinedAgreement,
} from './reliability-table.ts'

/** How two categories weigh as agreement: 1 for full, 0 for none. */
export type AgreementWeights = 'identity' | 'linear' | 'quadratic' | ((a: Rating, b: Rating) => number)

/** The two coders' ratings of the units that both rated, as a table of categories by categories. */
interface PairTable {
  readonly categories: readonly Rating[]
  readonly cells: Float64Array
  readonly units: number
}

function pairTable(table: ReliabilityTable): PairTable {
  const [first, second, ...more] = table
  if (first === undefined || second === undefined || more.length > 0)
    throw new RangeError(
      `This coefficient is for two coders, not ${table.length}. Use Fleiss' kappa or Krippendorff's alpha.`,
    )
  if (first.length !== second.length)
    throw new RangeError('Both coders need a rating or null for every unit.')
  const both = first.flatMap((a, unit): [Rating, Rating][] => {
    const b = second[unit]
    return a === null || b === null || b === undefined ? [] : [[a, b]]
  })
  const categories = [...new Set(both.flat())].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  )
  const number = new Map(categories.map((category, i) => [category, i]))
  const cells = new Float64Array(categories.length ** 2)
  for (const [a, b] of both) cells[number.get(a)! * categories.length + number.get(b)!]!++
  return { categories, cells, units: both.length }
}

function weigher(categories: readonly Rating[], weights: AgreementWeights): (i: number, j: number) => number {
  if (weights === 'identity') return (i, j) => (i === j ? 1 : 0)
  if (typeof weights === 'function') return (i, j) => weights(categories[i]!, categories[j]!)
  const numbers = categories.map(category => {
    if (typeof category !== 'number')
      throw new RangeError(`Weights "${weights}" need numbers, not "${category}".`)
    return category
  })
  const range = Math.max(...numbers) - Math.min(...numbers)
  const power = weights === 'linear' ? 1 : 2
  return (i, j) => (range === 0 ? 1 : 1 - (Math.abs(numbers[i]! - numbers[j]!) / range) ** power)
}

function corrected(
  table: ReliabilityTable,
  weights: AgreementWeights,
  expectedBy: 'own' | 'shared',
): Agreement {
  const { categories, cells, units } = pairTable(table)
  const coders = table.filter(coder => coder.some(rating => rating !== null)).length
  if (coders < 2) return undefinedAgreement(coders, 0, 'fewer than two coders')
  if (units === 0) return undefinedAgreement(2, 0, 'no unit rated by two coders')
  const size = categories.length
  const weight = weigher(categories, weights)
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  let observed = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const cell = cells[i * size + j]! / units
      rows[i]! += cell
      columns[j]! += cell
      observed += cell * weight(i, j)
    }
  let expected = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      expected +=
        weight(i, j) *
        (expectedBy === 'own'
          ? rows[i]! * columns[j]!
          : ((rows[i]! + columns[i]!) * (rows[j]! + columns[j]!)) / 4)
  return chanceCorrected(observed, expected, 2, units)
}

/**
 * Cohen's kappa for two coders, weighted where weights are given: (po - pe) / (1 - pe), where pe multiplies each
 * coder's own distribution over the categories.
 *
 * Source: J. Cohen (1960), A coefficient of agreement for nominal scales; (1968), Weighted kappa.
 *
 * @param table two coders by units; units that only one rated are left out
 * @param weights `linear` and `quadratic` weigh by the distance of numbers over their range
 * @throws RangeError for any other number of coders
 */
export function cohenKappa(table: ReliabilityTable, weights: AgreementWeights = 'identity'): Agreement {
  return corrected(table, weights, 'own')
}

/**
 * Scott's pi for two coders: as kappa, with both coders' ratings taken together as the one distribution.
 *
 * Source: W. Scott (1955), Reliability of content analysis: the case of nominal scale coding.
 *
 * @throws RangeError for any other number of coders
 */
export function scottPi(table: ReliabilityTable): Agreement {
  return corrected(table, 'identity', 'shared')
}
