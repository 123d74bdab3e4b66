import { formatProblem, type Problem } from './problem.ts'

/** Thrown where data cannot be used: it carries every problem that was found, not just the first. */
export class StudyError extends Error {
  override readonly name = 'StudyError'
  readonly problems: readonly Problem[]

  /**
   * @param problems what is wrong; at least one
   * @param options `cause`: the error underneath, if there is one
   */
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    const first = problems[0]
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(first === undefined ? 'The study cannot be used.' : formatProblem(first) + more, options)
    this.problems = problems
  }
}
