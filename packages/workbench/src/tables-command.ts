import { compare } from '@codeerbank/analysis'
import { formatProblem, type Language, type Study } from '@codeerbank/core'
import {
  comparisonToCsv,
  comparisonToHtml,
  comparisonToMarkdown,
  tableToCsv,
  tableToHtml,
  tableToMarkdown,
} from '@codeerbank/export'
import { openStudyFolder } from './open-study-folder.ts'
import { studyTables, tableName } from './study-tables.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface TablesOptions {
  readonly table?: string
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

/**
 * `codeerbank tables`: prints the comparison tables of a study, or one table by its number or name.
 *
 * @returns true; faults in the data are thrown
 */
export async function tablesCommand(
  folder: string,
  options: TablesOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { study, problems } = await openStudyFolder(folder)
  const texts = await printed(study, options)
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  terminal.stdout.write(texts.join('\n'))
  return true
}

async function printed(study: Study, options: TablesOptions): Promise<readonly string[]> {
  const { table: name, format } = options
  const language = options.language ?? study.language
  const plain = studyTables(study, language).find(table => table.name === name)
  if (plain !== undefined) {
    const table = plain.make()
    if (format === 'csv') return [await tableToCsv(table, { language })]
    return [format === 'html' ? tableToHtml(table, { language }) : tableToMarkdown(table, { language })]
  }
  const frames = study.frames.filter(
    frame =>
      name === undefined || frame.id === name || String(frame.table) === name || tableName(frame) === name,
  )
  if (frames.length === 0) {
    const names = [...study.frames.map(tableName), ...studyTables(study, language).map(table => table.name)]
    throw new UsageError(
      name === undefined
        ? 'The codebook has no frames to compare by.'
        : `There is no table "${name}". There are: ${names.join(', ')}.`,
    )
  }
  const comparisons = frames.map(frame => compare(study, frame.id))
  if (format === 'csv') return [await comparisonToCsv(comparisons, { language })]
  if (format === 'markdown')
    return comparisons.map(comparison => comparisonToMarkdown(comparison, { language }))
  if (comparisons.length > 1) throw new UsageError('One HTML page holds one table: choose it with --table.')
  return comparisons.map(comparison => comparisonToHtml(comparison, { language }))
}
