import { formatProblem, hasErrors } from '@codeerbank/core'
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
  const { value, problems } = coOccurrenceDifferences(study, table.value)
  for (const problem of [...table.problems, ...problems]) terminal.stderr.write(`${formatProblem(problem)}\n`)
  if (hasErrors(table.problems)) return false
  terminal.stdout.write(value.rows.length === 0 ? 'There is no difference.\n' : tableToMarkdown(value, study))
  return value.rows.length === 0 && !hasErrors(problems)
}
