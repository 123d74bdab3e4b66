import { parseQuery, type SplitPart } from '@codeerbank/analysis'
import { codeFinder } from '@codeerbank/codebook'
import {
  type Label,
  type Language,
  labelSchema,
  type Problem,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { z } from 'zod'
import { type GivenYaml, readGivenYaml } from './read-given-yaml.ts'
import { unknownName } from './unknown-name.ts'

const labelOrText = z.union([z.string().min(1), labelSchema])
const rulesSchema = z.strictObject({
  code: z.string().min(1),
  reason: z.string().exactOptional(),
  into: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(500).exactOptional(),
        label: labelOrText,
        definition: labelOrText.exactOptional(),
        when: z.string().min(1).exactOptional(),
        codings: z.array(z.string()).exactOptional(),
      }),
    )
    .min(1),
})

type Rules = z.infer<typeof rulesSchema>

/** The rules by which a code is split. */
export type SplitRules = GivenYaml<Rules>

/**
 * Reads the rules of a split.
 *
 * @throws StudyError with every fault in the shape of the file
 */
export function readSplitRules(file: string): Promise<SplitRules> {
  return readGivenYaml(file, rulesSchema)
}

/** The parts that rules name, with their texts in a language. */
export function partsOf(into: Rules['into'], language: Language): readonly SplitPart[] {
  const inLanguage = (text: string | Label): Label => (typeof text === 'string' ? { [language]: text } : text)
  return into.map(
    ({ label, definition, ...part }): SplitPart => ({
      ...part,
      label: inLanguage(label),
      ...(definition === undefined ? {} : { definition: inLanguage(definition) }),
    }),
  )
}

/**
 * Makes sure that rules are of a study: the code and the codings are in it, and every query can be read.
 *
 * @returns the rules with their code by its id
 * @throws StudyError with every fault, at its line in the file
 */
export function checkSplitRules({ value, problemAt }: SplitRules, study: Study): Rules {
  const problems: Problem[] = []
  const split = codeFinder(study.codes)(value.code)
  if ('severity' in split) problems.push(problemAt(split.code, split.message, ['code']))
  const id = 'severity' in split ? value.code : split.id
  const own = new Set(study.codings.filter(({ code }) => code === id).map(coding => coding.id))
  const taken = new Set<string>()
  value.into.forEach(({ when, codings = [] }, i) => {
    if (when !== undefined)
      for (const message of faultsOfQuery(when, study))
        problems.push(problemAt('bad-query', message, ['into', i, 'when']))
    codings.forEach((coding, j) => {
      const at = ['into', i, 'codings', j]
      if (taken.has(coding))
        problems.push(
          problemAt('repeated-coding', `The coding "${coding}" stands here twice. Take it away once.`, at),
        )
      else if (!own.has(coding) && !('severity' in split))
        problems.push(
          problemAt('unknown-coding', unknownName(`coding with "${value.code}"`, coding, own), at),
        )
      taken.add(coding)
    })
  })
  if (problems.length > 0) throw new StudyError(problems)
  return { ...value, code: id }
}

function faultsOfQuery(query: string, study: Study): readonly string[] {
  try {
    parseQuery(query, study)
    return []
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return error.problems.map(({ message, place }) => `"when" at character ${place?.column ?? 1}: ${message}`)
  }
}
