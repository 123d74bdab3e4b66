import {
  applyFitting,
  type Change,
  formatProblem,
  hasErrors,
  type Problem,
  type Reading,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { copyStudy, openStudy, type StudyStore } from '@codeerbank/store'
import { kindOf, lossLine, readerOf, writerOf } from './convert-command.ts'
import { isKeptStudy } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** The study, and where it goes with what is added; `undefined` for where it is. */
export interface AddToStudyPaths {
  readonly study: string
  readonly to: string | undefined
}

/** Of what does not fit for one reason at most so many are told one by one. */
const mostTold = 5

/** What does not fit the study, told of the file that it comes from: where it stands in a list of changes says nothing to who added it. */
function unfitLines(unfit: readonly Problem[], file: string): readonly string[] {
  const byCode = Map.groupBy(unfit, ({ code }) => code)
  return [...byCode].flatMap(([code, problems]) => {
    const more = problems.length - mostTold
    return [
      ...problems.slice(0, mostTold).map(problem => formatProblem({ ...problem, place: { file } })),
      ...(more > 0 ? [`${file}: error: and ${more} more of these (${code})`] : []),
    ]
  })
}

/** How what is added is read, and what is counted of it when that is told. */
export interface AddedToStudy {
  readonly read: (study: Study) => Promise<Reading<readonly Change[]>>
  /** The file that it comes from, for what does not fit the study. */
  readonly file: string
  readonly counted: readonly (readonly [kind: Change['kind'], one: string, many: string])[]
  /** Whether the study goes to its new place also where it has all of it already. */
  readonly evenNothing?: boolean
}

/** How many rows of the table have something with a fault in them; nothing where all are well. */
function leftOut(problems: readonly Problem[]): string {
  const faulty = problems.filter(({ severity }) => severity === 'error')
  if (faulty.length === 0) return ''
  const rows = new Set(faulty.map(({ place }) => place?.line)).size
  return `not added: what is wrong in ${rows} ${rows === 1 ? 'row' : 'rows'}, told above; to have it too, correct it and import the whole into the study as it was\n`
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
  { read, counted, file, evenNothing = false }: AddedToStudy,
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
  for (const problem of told) terminal.stderr.write(`${formatProblem(problem)}\n`)
  for (const line of unfitLines(unfit, file)) terminal.stderr.write(`${line}\n`)
  const isWorth = !hasErrors(told) || changes.some(({ kind }) => !definitions.has(kind))
  const isAll = changes.length === 0 && evenNothing && to !== undefined && !hasErrors(told)
  if ((changes.length === 0 && !isAll) || !isWorth || unfit.length > 0) {
    terminal.stdout.write(
      `${unfit.length > 0 ? 'It does not fit the study' : 'There is nothing to add'}: nothing was written.\n`,
    )
    return !hasErrors(problems)
  }
  if (write === undefined || to === undefined || (isKeptStudy(from) && isKeptStudy(to))) {
    if (to !== undefined) await copyStudy(from, to)
    const store = await openStudy(to ?? from)
    try {
      await applyAnew(store, changes)
    } finally {
      await store.close()
    }
  } else {
    const made = base.changes === null ? null : [...base.changes, ...changes]
    for (const loss of await write({ ...base, study, changes: made }, to))
      terminal.stdout.write(lossLine(loss))
  }
  const counts = counted.map(([kind, one, many]) => {
    const count = changes.filter(change => change.kind === kind).length
    return `${count} ${count === 1 ? one : many}`
  })
  const added = isAll ? 'The study has all of it already' : `added: ${counts.join(', ')}`
  terminal.stdout.write(`${added}\n${leftOut(told)}${summaryOf(study)}\n`)
  return !hasErrors(problems)
}

/** Applies changes whose ids come from what they make: where such a thing was added before and undone or taken away, under other ids. */
async function applyAnew(store: StudyStore, changes: readonly Change[]): Promise<void> {
  try {
    await store.apply(changes)
  } catch (error) {
    if (!(error instanceof StudyError) || error.problems[0]?.code !== 'store-behind') throw error
    const known = new Set((await store.history()).map(({ change }) => change?.id))
    const freeId = (id: string): string => {
      let free = id
      for (let n = 2; known.has(free); n++) free = `${id}/${n}`
      return free
    }
    await store.apply(changes.map(change => ({ ...change, id: freeId(change.id) })))
  }
}
