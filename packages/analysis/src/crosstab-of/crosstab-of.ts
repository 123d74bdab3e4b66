import { type CodeCountUnit, type Crosstab, notesBelow, type Study } from '@codeerbank/core'
import { groupsOfUnit } from '../count-units.ts'
import { studyIndex } from '../study-index.ts'
import { waitingNote } from '../waiting-note.ts'
import { type DimensionName, dimensionOf } from './dimension.ts'

export interface CrosstabOfOptions {
  readonly rows: DimensionName
  readonly columns: DimensionName
  /** What is counted. */
  readonly unit: CodeCountUnit
  /** Whether a code counts what lies below it too (default). */
  readonly rollUp?: boolean
}

/**
 * Counts codings, segments, sources or speakers by any two dimensions. A unit counts once in a cell, and once in each
 * total, however many of its codings stand there; what has no place in one of the dimensions is left out.
 *
 * @param study the study
 * @returns counts with totals of distinct units
 * @throws RangeError for a dimension or unit that does not exist
 */
export function crosstabOf(study: Study, options: CrosstabOfOptions): Crosstab {
  const { unit, rollUp = true } = options
  const index = studyIndex(study)
  const rows = dimensionOf(study, index, options.rows, rollUp)
  const columns = dimensionOf(study, index, options.columns, rollUp)
  const [height, width] = [rows.headings.length, columns.headings.length]
  const groups = groupsOfUnit(index, unit)
  const cells = new Int32Array(height * width)
  const rowTotals = new Int32Array(height)
  const columnTotals = new Int32Array(width)
  const marks = {
    cells: new Int32Array(cells.length).fill(-1),
    rows: new Int32Array(height).fill(-1),
    columns: new Int32Array(width).fill(-1),
  }
  let total = 0
  const count = (target: Int32Array, marked: Int32Array, at: number, thing: number) => {
    if (marked[at] === thing) return
    marked[at] = thing
    target[at]!++
  }
  const units = groups === null ? study.codings.length : groups.starts.length - 1
  for (let thing = 0; thing < units; thing++) {
    let placed = false
    const from = groups === null ? thing : groups.starts[thing]!
    const to = groups === null ? thing + 1 : groups.starts[thing + 1]!
    for (let i = from; i < to; i++) {
      const coding = groups === null ? i : groups.items[i]!
      const inColumns = columns.of(coding)
      if (inColumns.length === 0) continue
      for (const row of rows.of(coding)) {
        placed = true
        count(rowTotals, marks.rows, row, thing)
        for (const at of inColumns) {
          count(cells, marks.cells, row * width + at, thing)
          count(columnTotals, marks.columns, at, thing)
        }
      }
    }
    if (placed) total++
  }
  return {
    id: `${nameOf(options.rows)}-by-${nameOf(options.columns)}`,
    title: {
      nl: capital(`${rows.label.nl ?? rows.label.en} per ${columns.label.nl ?? columns.label.en}`),
      en: capital(`${rows.label.en ?? rows.label.nl} by ${columns.label.en ?? columns.label.nl}`),
    },
    unit,
    rowLabel: {
      nl: capital(`${rows.label.nl ?? rows.label.en}`),
      en: capital(`${rows.label.en ?? rows.label.nl}`),
    },
    rows: rows.headings,
    columns: columns.headings,
    counts: rows.headings.map((_, row) => [...cells.subarray(row * width, (row + 1) * width)]),
    rowTotals: Array.from(rowTotals),
    columnTotals: Array.from(columnTotals),
    total,
    ...notesBelow(waitingNote(study, { stands: at => rows.of(at).length > 0 && columns.of(at).length > 0 })),
  }
}

function nameOf(name: DimensionName): string {
  if (typeof name === 'string') return name
  if ('codeSets' in name) return name.codeSets
  return 'variable' in name ? name.variable : `turns-of-${name.turnsOf}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
