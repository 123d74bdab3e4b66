/**
 * Answers for the largest or smallest of any stretch of a list, in constant time after n log n to prepare (a sparse
 * table).
 *
 * @param choose `Math.max` or `Math.min`
 * @returns a function of a half-open stretch; `undefined` for an empty one
 */
export function rangeExtreme(
  values: readonly number[],
  choose: (a: number, b: number) => number,
): (from: number, to: number) => number | undefined {
  const levels: Float64Array[] = [Float64Array.from(values)]
  for (let width = 1; width * 2 <= values.length; width *= 2) {
    const below = levels[levels.length - 1]!
    levels.push(
      Float64Array.from({ length: values.length - width * 2 + 1 }, (_, i) =>
        choose(below[i]!, below[i + width]!),
      ),
    )
  }
  return (from, to) => {
    if (from >= to) return undefined
    const level = 31 - Math.clz32(to - from)
    const row = levels[level]!
    return choose(row[from]!, row[to - 2 ** level]!)
  }
}
