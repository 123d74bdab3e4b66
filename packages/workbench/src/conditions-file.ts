import type { Condition } from '@codeerbank/analysis'
import { codeFinder } from '@codeerbank/codebook'
import { labelSchema, type Problem, type Study, StudyError } from '@codeerbank/core'
import { z } from 'zod'
import { type GivenYaml, readGivenYaml } from './read-given-yaml.ts'
import { unknownName } from './unknown-name.ts'

const membership = z.strictObject({ value: z.number().min(0).max(1), calibration: z.string().min(1) })
const condition = z.strictObject({
  id: z.string().min(1),
  label: labelSchema,
  given: z.record(z.string(), membership).exactOptional(),
  counted: z
    .strictObject({ codes: z.array(z.string()).min(1), crossover: z.number(), full: z.number() })
    .exactOptional(),
})
const fileSchema = z.strictObject({ conditions: z.array(condition).min(1), outcome: condition })

/** The conditions and the outcome that a file declares. */
export type DeclaredConditions = GivenYaml<z.infer<typeof fileSchema>>

/**
 * Reads the conditions of a truth table.
 *
 * @throws StudyError with every fault in the shape of the file
 */
export function readConditions(file: string): Promise<DeclaredConditions> {
  return readGivenYaml(file, fileSchema)
}

/**
 * Makes sure that conditions are of a study: their cases and codes are in it, and each case is in or out of each.
 *
 * @returns them with their codes by id
 * @throws StudyError with every fault, at its line in the file
 */
export function checkConditions(
  { value, problemAt }: DeclaredConditions,
  study: Study,
): DeclaredConditions['value'] {
  const find = codeFinder(study.codes)
  const problems = [
    ...value.conditions.flatMap((each, i) => faultsOf(each, ['conditions', i], study, find, problemAt)),
    ...faultsOf(value.outcome, ['outcome'], study, find, problemAt),
  ]
  value.conditions.forEach(({ id }, i) => {
    if (value.conditions.findIndex(other => other.id === id) !== i)
      problems.push(
        problemAt('duplicate-condition', `Two conditions are called "${id}". Give one another id.`, [
          'conditions',
          i,
          'id',
        ]),
      )
  })
  if (problems.length > 0) throw new StudyError(problems)
  return {
    conditions: value.conditions.map(each => withIds(each, find)),
    outcome: withIds(value.outcome, find),
  }
}

type FindCode = ReturnType<typeof codeFinder>

function withIds<C extends Pick<Condition, 'counted'>>(each: C, find: FindCode): C {
  if (each.counted === undefined) return each
  const idOf = (name: string) => {
    const found = find(name)
    return 'severity' in found ? name : found.id
  }
  return { ...each, counted: { ...each.counted, codes: each.counted.codes.map(idOf) } }
}

function faultsOf(
  { id, given = {}, counted }: Condition,
  path: readonly PropertyKey[],
  study: Study,
  find: FindCode,
  problemAt: DeclaredConditions['problemAt'],
): readonly Problem[] {
  const cases = study.cases.map(each => each.id)
  const problems: Problem[] = []
  for (const [inCase, { value }] of Object.entries(given)) {
    const at = [...path, 'given', inCase]
    if (!cases.includes(inCase))
      problems.push(problemAt('unknown-case', unknownName('case', inCase, cases), at))
    if (value === 0.5)
      problems.push(
        problemAt(
          'undecided-membership',
          `The membership of "${inCase}" in "${id}" is 0.5, neither in nor out, so that the case is in no row. Write a little more or less.`,
          [...at, 'value'],
        ),
      )
  }
  const silent = counted === undefined ? cases.filter(each => !Object.hasOwn(given, each)) : []
  if (silent.length > 0)
    problems.push(
      problemAt(
        'missing-membership',
        `The condition "${id}" says nothing of ${silent.map(each => `"${each}"`).join(', ')}. Add each under "given:", or count codes with "counted:".`,
        path,
      ),
    )
  if (counted === undefined) return problems
  counted.codes.forEach((name, i) => {
    const found = find(name)
    if ('severity' in found)
      problems.push(problemAt(found.code, found.message, [...path, 'counted', 'codes', i]))
  })
  if (!(counted.crossover > 0 && counted.crossover < counted.full))
    problems.push(
      problemAt(
        'bad-thresholds',
        `The thresholds of "${id}" are ${counted.crossover} and ${counted.full}. The crossover is more than 0, and "full" more than the crossover.`,
        [...path, 'counted', 'crossover'],
      ),
    )
  return problems
}
