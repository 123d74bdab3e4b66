import {
  type CodeCountUnit,
  type CountHeading,
  type Crosstab,
  type Label,
  notesBelow,
  type Study,
  sourceKindLabels,
  sourceKinds,
} from '@codeerbank/core'
import { countCells } from './count-cells.ts'
import { groupsOfUnit } from './count-units.ts'
import { type StudyIndex, studyIndex } from './study-index.ts'
import { waitingNote } from './waiting-note.ts'

export const crosstabColumns = ['cases', 'sources', 'kinds', 'coders'] as const

export type CrosstabColumns = (typeof crosstabColumns)[number]

export interface CrosstabOptions {
  readonly columns: CrosstabColumns
  /** What is counted. */
  readonly unit: CodeCountUnit
  /** Whether a code counts what lies below it too (default), each unit once; otherwise its own codings alone. */
  readonly rollUp?: boolean
}

interface Dimension {
  readonly headings: readonly CountHeading[]
  readonly of: Int32Array
  readonly label: Label
}

/**
 * Counts codings, segments, sources or speakers by code and by case, source, kind of source or coder. All codes are
 * rows, also those that were never used, from the top of the codebook down; only a retired code is left out, where it
 * counts nothing and nothing in use lies below it.
 *
 * @param study the study
 * @param options the columns, the unit counted, and whether codes count what lies below them
 * @returns counts, and totals of distinct units: a total is smaller than the sum of its cells where a unit stands in
 *   several of them
 * @throws RangeError for columns or a unit that do not exist
 */
export function crosstab(study: Study, options: CrosstabOptions): Crosstab {
  const { unit, rollUp = true } = options
  const index = studyIndex(study)
  const dimension = dimensionOf(study, index, options.columns)
  const width = dimension.headings.length
  const counts = countCells(index, dimension.of, width, groupsOfUnit(index, unit), rollUp)
  const rows = shownCodes(study, index, counts.rows)
  return {
    id: `codes-by-${options.columns}`,
    title: {
      nl: `Codes per ${dimension.label.nl}`,
      en: `Codes by ${dimension.label.en}`,
    },
    unit,
    rows: rows.map(code => {
      const { id, label } = study.codes[code]!
      return { id, label, depth: index.codes.depth[code]! }
    }),
    columns: dimension.headings,
    counts: rows.map(code => [...counts.cells.subarray(code * width, (code + 1) * width)]),
    rowTotals: rows.map(code => counts.rows[code]!),
    columnTotals: Array.from(counts.columns),
    total: counts.total,
    ...notesBelow(waitingNote(study, { stands: coding => dimension.of[coding]! >= 0 })),
  }
}

function shownCodes(study: Study, index: StudyIndex, totals: Int32Array): readonly number[] {
  const { order, parent } = index.codes
  const shown = new Uint8Array(order.length)
  for (let i = order.length - 1; i >= 0; i--) {
    const code = order[i]!
    if (study.codes[code]!.retired !== true || totals[code]! > 0) shown[code] = 1
    const up = parent[code]!
    if (shown[code] === 1 && up >= 0) shown[up] = 1
  }
  return Array.from(order).filter(code => shown[code] === 1)
}

function dimensionOf(study: Study, index: StudyIndex, columns: CrosstabColumns): Dimension {
  switch (columns) {
    case 'cases':
      return { headings: study.cases, of: index.codingCase, label: { nl: 'casus', en: 'case' } }
    case 'sources':
      return {
        headings: study.sources.map(({ id, title }) => ({ id, label: { nl: title, en: title } })),
        of: index.codingSource,
        label: { nl: 'bron', en: 'source' },
      }
    case 'kinds':
      return {
        headings: sourceKinds.map(kind => ({ id: kind, label: sourceKindLabels[kind] })),
        of: index.codingKind,
        label: { nl: 'soort bron', en: 'kind of source' },
      }
    case 'coders':
      return {
        headings: study.coders.map(({ id, label }) => ({ id, label: { nl: label, en: label } })),
        of: index.codingCoder,
        label: { nl: 'codeur', en: 'coder' },
      }
    default:
      throw new RangeError(
        `A crosstab has no columns "${String(columns)}": choose ${crosstabColumns.join(', ')}.`,
      )
  }
}
