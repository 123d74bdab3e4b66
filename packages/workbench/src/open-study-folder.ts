import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  checkClaims,
  checkConflicts,
  checkJudgements,
  checkRecodingDebt,
  checkSegmentsInDoubt,
} from '@codeerbank/analysis'
import { type Codebook, hasErrors, type Problem, type Study, StudyError } from '@codeerbank/core'
import { loadStudyFolder, type StudyFolder } from '@codeerbank/import'
import { isPostgresAddress, type LogHead, openStudy } from '@codeerbank/store'
import { UsageError } from './terminal.ts'

/** A study that can be worked with, and what a person should still look at. */
export interface OpenedStudy extends StudyFolder {
  readonly problems: readonly Problem[]
  /** Where its history stands, where it is kept with one. */
  readonly head?: LogHead
}

/** @param conflicts whether what is left to settle of copies that were joined is told too, for which the whole history is read */
async function load(path: string, { conflicts = false } = {}): Promise<OpenedStudy> {
  if (!isPostgresAddress(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) throw new UsageError(`There is no folder or file "${path}".`)
    if (found.isDirectory()) {
      const loaded = await loadStudyFolder(path)
      return { ...loaded, codebook: codebookOf(loaded.study) }
    }
    if (/\.(qdpx|qde)$/i.test(path))
      throw new UsageError(
        `"${path}" is a project of another program. Make a study of it first: codeerbank convert "${path}" "${basename(path).replace(/\.\w+$/, '')}.codeerbank".`,
      )
    if (!isKeptStudy(path))
      throw new UsageError(
        `"${path}" is no study. Name the folder that holds study.yaml, a file that ends in .codeerbank, or the address of a study on a server.`,
      )
  }
  const store = await openStudy(path, { readOnly: true })
  try {
    const { study, head } = store
    const { open, left } = conflicts ? await store.conflicts() : { open: [], left: [] }
    const problems = [...store.problems, ...left, ...checkConflicts(open, study, path)]
    return { study, changes: [], problems, codebook: codebookOf(study), head }
  } finally {
    await store.close()
  }
}

/** The codebook of a study bears its title, whatever the file was called that it came from. */
function codebookOf({ title, codes, frames }: Study): Codebook {
  return { title, codes, frames }
}

/** Whether a study with its history is, or would be, kept at a place: in a file, or on a server. */
export function isKeptStudy(place: string): boolean {
  return place.toLowerCase().endsWith('.codeerbank') || isPostgresAddress(place)
}

/**
 * Reads a study folder for work on it.
 *
 * @throws StudyError with all problems where there is an error among them; UsageError where there is no such folder
 */
export async function openStudyFolder(folder: string): Promise<OpenedStudy> {
  const loaded = await load(folder)
  if (hasErrors(loaded.problems)) throw new StudyError(loaded.problems)
  return {
    ...loaded,
    problems: [
      ...loaded.problems,
      ...checkJudgements(loaded.study),
      ...checkClaims(loaded.study),
      ...checkRecodingDebt(loaded.study),
      ...checkSegmentsInDoubt(loaded.study),
    ],
  }
}

/** Everything that is wrong with a study: in its files, between its judgements and its codings, and between copies that were joined. */
export async function problemsOfFolder(folder: string): Promise<OpenedStudy> {
  const loaded = await load(folder, { conflicts: true })
  return {
    ...loaded,
    problems: [
      ...loaded.problems,
      ...checkJudgements(loaded.study),
      ...checkClaims(loaded.study),
      ...checkRecodingDebt(loaded.study),
      ...checkSegmentsInDoubt(loaded.study),
    ],
  }
}
