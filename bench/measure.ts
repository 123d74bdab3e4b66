import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
export const collectGarbage = runInNewContext('gc') as () => void

export interface Measured {
  readonly operation: string
  /** Milliseconds, median. */
  readonly time: number
  readonly floor: number
  /** How often each was timed. */
  readonly n: number
}

/**
 * Times an operation and its floor in turn, on a heap without garbage, after two rounds that do not count.
 *
 * @param rounds how often each is timed, an odd number
 * @param clean whether garbage goes before every call, for what is made once and kept: making it again and again
 *   would be charged with removing the one before
 */
export function measure(
  operation: string,
  rounds: number,
  run: () => unknown,
  floor: () => unknown,
  clean = false,
): Measured {
  const times: number[] = []
  const floors: number[] = []
  collectGarbage()
  for (let round = 0; round < rounds + 2; round++) {
    const time = millisecondsOf(run, clean)
    const least = millisecondsOf(floor, clean)
    if (round > 1) {
      times.push(time)
      floors.push(least)
    }
  }
  return { operation, time: median(times), floor: median(floors), n: rounds }
}

function millisecondsOf(run: () => unknown, clean: boolean): number {
  if (clean) collectGarbage()
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The middle of an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
