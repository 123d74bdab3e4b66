import { stat } from 'node:fs/promises'
import { checkClaims, checkJudgements, checkRecodingDebt } from '@codeerbank/analysis'
import { hasErrors, type Problem, StudyError } from '@codeerbank/core'
import { loadStudyFolder, type StudyFolder } from '@codeerbank/import'
import { isPostgresAddress, openStudy } from '@codeerbank/store'
import { UsageError } from './terminal.ts'

/** A study that can be worked with, and what a person should still look at. */
export interface OpenedStudy extends StudyFolder {
  readonly problems: readonly Problem[]
}

async function load(path: string): Promise<StudyFolder> {
  if (!isPostgresAddress(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) throw new UsageError(`There is no folder or file "${path}".`)
    if (found.isDirectory()) return loadStudyFolder(path)
    if (!isKeptStudy(path))
      throw new UsageError(
        `"${path}" is no study. Name the folder that holds study.yaml, a file that ends in .codeerbank, or the address of a study on a server.`,
      )
  }
  const store = await openStudy(path, { readOnly: true })
  try {
    const { study } = store
    const { title, codes, frames } = study
    return { study, changes: [], problems: [], codebook: { title, codes, frames } }
  } finally {
    await store.close()
  }
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
    ],
  }
}

/** Everything that is wrong with a study folder: in its files, and between its judgements and its codings. */
export async function problemsOfFolder(folder: string): Promise<OpenedStudy> {
  const loaded = await load(folder)
  return {
    ...loaded,
    problems: [
      ...loaded.problems,
      ...checkJudgements(loaded.study),
      ...checkClaims(loaded.study),
      ...checkRecodingDebt(loaded.study),
    ],
  }
}
