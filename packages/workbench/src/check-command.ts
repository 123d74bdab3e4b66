import { formatProblem, hasErrors } from '@codeerbank/core'
import { problemsOfFolder } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import type { Terminal } from './terminal.ts'

/**
 * `codeerbank check`: prints every problem of a study, a line each, and a summary.
 *
 * @returns whether the study has no errors; warnings are no errors
 */
export async function checkCommand(folder: string, terminal: Terminal): Promise<boolean> {
  const { study, problems } = await problemsOfFolder(folder)
  for (const problem of problems) terminal.stdout.write(`${formatProblem(problem)}\n`)
  const errors = problems.filter(problem => problem.severity === 'error').length
  terminal.stdout.write(`${summaryOf(study)}\n${errors} error(s), ${problems.length - errors} warning(s)\n`)
  return !hasErrors(problems)
}
