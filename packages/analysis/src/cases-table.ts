import type { Study, Table, TableValue } from '@codeerbank/core'

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
      label[study.language] ?? label.nl ?? label.en ?? id,
      ...variables.map((variable): TableValue => {
        const value = values[variable.id] ?? null
        return typeof value === 'boolean' ? String(value) : value
      }),
    ]),
  }
}
