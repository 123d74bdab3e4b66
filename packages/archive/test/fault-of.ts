import { type Problem, StudyError } from '@codeerbank/core'

/** The first problem, where work ends in one; any other error is thrown on. */
export async function faultOf(work: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work
  } catch (error) {
    if (error instanceof StudyError) return error.problems[0]
    throw error
  }
  return undefined
}
