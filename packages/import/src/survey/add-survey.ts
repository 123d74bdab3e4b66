import { applyChanges, type Change, type Study, unknownTime } from '@codeerbank/core'
import { reader } from '../study-folder-draft.ts'
import { toSource } from '../to-source.ts'
import type { Survey } from './survey.ts'

export interface AddSurveyOptions {
  /** ISO 8601 time of the changes, and who makes them. */
  readonly at?: string
  readonly by?: string
}

/** The changes that put a survey into a study: its variables that the study does not have, respondents, values and documents. */
export function surveyChanges(
  study: Study,
  survey: Survey,
  { at = unknownTime, by = reader }: AddSurveyOptions = {},
): readonly Change[] {
  const base = { at, by }
  return [
    ...survey.variables
      .filter(({ id, on }) => !study.variables.some(known => known.id === id && known.on === on))
      .map(variable => ({
        ...base,
        id: `add-variable:${variable.on}:${variable.id}`,
        kind: 'add-variable' as const,
        variable,
      })),
    ...survey.cases.flatMap(({ id: item, values }) =>
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([variable, value]) => ({
          ...base,
          id: `set-value:case:${item}:${variable}`,
          kind: 'set-value' as const,
          on: 'case' as const,
          item,
          variable,
          value,
        })),
    ),
    ...survey.participants.map(participant => ({
      ...base,
      id: `add-participant:${participant.id}`,
      kind: 'add-participant' as const,
      participant,
    })),
    ...survey.sources.map(read => {
      const source = toSource(read, { case: read.metadata.case ?? '' })
      return { ...base, id: `add-source:${source.id}`, kind: 'add-source' as const, source }
    }),
  ]
}

/**
 * The study with a survey in it. The study has the cases; variables that it does not have are added.
 *
 * @throws StudyError where a case is unknown to the study, or the id of a respondent or document is taken
 */
export function addSurvey(study: Study, survey: Survey, options: AddSurveyOptions = {}): Study {
  return applyChanges(study, surveyChanges(study, survey, options))
}
