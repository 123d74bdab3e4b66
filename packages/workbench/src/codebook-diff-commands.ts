import { checkLeftOut, recodingDebt, recodingDebtTable } from '@codeerbank/analysis'
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
  decodeText,
  formatProblem,
  hasErrors,
  type Language,
  type Problem,
  placed,
  type Reading,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { openStudy } from '@codeerbank/store'
import type { DecisionOptions } from './codebook-commands.ts'
import { givenTime } from './given-time.ts'
import { isKeptStudy, openStudyFolder } from './open-study-folder.ts'
import { readGivenFile } from './read-given-file.ts'
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
  /** The whole study, where it is that of one. */
  readonly study?: Study
}

export interface CodebookApplyOptions extends DecisionOptions {
  /** Whether it is applied although something is in doubt. */
  readonly anyway?: boolean
}

/** What of a codebook would not be seen any more, or would go, if it was left out or named otherwise by mistake. */
const doubts: ReadonlySet<string> = new Set(['perhaps-renamed', 'left-out-in-use'])

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
  warn(
    problemsOf(
      before,
      after.codebook,
      differences,
      language,
      /\.(?:md|markdown)$/i.test(other ?? '') ? other : undefined,
    ),
    terminal,
  )
  return true
}

/** Whether something may be otherwise than was meant: also where a definition went to the code above it, since it is not indented. */
function isDoubtful(differences: readonly CodebookDifference[], problems: readonly Problem[]): boolean {
  const isRedefined = differences.some(({ kind }) => kind === 'redefined')
  return problems.some(({ code }) => doubts.has(code) || (isRedefined && code === 'definition-after-list'))
}

/** What a person should look at: once for each code, and with its line where there is a file. */
function problemsOf(
  { codebook, study }: GivenCodebook,
  after: Pick<Codebook, 'codes' | 'frames'>,
  differences: readonly CodebookDifference[],
  language: Language,
  file: string | undefined,
): readonly Problem[] {
  const found = checkCodebookDifferences(codebook, after, differences, language)
  const told = new Set(
    found.flatMap(({ code, place }) => (doubts.has(code) ? [String(place?.path?.[1])] : [])),
  )
  const left = study === undefined ? [] : checkLeftOut(study, differences)
  return [...found, ...left.filter(({ place }) => !told.has(String(place?.path?.[1])))].map(problem =>
    file === undefined ? problem : placed(problem, { file }),
  )
}

/**
 * `codeerbank codebook apply`: makes the codebook of a study that of a file, and shows what it was and what is to be looked at again. What
 * is in doubt is not applied, unless that is asked for.
 */
export async function codebookApplyCommand(
  study: string,
  codebookFile: string,
  { by, reason, anyway = false }: CodebookApplyOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { value: codebook, problems: read } = await readCodebookFile(codebookFile, terminal)
  return usingStudy(openStudy(study), terminal, async store => {
    const { language } = store.study
    const differences = diffCodebooks(store.study, codebook)
    show(differences, language, terminal)
    const problems = problemsOf(
      { codebook: store.study, study: store.study },
      codebook,
      differences,
      language,
      codebookFile,
    )
    warn(problems, terminal)
    if (differences.length === 0) return true
    if (!anyway && isDoubtful(differences, [...read, ...problems])) {
      terminal.stderr.write('Nothing was changed. Correct the file, or add --anyway to apply it as it is.\n')
      return false
    }
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
      if (time === undefined) return { codebook: store.study, language, study: store.study }
      const study = await store.asOf(givenTime(time, terminal))
      return { codebook: study, language, study }
    })
  if (time !== undefined)
    throw new UsageError(`"${place}" has no history: only of a kept study is known what it was.`)
  if (/\.(?:md|markdown)$/i.test(place)) return { codebook: (await readCodebookFile(place, terminal)).value }
  const { study } = await openStudyFolder(place)
  return { codebook: study, language: study.language, study }
}

async function readCodebookFile(file: string, terminal: Terminal): Promise<Reading<Codebook>> {
  const { text, problems: unreadable } = decodeText(await readGivenFile(file), { legacy: true })
  const place = { file }
  const decoded = unreadable.map(problem => placed(problem, place))
  if (text === null) throw new StudyError(decoded)
  const { value, problems: found } = readCodebook(text, place)
  const problems = [...decoded, ...found]
  if (hasErrors(problems)) throw new StudyError(problems)
  // That a code has no definition is told by "check": what is told here is what was not read as it was meant.
  warn(
    problems.filter(({ code }) => code !== 'no-definition'),
    terminal,
  )
  return { value, problems }
}
