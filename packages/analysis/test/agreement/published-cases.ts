const _ = null

/** K. Krippendorff (2011), Computing Krippendorff's alpha-reliability: 4 observers, 12 units, missing data. */
export const krippendorff2011 = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]

/** J. Fleiss (1971), table 1: of each patient, how many of 6 psychiatrists gave each of 5 diagnoses. */
export const fleiss1971 = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
]

/** Counts of categories per unit as a reliability table; which coder gave what does not matter to the coefficient. */
export function fromCounts(units: readonly (readonly number[])[]): string[][] {
  const perUnit = units.map(counts =>
    counts.flatMap((count, category) => Array<string>(count).fill(`c${category}`)),
  )
  return perUnit[0]!.map((_, coder) => perUnit.map(ratings => ratings[coder]!))
}

/** A contingency table of two coders (rows: the first) as a reliability table. */
export function twoCoders(categories: readonly string[], cells: readonly (readonly number[])[]): string[][] {
  const first: string[] = []
  const second: string[] = []
  cells.forEach((row, i) => {
    row.forEach((count, j) => {
      for (let k = 0; k < count; k++) {
        first.push(categories[i]!)
        second.push(categories[j]!)
      }
    })
  })
  return [first, second]
}
