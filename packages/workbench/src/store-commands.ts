import { existsSync } from 'node:fs'
import { segmentsInDoubt } from '@codeerbank/analysis'
import {
  byId,
  type Change,
  changeLabels,
  formatProblem,
  hasErrors,
  isMeeting,
  type Language,
  labelText,
  placed,
  type Source,
  StudyError,
} from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import { certificateTable, correctSource, readTranscript } from '@codeerbank/import'
import {
  type HistoryQuery,
  isPostgresAddress,
  type LogEntry,
  openStudy,
  type StudyStore,
  shownAddress,
  verifyStudy,
} from '@codeerbank/store'
import { z } from 'zod'
import { auditReport } from './audit-report.ts'
import { givenTime } from './given-time.ts'
import { isKeptStudy } from './open-study-folder.ts'
import { readGivenFile, readGivenText } from './read-given-file.ts'
import { summaryOf } from './summary.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { refuseUnknown, unknownCode } from './unknown-name.ts'
import { usingStudy } from './using-study.ts'

/** `codeerbank open`: what is in a study, who worked on it, and where its history stands. */
export async function openCommand(file: string, terminal: Terminal): Promise<boolean> {
  const progress = terminal.stderr.isTTY === true
  const onProgress = (read: number, total: number) =>
    terminal.stderr.write(`\r${Math.floor((100 * read) / total)}% of ${total} changes read`)
  const options = { readOnly: true, ...(progress ? { onProgress } : {}) }
  await usingStudy(openStudy(file, options), terminal, async ({ study, head }) => {
    if (progress) terminal.stderr.write('\r\x1b[K')
    terminal.stdout.write(`${summaryOf(study)}\n${head.seq} changes; the last is ${head.hash}\n`)
  })
  return true
}

export interface HistoryOptions extends HistoryQuery {
  readonly report?: boolean
  readonly language?: Language
}

/** `codeerbank history`: prints what was done, a line a change, by whom and when; or all of it as an audit trail. */
export async function historyCommand(
  file: string,
  { report = false, language, from, until, ...others }: HistoryOptions,
  terminal: Terminal,
): Promise<boolean> {
  const query = {
    ...others,
    ...(from === undefined ? {} : { from: givenTime(from, terminal) }),
    ...(until === undefined ? {} : { until: givenTime(until, terminal) }),
  }
  await usingStudy(openStudy(file, { readOnly: true }), terminal, async store => {
    if (report) {
      const { study, head } = store
      terminal.stdout.write(auditReport(await store.history(), study, head, language ?? study.language))
      return
    }
    const entries = await store.history(query)
    if (entries.length === 0 && query.code !== undefined) await refuseCodeThatNeverWas(store, query.code)
    for (const entry of entries) terminal.stdout.write(`${lineOf(entry)}\n`)
    if (entries.length === 0) terminal.stderr.write(noSuchEntries(await store.history()))
  })
  return true
}

/** Refuses a code of which the history says nothing, for no code was ever called so. */
async function refuseCodeThatNeverWas(store: StudyStore, code: string): Promise<void> {
  const all = await store.history({ kind: 'add-code' })
  const added = all.flatMap(({ change }) => (change?.kind === 'add-code' ? change.code.id : []))
  if (!added.includes(code) && !store.study.codes.some(({ id }) => id === code))
    throw new UsageError(unknownCode(code, store.study.codes, store.study.language))
}

function noSuchEntries(all: readonly LogEntry[]): string {
  const kinds = new Set(all.flatMap(({ change }) => change?.kind ?? []))
  const people = new Set(all.map(({ by }) => by))
  return `There is no such entry in the history. Its kinds are: ${[...kinds].join(', ')}. It is by: ${[...people].join(', ')}.\n`
}

function lineOf({ seq, recorded, by, action, change, target, merged }: LogEntry): string {
  const done = merged === undefined ? `${action} of batch ${target}` : takenIn(merged)
  return [seq, recorded, by, change === undefined ? done : whatWasDone(change)].join('\t')
}

/** The id of a change says what it is about, but for those of which blind copies must not know that. */
function whatWasDone(change: Change): string {
  const placed = change.kind === 'accept-segment' || change.kind === 'place-segment'
  return `${change.kind} ${placed ? change.segment : change.id}`
}

function takenIn(part: NonNullable<LogEntry['merged']>): string {
  if ('conflict' in part)
    return isMeeting(part.conflict)
      ? 'note of what a blind copy was made of'
      : `conflict about ${part.conflict.about}`
  if ('unseen' in part) return `${part.unseen.change} made without knowing ${part.unseen.redefinition}`
  if ('change' in part.event) return whatWasDone(part.event.change)
  return `${part.event.turn} in a copy: ${part.event.changes.join(', ')}`
}

/** `codeerbank undo` and `redo`: the last batch of changes, and says what is then in the study. */
export async function turnBackCommand(
  action: 'undo' | 'redo',
  file: string,
  { all = false }: { readonly all?: boolean },
  terminal: Terminal,
): Promise<boolean> {
  await usingStudy(openStudy(file), terminal, async store => {
    if (action === 'undo' && store.next.undo === 1 && !all)
      throw new UsageError(
        'What would be undone is how the study came into the file, so that nothing of it would be left. Add --all if that is meant.',
      )
    const study = await store[action]()
    if (study === null) {
      const joined = action === 'undo' && (await store.history()).some(entry => entry.action === 'merge')
      const since = joined
        ? ' since copies were joined, which is not undone: a backup has what was before'
        : ''
      terminal.stdout.write(`There is nothing to ${action}${since}.\n`)
      return
    }
    // Others may have undone something just before.
    const [turn] = await store.history({ batch: store.head.seq })
    const turned = await store.history({ batch: turn!.target! })
    const kinds = Map.groupBy(turned, ({ change }) => labelText(changeLabels[change!.kind], 'en'))
    for (const [what, { length }] of kinds)
      terminal.stdout.write(`${action === 'undo' ? 'undone' : 'done again'}: ${length} x ${what}\n`)
    terminal.stdout.write(`${summaryOf(study)}\n`)
  })
  return true
}

/** `codeerbank as-of`: what was in the study at a time. */
export async function asOfCommand(file: string, time: string, terminal: Terminal): Promise<boolean> {
  const at = givenTime(time, terminal)
  await usingStudy(openStudy(file, { readOnly: true }), terminal, async store => {
    terminal.stdout.write(`${summaryOf(await store.asOf(at))}\n`)
  })
  return true
}

export interface CorrectOptions {
  readonly apply?: boolean
  readonly by: string
  readonly reason?: string
}

/**
 * `codeerbank correct`: shows what a corrected transcript does to the segments of its source, and applies it where that is
 * asked for.
 */
export async function correctCommand(
  file: string,
  sourceId: string,
  textFile: string,
  { apply = false, by, reason }: CorrectOptions,
  terminal: Terminal,
): Promise<boolean> {
  const bytes = await readGivenFile(textFile)
  await usingStudy(openStudy(file, { readOnly: !apply }), terminal, async store => {
    const { study } = store
    refuseUnknown('source', sourceId, study.sources)
    const read = await readCorrected(bytes, textFile, byId(study.sources, sourceId)!)
    for (const problem of read.problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
    const at = new Date().toISOString()
    const correction = correctSource(study, sourceId, read.value.text, {
      by,
      at,
      ...(reason === undefined ? {} : { reason }),
    })
    terminal.stdout.write(tableToMarkdown(certificateTable(correction, study.language), study))
    const { certificate } = correction
    if (certificate.length > 1 && certificate.every(({ verdict }) => verdict === 'lost'))
      terminal.stderr.write(
        `${textFile}: warning: None of the ${certificate.length} segments of "${sourceId}" is found in it. Is it the text of that source?${apply ? ' "codeerbank undo" brings back what was.' : ''} (all-lost)\n`,
      )
    if (isAsItWas(correction.change, byId(study.sources, sourceId)!))
      terminal.stderr.write(`"${sourceId}" has this text already: there is nothing to correct.\n`)
    else if (apply) {
      await store.apply([correction.change])
      const waiting = segmentsInDoubt(store.study).length
      if (waiting > 0)
        terminal.stdout.write(
          `\n${waiting} ${waiting === 1 ? 'segment waits' : 'segments wait'} for somebody to look: "codeerbank segments list" shows what.\n`,
        )
    } else terminal.stderr.write('Nothing was changed. Add --apply to keep this correction.\n')
  })
  return true
}

function isAsItWas({ text, turns }: Pick<Source, 'text' | 'turns'>, was: Source): boolean {
  return text === was.text && JSON.stringify(turns) === JSON.stringify(was.turns)
}

/**
 * The corrected text of a source, with what a person should look at in it.
 *
 * @throws StudyError where it is no text, or nobody speaks in it who did before: it is then another file than was meant
 */
async function readCorrected(bytes: Uint8Array, file: string, { kind, turns }: Source) {
  const { value, problems } = await readTranscript(bytes, { name: file, metadata: { kind } })
  const told = problems.filter(({ code }) => code !== 'no-turns' || turns.length > 0)
  const all = told.map(problem => placed(problem, { file }))
  if (hasErrors(all)) throw new StudyError(all)
  return { value, problems: all }
}

export interface VerifyCommandOptions {
  readonly head?: string
  readonly manifest?: string
}

/**
 * `codeerbank verify`: walks the whole history and checks every segment against its text, and whether the history still has the state
 * that was written down, or that a build was made of.
 */
export async function verifyCommand(
  file: string,
  { head: written, manifest }: VerifyCommandOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (written !== undefined && manifest !== undefined)
    throw new UsageError('Give either --head or --manifest, not both.')
  const has = manifest === undefined ? written?.toLowerCase() : await headOfManifest(manifest)
  if (has !== undefined && !/^[0-9a-f]{64}$/.test(has))
    throw new UsageError('The hash of an entry has 64 digits, 0 to 9 and a to f. Copy it whole.')
  const { head, problems } = await verifyStudy(file, has === undefined ? {} : { has })
  for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
  terminal.stdout.write(`${head.seq} changes are sound; the last is ${head.hash}\n`)
  return problems.length === 0
}

/** The state of the history that a build was made of. */
async function headOfManifest(file: string): Promise<string> {
  const text = await readGivenText(file)
  const read = manifestSchema.safeParse(parsedOrNull(text))
  if (read.success) return read.data.study.head.hash
  throw new UsageError(
    `${file}: This is no manifest of a build from a study that keeps its history. Name the manifest.json of one.`,
  )
}

const manifestSchema = z.object({ study: z.object({ head: z.object({ hash: z.string() }) }) })

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `codeerbank backup`: a consistent copy, also while someone works. */
export async function backupCommand(file: string, copy: string, terminal: Terminal): Promise<boolean> {
  if (copy === '') throw new UsageError('The name of the copy is empty. Give it one.')
  if (isPostgresAddress(copy))
    throw new UsageError(
      `A backup is a file. For a copy on a server: codeerbank convert "${file}" "${shownAddress(copy)}".`,
    )
  if (existsSync(copy)) throw new UsageError(`There is a file "${copy}" already. Name another one.`)
  if (!isKeptStudy(copy))
    throw new UsageError(
      `A backup named "${copy}" could not be worked with. Give it a name that ends in .codeerbank.`,
    )
  await usingStudy(openStudy(file, { readOnly: true }), terminal, store => store.backup(copy))
  terminal.stdout.write(`${copy}\n`)
  return true
}
