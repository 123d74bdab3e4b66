import type { Crosstab, Label } from '@codeerbank/core'

/** The ways in which the counts of a crosstab can be put in proportion. */
export const crosstabScales = [
  'row percent',
  'column percent',
  'total percent',
  'normalised',
  'binary',
] as const

export type CrosstabScale = (typeof crosstabScales)[number]

/** A crosstab in proportion: `null` where there is nothing to divide by. */
export interface ScaledCrosstab {
  readonly crosstab: Crosstab
  readonly scale: CrosstabScale | 'per 1,000 words'
  /** What the numbers are. */
  readonly label: Label
  /** A list per row, as long as the columns. */
  readonly values: readonly (readonly (number | null)[])[]
  /** Why cells are empty, where any is. */
  readonly empty?: Label
}

const labels: Readonly<Record<ScaledCrosstab['scale'], Label>> = {
  'row percent': { nl: 'procent van de rij', en: 'percent of the row' },
  'column percent': { nl: 'procent van de kolom', en: 'percent of the column' },
  'total percent': { nl: 'procent van het geheel', en: 'percent of the whole' },
  normalised: { nl: 'genormaliseerd naar de grootste kolom', en: 'normalised to the largest column' },
  binary: { nl: '1 waar het voorkomt', en: '1 where it occurs' },
  'per 1,000 words': { nl: 'per 1.000 woorden', en: 'per 1,000 words' },
}

/**
 * Puts the counts of a crosstab in proportion: percentages of the totals of distinct units (0 to 100); or, as ATLAS.ti
 * normalises, each column scaled so that its total is that of the largest column; or 1 and 0.
 *
 * Source: ATLAS.ti, "Code-Document Analysis", normalisation.
 *
 * @returns values; `null` where the total is nothing
 */
export function scaleCrosstab(crosstab: Crosstab, scale: CrosstabScale): ScaledCrosstab {
  const { counts, rowTotals, columnTotals, total } = crosstab
  const sums = columnTotals.map((_, k) => counts.reduce((sum, row) => sum + row[k]!, 0))
  const largest = Math.max(0, ...sums)
  const value = (count: number, row: number, k: number): number | null => {
    switch (scale) {
      case 'row percent':
        return share(count, rowTotals[row]!)
      case 'column percent':
        return share(count, columnTotals[k]!)
      case 'total percent':
        return share(count, total)
      case 'normalised':
        return sums[k] === 0 ? null : (count * largest) / sums[k]!
      case 'binary':
        return count > 0 ? 1 : 0
      default:
        throw new RangeError(
          `A crosstab has no scale "${String(scale)}": choose ${crosstabScales.join(', ')}.`,
        )
    }
  }
  return scaled(
    crosstab,
    scale,
    counts.map((row, i) => row.map((count, k) => value(count, i, k))),
  )
}

/**
 * Puts the counts of a crosstab in proportion to the words of each column.
 *
 * @param words how many words each column has, as long as the columns: see `wordsOfColumns`
 */
export function perThousandWords(crosstab: Crosstab, words: readonly number[]): ScaledCrosstab {
  if (words.length !== crosstab.columns.length)
    throw new RangeError(`There are ${crosstab.columns.length} columns, and words for ${words.length}.`)
  return scaled(
    crosstab,
    'per 1,000 words',
    crosstab.counts.map(row => row.map((count, k) => (words[k] === 0 ? null : (count * 1000) / words[k]!))),
  )
}

const reasons: Readonly<Record<ScaledCrosstab['scale'], Label>> = {
  'row percent': { nl: 'een rij die niets telt', en: 'a row that counts nothing' },
  'column percent': { nl: 'een kolom die niets telt', en: 'a column that counts nothing' },
  'total percent': { nl: 'een tabel die niets telt', en: 'a table that counts nothing' },
  normalised: { nl: 'een kolom die niets telt', en: 'a column that counts nothing' },
  binary: {},
  'per 1,000 words': { nl: 'een kolom zonder woorden', en: 'a column without words' },
}

function scaled(
  crosstab: Crosstab,
  scale: ScaledCrosstab['scale'],
  values: ScaledCrosstab['values'],
): ScaledCrosstab {
  const made = { crosstab, scale, label: labels[scale], values }
  if (!values.some(row => row.includes(null))) return made
  const { nl, en } = reasons[scale]
  return { ...made, empty: { nl: `Een lege cel staat in ${nl}.`, en: `An empty cell stands in ${en}.` } }
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : (count * 100) / of
}
