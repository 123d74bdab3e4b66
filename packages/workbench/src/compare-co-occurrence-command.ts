import { formatProblem, hasErrors, type Problem, placed } from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { readCrossTable } from '@codeerbank/import'
import { coOccurrenceDifferences } from './co-occurrence-differences.ts'
import { openStudyFolder } from './open-study-folder.ts'
import { readGivenFile } from './read-given-file.ts'
import type { Terminal } from './terminal.ts'

/**
 * `codeerbank compare-co-occurrence`: prints where a table of ATLAS.ti and the study differ.
 *
 * @returns whether the table could be read and is the same
 */
export async function compareCoOccurrenceCommand(
  path: string,
  file: string,
  terminal: Terminal,
): Promise<boolean> {
  const bytes = await readGivenFile(file)
  const { study } = await openStudyFolder(path)
  const table = await readCrossTable(bytes, { file })
  for (const problem of gathered(table.problems)) terminal.stderr.write(`${formatProblem(problem)}\n`)
  if (hasErrors(table.problems)) return false
  const { value, problems } = coOccurrenceDifferences(study, table.value)
  for (const problem of problems) terminal.stderr.write(`${formatProblem(placed(problem, { file }))}\n`)
  if (value.rows.length > 0) terminal.stdout.write(tableToMarkdown(value, study))
  else if (!hasErrors(problems)) terminal.stdout.write('There is no difference.\n')
  return value.rows.length === 0 && !hasErrors(problems)
}

/** More cells than this are told at once. */
const mostCells = 5

/** Cells without a count in one sentence, where there are so many that it is probably another table. */
function gathered(problems: readonly Problem[]): readonly Problem[] {
  const cells = problems.filter(({ code }) => code === 'unread-count')
  if (cells.length <= mostCells) return problems
  const rows = [...new Set(cells.map(({ place }) => place?.line))]
  const listed = `${rows.slice(0, mostCells).join(', ')}${rows.length > mostCells ? ', ...' : ''}`
  const message = `${cells.length} cells or more hold no count (${rows.length === 1 ? 'row' : 'rows'} ${listed}). Is it a co-occurrence table? If it is, correct or empty these cells; if not, export one from ATLAS.ti.`
  return [...problems.filter(({ code }) => code !== 'unread-count'), { ...cells[0]!, message }]
}
