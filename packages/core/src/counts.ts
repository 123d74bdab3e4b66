import { type Label, type Language, labelText } from './label.ts'

/** What a number counts. A count never goes without its unit. */
export const countUnits = ['codings', 'segments', 'sources', 'speakers', 'activities'] as const

export type CountUnit = (typeof countUnits)[number]

export const countUnitLabels: Readonly<Record<CountUnit, Label>> = {
  codings: { nl: 'coderingen', en: 'codings' },
  segments: { nl: 'fragmenten', en: 'segments' },
  sources: { nl: 'bronnen', en: 'sources' },
  speakers: { nl: 'sprekers', en: 'speakers' },
  activities: { nl: 'activiteiten', en: 'activities' },
}

const oneOfUnit: Readonly<Record<CountUnit, Label>> = {
  codings: { nl: 'codering', en: 'coding' },
  segments: { nl: 'fragment', en: 'segment' },
  sources: { nl: 'bron', en: 'source' },
  speakers: { nl: 'spreker', en: 'speaker' },
  activities: { nl: 'activiteit', en: 'activity' },
}

/** A count with its unit, in the singular where it is one: `1 segment`, `0 segments`. */
export function countText(count: number, unit: CountUnit, language: Language): string {
  return `${count} ${labelText((count === 1 ? oneOfUnit : countUnitLabels)[unit], language)}`
}

/** A row or column of a crosstab; `depth` is how deep a code lies under the top (0). */
export interface CountHeading {
  readonly id: string
  readonly label: Label
  readonly depth?: number
}

/**
 * Counts of one unit by two dimensions. Totals count the unit over the whole row, column or table: they are not sums
 * where one unit can stand in several cells.
 */
export interface Crosstab {
  readonly id: string
  readonly title: Label
  readonly unit: CountUnit
  readonly rows: readonly CountHeading[]
  readonly columns: readonly CountHeading[]
  /** A list per row, as long as `columns`. */
  readonly counts: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
  /** What else is said below it. */
  readonly note?: Label
  /** What the rows are, where they are no codes: the head of their column. */
  readonly rowLabel?: Label
  /** What the totals are, where a reader would take them for sums. */
  readonly totalLabel?: Label
}

/** How often a code was used: with its own codings alone, and with those of all codes below it. */
export interface CodeFrequency {
  readonly code: string
  readonly own: Readonly<Record<CodeCountUnit, number>>
  readonly rolledUp: Readonly<Record<CodeCountUnit, number>>
}

export type CodeCountUnit = Exclude<CountUnit, 'activities'>
