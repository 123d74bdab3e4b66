import { z } from 'zod'
import type { Change } from './change.ts'
import { changeSchema } from './change-schema.ts'
import type { Problem } from './problem.ts'
import { shapeFaults } from './shape-fault.ts'
import { StudyError } from './study-error.ts'

const listSchema = z.array(changeSchema)

/**
 * Takes changes from outside (a file, a request, another program) and makes sure of their shape. Whether they fit a
 * study is for `applyChanges` to say.
 *
 * @param value anything; a list of changes if all is well
 * @throws StudyError with an `invalid-change` problem for every fault, its place the path into the list
 */
export function parseChanges(value: unknown): readonly Change[] {
  const result = listSchema.safeParse(value)
  if (result.success) return result.data
  throw new StudyError(
    shapeFaults(listSchema, value, result.error.issues).map(
      ({ message, path }): Problem => ({
        code: 'invalid-change',
        severity: 'error',
        message,
        place: { path: path.map(part => (typeof part === 'symbol' ? String(part) : part)) },
      }),
    ),
  )
}
