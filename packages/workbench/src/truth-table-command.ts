import { truthTable, truthTableData } from '@codeerbank/analysis'
import { type Language, labelText, type Table } from '@codeerbank/core'
import { checkConditions, readConditions } from './conditions-file.ts'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface TruthTableCommandOptions {
  readonly configurations?: boolean
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

/**
 * `codeerbank truth-table`: prints the cases by the conditions that a YAML file declares, in the form that packages for
 * qualitative comparative analysis read, or the configurations that the cases show.
 */
export async function truthTableCommand(
  folder: string,
  file: string,
  options: TruthTableCommandOptions,
  terminal: Terminal,
): Promise<boolean> {
  const declared = await readConditions(file)
  const opened = await openStudyFolder(folder)
  const language = options.language ?? opened.study.language
  const study = { ...opened.study, language }
  const { conditions, outcome } = checkConditions(declared, study)
  try {
    const table = truthTable(study, conditions, outcome)
    const shown =
      options.configurations === true ? configurations(table, language) : truthTableData(table, study)
    await printTable(shown, { format: options.format, language, study }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

function configurations(table: ReturnType<typeof truthTable>, language: Language): Table {
  const names = new Map(table.cases.map(({ id, label }) => [id, labelText(label, language)]))
  const listed = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join('\n') || null
  const column = (id: string, nl: string, en: string, type: 'text' | 'number') => ({
    id,
    label: { nl, en },
    type,
  })
  return {
    id: 'configurations',
    title: { nl: 'Waarheidstabel', en: 'Truth table' },
    columns: [
      ...table.conditions.map(({ id, label }) => ({ id, label, type: 'number' as const })),
      { id: 'outcome', label: table.outcome.label, type: 'number' },
      column('cases', 'Casussen', 'Cases', 'text'),
      column('deviant', 'Afwijkend', 'Deviant', 'text'),
      column('consistency', 'Consistentie', 'Consistency', 'number'),
    ],
    rows: table.rows.map(row => [
      ...row.configuration,
      row.outcome,
      listed(row.cases),
      listed(row.deviant),
      row.consistency === null ? null : Math.round(row.consistency * 1000) / 1000,
    ]),
  }
}
