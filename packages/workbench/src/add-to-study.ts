import {
  applyFitting,
  type Change,
  formatProblem,
  hasErrors,
  type Reading,
  type Study,
} from '@codeerbank/core'
import { copyStudy, openStudy } from '@codeerbank/store'
import { kindOf, lossLine, readerOf, writerOf } from './convert-command.ts'
import { isKeptStudy } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** The study, and where it goes with what is added; `undefined` for where it is. */
export interface AddToStudyPaths {
  readonly study: string
  readonly to: string | undefined
}

/** How what is added is read, and what is counted of it when that is told. */
export interface AddedToStudy {
  readonly read: (study: Study) => Promise<Reading<readonly Change[]>>
  readonly counted: readonly (readonly [kind: Change['kind'], what: string])[]
}

/** What only says how other things are described: by itself it is nothing that was added. */
const definitions: ReadonlySet<Change['kind']> = new Set(['add-variable', 'add-coder', 'add-code'])

/**
 * Adds what was read from a file to a study, and prints what has no place in it. Where a change does not fit the study,
 * nothing is written.
 *
 * @returns whether all has its place; what has is added all the same
 */
export async function addToStudy(
  { study: from, to }: AddToStudyPaths,
  { read, counted }: AddedToStudy,
  terminal: Terminal,
): Promise<boolean> {
  if (to === undefined && !isKeptStudy(from))
    throw new UsageError(`Say where the study goes, such as a new file that ends in .codeerbank.`)
  if (to !== undefined && (await kindOf(to)) !== null)
    throw new UsageError(`There is a file "${to}" already. Name another one.`)
  const write = to === undefined ? undefined : writerOf(to)
  const base = await (await readerOf(from))(from)
  const { value: changes, problems: told } = await read(base.study)
  const { value: study, problems: unfit } = applyFitting(base.study, changes)
  const problems = [...told, ...unfit]
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  const isWorth = !hasErrors(told) || changes.some(({ kind }) => !definitions.has(kind))
  if (changes.length === 0 || !isWorth || unfit.length > 0) {
    terminal.stdout.write(
      `${unfit.length > 0 ? 'It does not fit the study' : 'There is nothing to add'}: nothing was written.\n`,
    )
    return !hasErrors(problems)
  }
  if (write === undefined || to === undefined || (isKeptStudy(from) && isKeptStudy(to))) {
    if (to !== undefined) await copyStudy(from, to)
    const store = await openStudy(to ?? from)
    try {
      await store.apply(changes)
    } finally {
      await store.close()
    }
  } else {
    const made = base.changes === null ? null : [...base.changes, ...changes]
    for (const loss of await write({ ...base, study, changes: made }, to))
      terminal.stdout.write(lossLine(loss))
  }
  const counts = counted.map(
    ([kind, what]) => `${changes.filter(change => change.kind === kind).length} ${what}`,
  )
  terminal.stdout.write(`added: ${counts.join(', ')}\n${summaryOf(study)}\n`)
  return !hasErrors(problems)
}
