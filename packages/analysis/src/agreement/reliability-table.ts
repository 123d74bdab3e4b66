/** What one coder gave one unit: a category or a number. */
export type Rating = string | number

/**
 * A reliability table: a list per coder, as long as there are units; `null` where a coder gave a unit nothing. The
 * canonical form of Krippendorff (2011), "Computing Krippendorff's alpha-reliability".
 */
export type ReliabilityTable<T = Rating> = readonly (readonly (T | null)[])[]

/** Why a coefficient has no value. */
export type UndefinedReason = 'fewer than two coders' | 'no unit rated by two coders' | 'no variation'

/**
 * A coefficient of agreement. `value` is `null` where it is undefined, and then `reason` says why: agreement about
 * a single category, for instance, cannot be told from a habit of always choosing it.
 */
export interface Agreement {
  readonly value: number | null
  readonly reason?: UndefinedReason
  /** How many coders gave a rating, and how many units were rated by two coders or more. */
  readonly coders: number
  readonly units: number
  /** Observed and expected agreement (or, for alpha, disagreement), where the coefficient is made of them. */
  readonly observed?: number
  readonly expected?: number
}

/** A reliability table as categories by number and, per unit, how many coders chose each. */
export interface RatingCounts<T> {
  readonly categories: readonly T[]
  readonly coders: number
  /** Units with two ratings or more: pairs of a category's number and its count. */
  readonly pairable: readonly UnitCounts[]
}

export interface UnitCounts {
  readonly total: number
  readonly counts: ReadonlyMap<number, number>
}

/**
 * Counts a reliability table.
 *
 * @param keyOf what makes two ratings the same category; the rating itself by default
 * @throws RangeError where the coders' lists differ in length, or a rating is NaN
 */
export function countRatings<T>(
  table: ReliabilityTable<T>,
  keyOf: (rating: T) => unknown = rating => rating,
): RatingCounts<T> {
  const units = table[0]?.length ?? 0
  const numbers = new Map<unknown, number>()
  const categories: T[] = []
  const pairable: UnitCounts[] = []
  for (const coder of table)
    if (coder.length !== units)
      throw new RangeError(
        `A reliability table has a rating or null of every coder for every unit: ${units}, not ${coder.length}.`,
      )
  const active = table.filter(coder => coder.some(rating => rating !== null))
  for (let unit = 0; unit < units; unit++) {
    const counts = new Map<number, number>()
    let total = 0
    for (const coder of active) {
      const rating = coder[unit] as T | null
      if (rating === null) continue
      if (typeof rating === 'number' && Number.isNaN(rating))
        throw new RangeError(`The rating of unit ${unit} is not a number. Use null for a missing rating.`)
      const key = keyOf(rating)
      let number = numbers.get(key)
      if (number === undefined) {
        number = categories.length
        numbers.set(key, number)
        categories.push(rating)
      }
      counts.set(number, (counts.get(number) ?? 0) + 1)
      total++
    }
    if (total >= 2) pairable.push({ total, counts })
  }
  return { categories, coders: active.length, pairable }
}

/** The reason why no coefficient at all can be had from some ratings, if there is one. */
export function notComparable(counts: {
  readonly coders: number
  readonly pairable: readonly unknown[]
}): UndefinedReason | undefined {
  if (counts.coders < 2) return 'fewer than two coders'
  return counts.pairable.length === 0 ? 'no unit rated by two coders' : undefined
}

/** A coefficient without a value. */
export function undefinedAgreement(coders: number, units: number, reason: UndefinedReason): Agreement {
  return { value: null, reason, coders, units }
}

/**
 * Agreement beyond what is expected, `(observed - expected) / (1 - expected)`; undefined where all agreement is expected.
 */
export function chanceCorrected(
  observed: number,
  expected: number,
  coders: number,
  units: number,
): Agreement {
  if (1 - expected <= Number.EPSILON) return undefinedAgreement(coders, units, 'no variation')
  return { value: (observed - expected) / (1 - expected), coders, units, observed, expected }
}
