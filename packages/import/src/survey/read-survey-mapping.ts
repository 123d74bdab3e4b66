import { decodeText, placed, type Reading } from '@codeerbank/core'
import { readYaml } from '../read-yaml.ts'
import { type SurveyMapping, surveyMappingSchema } from './survey-mapping.ts'

/**
 * Reads the mapping of a survey from a file of YAML or JSON.
 *
 * @returns the mapping as far as it could be read, `null` where nothing could be made of it; and the problems `not-utf8`,
 *   `malformed-yaml`, `unfit-value` and `unknown-key`, with their lines
 */
export function readSurveyMapping(bytes: Uint8Array, file: string): Reading<SurveyMapping | null> {
  const { text, problems } = decodeText(bytes)
  const read = text === null ? { value: null, problems } : readYaml(text, surveyMappingSchema)
  return { value: read.value, problems: read.problems.map(problem => placed(problem, { file })) }
}
