import { truthTable, truthTableData } from '@codeerbank/analysis'
import { type Language, labelSchema, labelText, type Table } from '@codeerbank/core'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { readGivenText } from './read-given-file.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface TruthTableCommandOptions {
  readonly configurations?: boolean
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

const membership = z.strictObject({ value: z.number().min(0).max(1), calibration: z.string().min(1) })
const condition = z.strictObject({
  id: z.string().min(1),
  label: labelSchema,
  given: z.record(z.string(), membership).exactOptional(),
  counted: z
    .strictObject({ codes: z.array(z.string()).min(1), crossover: z.number(), full: z.number() })
    .exactOptional(),
})
const fileSchema = z.strictObject({ conditions: z.array(condition).min(1), outcome: condition })

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
  try {
    const table = truthTable(study, declared.conditions, declared.outcome)
    const shown =
      options.configurations === true ? configurations(table, language) : truthTableData(table, study)
    await printTable(shown, { format: options.format, language }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

async function readConditions(file: string): Promise<z.infer<typeof fileSchema>> {
  const text = await readGivenText(file)
  let data: unknown
  try {
    data = parse(text)
  } catch (error) {
    if (error instanceof YAMLParseError) throw new UsageError(`${file}: ${error.message}`)
    throw error
  }
  const read = fileSchema.safeParse(data)
  if (read.success) return read.data
  const faults = read.error.issues.map(issue => `${file} at ${issue.path.join('.')}: ${issue.message}`)
  throw new UsageError(faults.join('\n'))
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
