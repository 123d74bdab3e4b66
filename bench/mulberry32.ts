/** The numbers that a generator draws. */
export interface Draw {
  /** A whole number from 0 up to `below`. */
  below(below: number): number
  /** A whole number from 0 up to `below`, small ones far more often than large ones. */
  skewed(below: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
}

/**
 * The pseudo-random generator mulberry32 (Tommy Ettinger): the same seed gives the same numbers, on every machine.
 *
 * @param seed a 32-bit integer
 * @returns a function that gives numbers from 0 up to 1
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws from mulberry32. */
export function drawFrom(seed: number): Draw {
  const next = mulberry32(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    skewed: limit => Math.floor(next() * next() * limit),
    chance: probability => next() < probability,
    pick: items => items[below(items.length)]!,
  }
}
