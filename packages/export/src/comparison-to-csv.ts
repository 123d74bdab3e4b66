import { type Comparison, type Language, labelText, type TableValue } from '@codeerbank/core'
import { type CsvOptions, writeCsv } from './write-csv.ts'

/** The columns of a comparison as tidy data. */
export const comparisonColumns = [
  'table',
  'row',
  'case',
  'state',
  'heading',
  'statement',
  'codings',
  'segments',
  'sources',
  'speakers',
  'kinds',
] as const

/**
 * Writes comparisons as tidy CSV: a row a statement, or one for a cell that has only a state or is empty. `row` names
 * the rows of a cell that spans several, joined by ` + `; `case` is the case's id; `state` is `completed`, `current`,
 * `not reached`, or `empty:` with the reason; `kinds` of source are joined by `; `.
 *
 * @param comparisons one comparison, or several for one file
 * @param options `language` of the labels (that of the study by default), and how CSV is written
 */
export async function comparisonToCsv(
  comparisons: Comparison | readonly Comparison[],
  options: CsvOptions = {},
): Promise<string> {
  const all = 'cells' in comparisons ? [comparisons] : comparisons
  const rows = all.flatMap(each => rowsOf(each, options.language ?? each.language))
  return writeCsv(comparisonColumns, rows, options)
}

function rowsOf(comparison: Comparison, language: Language): readonly (readonly TableValue[])[] {
  const labels = new Map(comparison.rows.map(row => [row.id, labelText(row.label, language)]))
  return comparison.cells.flatMap((cell): TableValue[][] => {
    const start: TableValue[] = [
      String(comparison.table ?? comparison.frame),
      cell.rows.map(row => labels.get(row) ?? row).join(' + '),
      cell.case,
      cell.state ?? (cell.empty === undefined ? '' : `empty: ${cell.empty}`),
      cell.heading === undefined ? '' : labelText(cell.heading, language),
    ]
    if (cell.statements.length === 0) return [[...start, '', null, null, null, null, '']]
    return cell.statements.map(({ label, evidence }) => [
      ...start,
      labelText(label, language),
      evidence.codings,
      evidence.segments,
      evidence.sources,
      evidence.speakers,
      evidence.kinds.join('; '),
    ])
  })
}
