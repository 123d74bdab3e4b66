import { formatProblem, hasErrors } from '@codeerbank/core'
import { readSurvey, readSurveyMapping, surveyChanges } from '@codeerbank/import'
import { addToStudy } from './add-to-study.ts'
import { readGivenFile } from './read-given-file.ts'
import type { Terminal } from './terminal.ts'

/** The study, the table, what its columns are (YAML or JSON), and where the study goes; `undefined` for where it is. */
export interface ImportSurveyPaths {
  readonly study: string
  readonly table: string
  readonly mapping: string
  readonly to: string | undefined
}

/**
 * `codeerbank import-survey`: adds the respondents of a survey to a study, with a document of what each wrote.
 *
 * @returns whether the mapping is sound and every row has its place; rows that have are added all the same
 */
export async function importSurveyCommand(
  { study, table, mapping: path, to }: ImportSurveyPaths,
  terminal: Terminal,
): Promise<boolean> {
  const bytes = await readGivenFile(table)
  const { value: mapping, problems } = readSurveyMapping(await readGivenFile(path), path)
  if (mapping === null || hasErrors(problems)) {
    for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
    return false
  }
  return addToStudy(
    { study, to },
    {
      read: async base => {
        const survey = await readSurvey(bytes, { name: table, mapping })
        return { value: surveyChanges(base, survey.value), problems: survey.problems }
      },
      counted: [
        ['add-participant', 'participants'],
        ['add-source', 'sources'],
        ['add-variable', 'variables'],
      ],
    },
    terminal,
  )
}
