import { compare } from '@codeerbank/analysis'
import { nearestName } from '@codeerbank/codebook'
import {
  type Comparison,
  formatProblem,
  type Label,
  type Language,
  labelText,
  type Study,
  type Table,
} from '@codeerbank/core'
import {
  comparisonToCsv,
  comparisonToDocx,
  comparisonToHtml,
  comparisonToLatex,
  comparisonToMarkdown,
  comparisonToXlsx,
  tablesToXlsx,
  tableToCsv,
  tableToDocx,
  tableToHtml,
  tableToMarkdown,
} from '@codeerbank/export'
import { refuseAmongSources } from './among-sources.ts'
import { openStudyFolder } from './open-study-folder.ts'
import type { FileContent } from './study-outputs.ts'
import { studyTables } from './study-tables.ts'
import { tableNames } from './table-names.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { writeNewFile } from './write-new-file.ts'

/** How tables are given; the last two as bytes, which go into a file. */
export const tableFormats = ['markdown', 'csv', 'html', 'latex', 'docx', 'xlsx'] as const

export interface TablesOptions {
  readonly table?: string
  readonly format: (typeof tableFormats)[number]
  /** The file to write, a new one; without it the tables are printed. */
  readonly out?: string
  readonly language?: Language
}

/**
 * `codeerbank tables`: prints the comparison tables of a study, or one table by its number or name, or writes them to a file.
 *
 * @returns true; faults in the data are thrown
 */
export async function tablesCommand(
  folder: string,
  options: TablesOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { format, out } = options
  if (out === undefined && (format === 'docx' || format === 'xlsx'))
    throw new UsageError(`A ${format} file is not for the screen: name a file with --out.`)
  if (out !== undefined) refuseAmongSources(folder, out)
  const { study, problems } = await openStudyFolder(folder)
  const { content, notes } = await written(study, options)
  if (out !== undefined) await writeTable(out, content)
  // A row of a CSV is data: what is said below a table stands beside it.
  if (format === 'csv') for (const note of new Set(notes)) terminal.stderr.write(`${note}\n`)
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  if (out !== undefined) terminal.stdout.write(`${out} is written.\n`)
  else if (typeof content === 'string') terminal.stdout.write(content)
  return true
}

async function writeTable(file: string, content: FileContent): Promise<void> {
  if (file.trim() === '') throw new UsageError('The name of the file is empty. Name one with --out.')
  try {
    await writeNewFile(file, content)
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`There is a file "${file}" already. Name another one with --out.`)
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`The file "${file}" cannot be written (${error.code}). Name another one with --out.`)
  }
}

interface WrittenTables {
  readonly content: FileContent
  /** What is said below the tables. */
  readonly notes: readonly string[]
}

async function written(study: Study, options: TablesOptions): Promise<WrittenTables> {
  const { table: name, format } = options
  const language = options.language ?? study.language
  const plain = studyTables(study, language).find(table => table.name === name)
  const notesOf = (made: readonly { readonly note?: Label }[]) =>
    made.flatMap(({ note }) => (note === undefined ? [] : [labelText(note, language)]))
  if (plain !== undefined) {
    const table = { ...plain.make(), id: plain.name }
    return { content: await writtenTable(table, format, language), notes: notesOf([table]) }
  }
  const tableName = tableNames(study.frames)
  const frames = study.frames.filter(
    frame =>
      name === undefined ||
      frame.id === name ||
      String(frame.table) === name ||
      tableName.get(frame.id) === name,
  )
  if (frames.length === 0) {
    const names = [...tableName.values(), ...studyTables(study, language).map(table => table.name)]
    const near = nearestName(name ?? '', [...names, ...study.frames.map(({ id }) => id)])
    throw new UsageError(
      name === undefined
        ? 'The codebook has no frames to compare by.'
        : `There is no table "${name}".${near === undefined ? '' : ` Is "${near}" meant?`} There are: ${names.join(', ')}.`,
    )
  }
  const comparisons = frames.map(frame => compare(study, frame.id))
  return { content: await writtenComparisons(comparisons, format, language), notes: notesOf(comparisons) }
}

async function writtenTable(
  table: Table,
  format: TablesOptions['format'],
  language: Language,
): Promise<FileContent> {
  switch (format) {
    case 'markdown':
      return tableToMarkdown(table, { language })
    case 'csv':
      return tableToCsv(table, { language })
    case 'html':
      return tableToHtml(table, { language })
    case 'docx':
      return tableToDocx(table, { language })
    case 'xlsx':
      return tablesToXlsx(table, { language })
    case 'latex':
      throw new UsageError('Only comparisons are written as LaTeX. Choose one, such as --table 8.')
  }
}

async function writtenComparisons(
  comparisons: readonly Comparison[],
  format: TablesOptions['format'],
  language: Language,
): Promise<FileContent> {
  switch (format) {
    case 'markdown':
      return comparisons.map(comparison => comparisonToMarkdown(comparison, { language })).join('\n')
    case 'csv':
      return comparisonToCsv(comparisons, { language })
    case 'html':
      if (comparisons.length > 1)
        throw new UsageError('One HTML page holds one table: choose it with --table.')
      return comparisons.map(comparison => comparisonToHtml(comparison, { language })).join('')
    case 'docx':
      return comparisonToDocx(comparisons, { language })
    case 'xlsx':
      return comparisonToXlsx(comparisons, { language })
    case 'latex':
      return comparisonToLatex(comparisons, { language })
  }
}
