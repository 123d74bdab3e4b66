import { labelText, type Study, type Table, type TableValue } from '@codeerbank/core'

/** The cases and their variables, a row a case: what the cases of a comparative study are. */
export function casesTable(study: Study): Table {
  const variables = study.variables.filter(variable => variable.on === 'case')
  return {
    id: 'cases',
    title: { nl: 'De casussen', en: 'The cases' },
    columns: [
      { id: 'case', label: { nl: 'Casus', en: 'Case' }, type: 'text' },
      ...variables.map(({ id, label, type }) => ({
        id,
        label,
        type: type === 'number' ? ('number' as const) : ('text' as const),
      })),
    ],
    rows: study.cases.map(({ id, label, values }) => [
      labelText(label, study.language) || id,
      ...variables.map((variable): TableValue => {
        const value = Object.hasOwn(values, variable.id) ? (values[variable.id] ?? null) : null
        return typeof value === 'boolean' ? String(value) : value
      }),
    ]),
  }
}
