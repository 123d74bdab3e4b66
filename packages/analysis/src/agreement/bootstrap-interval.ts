import type { Agreement, ReliabilityTable } from './reliability-table.ts'

/** A confidence interval of a coefficient. */
export interface AgreementInterval {
  readonly low: number | null
  readonly high: number | null
  /** From 0 to 1. */
  readonly confidence: number
  readonly samples: number
  /** Samples in which the coefficient was undefined; they are left out. */
  readonly undefinedSamples: number
  readonly seed: number
}

export interface BootstrapOptions {
  /** 1,000 by default. */
  readonly samples?: number
  /** 0.95 by default. */
  readonly confidence?: number
  /** The same seed gives the same interval; 1 by default. */
  readonly seed?: number
}

/**
 * The percentile interval of a coefficient by drawing units with replacement.
 *
 * Source: B. Efron and R. Tibshirani (1993), An Introduction to the Bootstrap, ch. 13.
 *
 * @param table coders by units
 * @param coefficient such as `krippendorffAlpha`
 * @throws RangeError for a confidence that does not lie between 0 and 1, or fewer than 1 sample
 */
export function bootstrapInterval<T>(
  table: ReliabilityTable<T>,
  coefficient: (table: ReliabilityTable<T>) => Agreement,
  { samples = 1000, confidence = 0.95, seed = 1 }: BootstrapOptions = {},
): AgreementInterval {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`The confidence ${confidence} is not between 0 and 1.`)
  if (!(samples >= 1)) throw new RangeError('A bootstrap takes one sample at least.')
  const units = table[0]?.length ?? 0
  const random = mulberry32(seed)
  const values: number[] = []
  for (let i = 0; i < samples && units > 0; i++) {
    const drawn = Uint32Array.from({ length: units }, () => Math.floor(random() * units))
    const { value } = coefficient(table.map(row => Array.from(drawn, unit => row[unit] as T | null)))
    if (value !== null) values.push(value)
  }
  values.sort((a, b) => a - b)
  const tail = (1 - confidence) / 2
  return {
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    confidence,
    samples,
    undefinedSamples: samples - values.length,
    seed,
  }
}

/** The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

/** Tommy Ettinger's mulberry32: 32 bits of state, enough to draw units. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
