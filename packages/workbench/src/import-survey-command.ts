import { formatProblem, hasErrors, type Problem, type Study } from '@codeerbank/core'
import { readSurvey, readSurveyMapping, type Survey, surveyChanges } from '@codeerbank/import'
import { addToStudy } from './add-to-study.ts'
import { readGivenFile } from './read-given-file.ts'
import type { Terminal } from './terminal.ts'
import { unknownName } from './unknown-name.ts'

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
      file: table,
      read: async base => {
        const survey = await readSurvey(bytes, { name: table, mapping })
        const strange = strangeCases(survey.value, base, path)
        const value = strange.length > 0 ? [] : surveyChanges(base, survey.value)
        return { value, problems: [...survey.problems, ...strange] }
      },
      counted: [
        ['add-participant', 'participant', 'participants'],
        ['add-source', 'source', 'sources'],
        ['add-variable', 'variable', 'variables'],
      ],
    },
    terminal,
  )
}

/** Cases of a survey that the study does not have: nothing of it is added, for the mapping is of another study. */
function strangeCases({ participants }: Survey, study: Study, file: string): readonly Problem[] {
  const known = study.cases.map(({ id }) => id)
  const meant = new Set(participants.map(({ case: inCase }) => inCase))
  return [...meant]
    .filter(id => id !== undefined && !known.includes(id))
    .map(id => ({
      code: 'unknown-case',
      severity: 'error',
      message: `${unknownName('case', id ?? '', known)} Correct it under "case:" of the mapping, or in the table.`,
      place: { file },
    }))
}
