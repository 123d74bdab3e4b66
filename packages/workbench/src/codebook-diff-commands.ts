import { recodingDebt, recodingDebtTable } from '@codeerbank/analysis'
import {
  type CodebookDifference,
  checkCodebookDifferences,
  codebookDiffTable,
  diffCodebooks,
  readCodebook,
} from '@codeerbank/codebook'
import {
  type Change,
  type Codebook,
  formatProblem,
  hasErrors,
  type Language,
  type Problem,
  StudyError,
} from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { openStudy } from '@codeerbank/store'
import type { DecisionOptions } from './codebook-commands.ts'
import { givenTime } from './given-time.ts'
import { isKeptStudy, openStudyFolder } from './open-study-folder.ts'
import { readGivenText } from './read-given-file.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { usingStudy } from './using-study.ts'

export interface CodebookDiffOptions {
  /** The codebook of the first as it was at a time, and that of the second. */
  readonly from?: string
  readonly until?: string
}

interface GivenCodebook {
  readonly codebook: Pick<Codebook, 'codes' | 'frames'>
  readonly language?: Language
}

/**
 * `codeerbank codebook diff`: shows how one codebook becomes another: of two files, of a study and a file, or of a study at two
 * times.
 */
export async function codebookDiffCommand(
  one: string,
  other: string | undefined,
  { from, until }: CodebookDiffOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (other === undefined && from === undefined)
    throw new UsageError('Name a second codebook or study; or a time of this one with --from.')
  const before = await codebookAt(one, from, terminal)
  const after = await codebookAt(other ?? one, until, terminal)
  const differences = diffCodebooks(before.codebook, after.codebook)
  const language = before.language ?? after.language ?? 'nl'
  show(differences, language, terminal)
  warn(checkCodebookDifferences(before.codebook, after.codebook, differences, language), terminal)
  return true
}

/** `codeerbank codebook apply`: makes the codebook of a study that of a file, and shows what it was and what is to be looked at again. */
export async function codebookApplyCommand(
  study: string,
  codebookFile: string,
  { by, reason }: DecisionOptions,
  terminal: Terminal,
): Promise<boolean> {
  const codebook = await readCodebookFile(codebookFile)
  return usingStudy(openStudy(study), terminal, async store => {
    const { language } = store.study
    const differences = diffCodebooks(store.study, codebook)
    show(differences, language, terminal)
    warn(checkCodebookDifferences(store.study, codebook, differences, language), terminal)
    if (differences.length === 0) return true
    const at = new Date().toISOString()
    await store.apply(
      differences.map(({ change }, i) => ({
        ...change,
        ...(reason === undefined ? {} : { reason }),
        id: `codebook:${at}:${i + 1}`,
        at,
        by,
      })) as Change[],
    )
    if (recodingDebt(store.study).length > 0)
      terminal.stdout.write(`\n${tableToMarkdown(recodingDebtTable(store.study), { language })}`)
    return true
  })
}

function show(differences: readonly CodebookDifference[], language: Language, terminal: Terminal): void {
  terminal.stdout.write(tableToMarkdown(codebookDiffTable(differences, language), { language }))
  if (differences.length === 0) terminal.stderr.write('The codebooks are the same.\n')
}

function warn(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
}

async function codebookAt(
  place: string,
  time: string | undefined,
  terminal: Terminal,
): Promise<GivenCodebook> {
  if (isKeptStudy(place))
    return usingStudy(openStudy(place, { readOnly: true }), terminal, async store => {
      const { language } = store.study
      if (time === undefined) return { codebook: store.study, language }
      return { codebook: await store.asOf(givenTime(time, terminal)), language }
    })
  if (time !== undefined)
    throw new UsageError(`"${place}" has no history: only of a kept study is known what it was.`)
  if (/\.(?:md|markdown)$/i.test(place)) return { codebook: await readCodebookFile(place) }
  const { study } = await openStudyFolder(place)
  return { codebook: study, language: study.language }
}

async function readCodebookFile(file: string): Promise<Codebook> {
  const text = await readGivenText(file)
  const { value, problems } = readCodebook(text, { file })
  if (hasErrors(problems)) throw new StudyError(problems)
  return value
}
