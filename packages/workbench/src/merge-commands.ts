import { conflictsTable, sideName } from '@codeerbank/analysis'
import { blindHistory, formatProblem, type History, hasErrors } from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { openStudy, type StudyStore } from '@codeerbank/store'
import { isKeptStudy } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { refuseUnknown } from './unknown-name.ts'
import { usingStudy } from './using-study.ts'

export interface MergeOptions {
  /** Whether a study that has nothing in common with it is taken in too. */
  readonly unrelated?: boolean
}

/**
 * `codeerbank merge`: takes in what was done in copies of a study, and lists what cannot all hold.
 *
 * @returns whether nothing is left to be decided
 */
export async function mergeCommand(
  into: string,
  copies: readonly string[],
  { unrelated = false }: MergeOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(into), terminal, async store => {
    for (const copy of copies) {
      const history = await usingStudy(openStudy(copy, { readOnly: true }), terminal, other =>
        other.readHistory(),
      )
      if (!unrelated && !isRelated(await store.readHistory(), history))
        throw new UsageError(
          `"${copy}" has nothing in common with the study, and is no copy of it. Name the copy, or add --unrelated if the two are to become one, which is not undone.`,
        )
      const taken = await store.merge(history)
      terminal.stdout.write(`${taken} ${taken === 1 ? 'entry' : 'entries'} taken in from ${copy}\n`)
    }
    terminal.stdout.write(`${summaryOf(store.study)}\n`)
    return showConflicts(store, terminal)
  })
}

/** Whether two studies have one thing that was made in both, beside their title and who codes; or one of them has nothing yet. */
function isRelated(one: History, other: History): boolean {
  const [ids, others] = [thingsOf(one), thingsOf(other)]
  return ids.size === 0 || others.size === 0 || [...others].some(id => ids.has(id))
}

function thingsOf({ events }: History): ReadonlySet<string> {
  const changes = events.flatMap(event => ('change' in event ? event.change : []))
  return new Set(
    changes.filter(({ kind }) => kind !== 'describe-study' && kind !== 'add-coder').map(({ id }) => id),
  )
}

/** `codeerbank conflicts`: what cannot all hold of what was done apart. */
export async function conflictsCommand(study: string, terminal: Terminal): Promise<boolean> {
  return usingStudy(openStudy(study, { readOnly: true }), terminal, store => showConflicts(store, terminal))
}

async function showConflicts(store: StudyStore, terminal: Terminal): Promise<boolean> {
  const { open, left } = await store.conflicts()
  if (open.length > 0)
    terminal.stdout.write(`\n${tableToMarkdown(conflictsTable(open, store.study), store.study)}`)
  else if (!hasErrors(left)) terminal.stdout.write('No conflict waits to be settled.\n')
  for (const problem of left) terminal.stderr.write(`${formatProblem(problem)}\n`)
  return open.length === 0 && !hasErrors(left)
}

export interface SettleOptions {
  readonly keep?: string
  readonly by: string
  readonly reason?: string
}

/** `codeerbank settle`: says which side of a conflict holds, or that all stay as they came. */
export async function settleCommand(
  study: string,
  number: string,
  { keep, by, reason }: SettleOptions,
  terminal: Terminal,
): Promise<boolean> {
  return usingStudy(openStudy(study), terminal, async store => {
    const { open } = await store.conflicts()
    const conflict = open[Number(number) - 1]
    if (conflict === undefined)
      throw new UsageError(`There is no conflict ${number}: "codeerbank conflicts" lists ${open.length}.`)
    const kept = keep === undefined ? undefined : conflict.changes.find((_, side) => sideName(side) === keep)
    if (keep !== undefined && kept === undefined)
      throw new UsageError(
        `Conflict ${number} has no side "${keep}". Its sides are a to ${sideName(conflict.changes.length - 1)}.`,
      )
    const at = new Date().toISOString()
    await store.apply([
      {
        id: `settle:${conflict.about}:${at}`.slice(0, 500),
        at,
        by,
        kind: 'settle-conflict',
        about: conflict.about,
        changes: conflict.changes.map(({ id }) => id),
        ...(kept === undefined ? {} : { keep: kept.id }),
        ...(reason === undefined ? {} : { reason }),
      },
    ])
    return showConflicts(store, terminal)
  })
}

/** `codeerbank blind`: a copy for a coder, without what others found. */
export async function blindCommand(
  study: string,
  coder: string,
  copy: string,
  terminal: Terminal,
): Promise<boolean> {
  if (!isKeptStudy(copy))
    throw new UsageError(
      `A copy named "${copy}" could not be worked with. Give it a name that ends in .codeerbank.`,
    )
  const history = await usingStudy(openStudy(study, { readOnly: true }), terminal, async store => {
    refuseUnknown('coder', coder, store.study.coders)
    return blindHistory(await store.readHistory(), coder)
  })
  return usingStudy(openStudy(copy, { create: true }), terminal, async store => {
    if (store.head.seq > 0)
      throw new UsageError(`There is a study "${store.location}" already. Name another one.`)
    await store.merge(history)
    terminal.stdout.write(`${summaryOf(store.study)}\n${store.location}\n`)
    return true
  })
}
