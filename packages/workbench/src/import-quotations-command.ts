import { readFile } from 'node:fs/promises'
import { applyFitting, formatProblem, hasErrors } from '@codeerbank/core'
import { readQuotations } from '@codeerbank/import'
import { copyStudy, openStudy } from '@codeerbank/store'
import { kindOf, lossLine, readerOf, writerOf } from './convert-command.ts'
import { isKeptStudy } from './open-study-folder.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface ImportQuotationsOptions {
  readonly addCodes?: boolean
  readonly coder?: string
}

/** The study, the report, and where the study goes; `undefined` for where it is. */
export interface ImportQuotationsPaths {
  readonly study: string
  readonly report: string
  readonly to: string | undefined
}

/**
 * `codeerbank import-quotations`: adds what a quotation report says to a study, and lists what has no place in it.
 *
 * @returns whether every row has its place; what has is added all the same
 */
export async function importQuotationsCommand(
  { study: from, report, to }: ImportQuotationsPaths,
  options: ImportQuotationsOptions,
  terminal: Terminal,
): Promise<boolean> {
  const bytes = await readFile(report).catch(() => {
    throw new UsageError(`There is no file "${report}".`)
  })
  if (to === undefined && !isKeptStudy(from))
    throw new UsageError(`Say where the study goes, such as a new file that ends in .codeerbank.`)
  if (to !== undefined && (await kindOf(to)) !== null)
    throw new UsageError(`There is a file "${to}" already. Name another one.`)
  const write = to === undefined ? undefined : writerOf(to)
  const base = await (await readerOf(from))(from)
  const { value: changes, problems } = await readQuotations(bytes, base.study, { ...options, file: report })
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  if (changes.length === 0) {
    terminal.stdout.write('There is nothing to add: nothing was written.\n')
    return !hasErrors(problems)
  }
  const { value: study } = applyFitting(base.study, changes)
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
  const added = (kind: string) => changes.filter(change => change.kind === kind).length
  terminal.stdout.write(
    `added: ${added('add-segment')} segments, ${added('code-segment')} codings, ${added('add-code')} codes, ${added('add-coder')} coders\n${summaryOf(study)}\n`,
  )
  return !hasErrors(problems)
}
