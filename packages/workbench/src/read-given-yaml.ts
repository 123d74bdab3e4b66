import { decodeText, type Problem, placed, StudyError } from '@codeerbank/core'
import { readYaml } from '@codeerbank/import'
import type { z } from 'zod'
import { readGivenFile } from './read-given-file.ts'

/** What a file of YAML says, and how a fault in it is told with the line of what it is about. */
export interface GivenYaml<T> {
  readonly value: T
  readonly problemAt: (code: string, message: string, path: readonly PropertyKey[]) => Problem
}

/**
 * Reads a file of YAML that was named at the command line, and that has to have a shape.
 *
 * @throws UsageError where it cannot be read; StudyError with all faults in what it holds, each with its line
 */
export async function readGivenYaml<T>(file: string, schema: z.ZodType<T>): Promise<GivenYaml<T>> {
  const { text, problems: undecoded } = decodeText(await readGivenFile(file))
  if (text === null) throw new StudyError(undecoded.map(problem => placed(problem, { file })))
  const { value, problems, lineOf } = readYaml(text, schema)
  const all = [...undecoded, ...problems].map(problem => placed(problem, { file }))
  if (value === null || problems.length > 0) throw new StudyError(all)
  return {
    value,
    problemAt: (code, message, path) => ({
      code,
      severity: 'error',
      message,
      place: { file, line: lineOf(path) },
    }),
  }
}
