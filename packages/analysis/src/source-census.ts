import {
  type CountHeading,
  type Crosstab,
  interviewFormLabels,
  interviewForms,
  positionOf,
  type Source,
  type Study,
  sourceKindLabels,
  sourceKinds,
} from '@codeerbank/core'

/**
 * What was gathered: activities by kind of source and case. A source counts for the activities that it reports
 * (half-days, conversations); interviews are told apart by form where the study says it.
 *
 * @returns a row for every kind that there is, also where a study has none of it; unit `activities`
 */
export function sourceCensus(study: Study): Crosstab {
  const rows = censusRows()
  const position = new Map(rows.map((row, i) => [row.id, i]))
  const counts = rows.map(() => study.cases.map(() => 0))
  for (const source of study.sources) {
    const row = counts[position.get(rowOf(source))!]!
    const column = positionOf(study.cases, source.case)
    if (column !== -1) row[column]! += source.activities ?? 1
  }
  const plain = counts[position.get('interview')!]!
  const shown = rows
    .map((_, i) => i)
    .filter(i => rows[i]!.id !== 'interview' || plain.some(count => count > 0))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    id: 'census',
    title: { nl: 'Verzamelde bronnen per casus', en: 'Sources gathered per case' },
    unit: 'activities',
    rowLabel: { nl: 'Soort bron', en: 'Kind of source' },
    rows: shown.map(i => rows[i]!),
    columns: study.cases,
    counts: shown.map(i => counts[i]!),
    rowTotals: shown.map(i => sum(counts[i]!)),
    columnTotals: study.cases.map((_, k) => sum(counts.map(row => row[k]!))),
    total: sum(counts.map(sum)),
  }
}

function rowOf(source: Source): string {
  return source.kind === 'interview' && source.form !== undefined ? `interview-${source.form}` : source.kind
}

function censusRows(): readonly CountHeading[] {
  return sourceKinds.flatMap((kind): CountHeading[] => {
    const row = { id: kind, label: sourceKindLabels[kind] }
    if (kind !== 'interview') return [row]
    const forms = interviewForms.map(form => ({
      id: `interview-${form}`,
      label: {
        nl: `${sourceKindLabels.interview.nl}, ${interviewFormLabels[form].nl}`,
        en: `${sourceKindLabels.interview.en}, ${interviewFormLabels[form].en}`,
      },
    }))
    return [...forms, row]
  })
}
