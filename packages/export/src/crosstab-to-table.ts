import { type Crosstab, countUnitLabels, type Language, labelText, type Table } from '@codeerbank/core'

const total = { nl: 'Totaal', en: 'Total' }

/**
 * Lays out a crosstab as a plain table with its totals: a row per heading under a column that names it, codes with
 * their depth in a column of its own.
 *
 * @param language the language of the rows' labels (Dutch by default)
 */
export function crosstabToTable(crosstab: Crosstab, language: Language = 'nl'): Table {
  const unit = countUnitLabels[crosstab.unit]
  const withDepth = crosstab.rows.some(row => row.depth !== undefined)
  const number = (id: string, label: Table['unit'] & {}) => ({ id, label, type: 'number' as const })
  return {
    id: crosstab.id,
    title: crosstab.title,
    unit,
    ...(crosstab.note === undefined ? {} : { note: crosstab.note }),
    columns: [
      { id: 'row', label: withDepth ? { nl: 'Code', en: 'Code' } : { nl: 'Rij', en: 'Row' }, type: 'text' },
      ...(withDepth ? [number('depth', { nl: 'Niveau', en: 'Level' })] : []),
      ...crosstab.columns.map(({ id, label }) => number(id, label)),
      number('total', total),
    ],
    rows: [
      ...crosstab.rows.map(({ label, depth }, i) => [
        labelText(label, language),
        ...(withDepth ? [(depth ?? 0) + 1] : []),
        ...crosstab.counts[i]!,
        crosstab.rowTotals[i]!,
      ]),
      [labelText(total, language), ...(withDepth ? [null] : []), ...crosstab.columnTotals, crosstab.total],
    ],
  }
}
