import { stat } from 'node:fs/promises'
import { checkClaims, checkJudgements } from '@codeerbank/analysis'
import { hasErrors, type Problem, StudyError } from '@codeerbank/core'
import { loadStudyFolder, type StudyFolder } from '@codeerbank/import'
import { UsageError } from './terminal.ts'

/** A study that can be worked with, and what a person should still look at. */
export interface OpenedStudy extends StudyFolder {
  readonly problems: readonly Problem[]
}

async function load(folder: string): Promise<StudyFolder> {
  const found = await stat(folder).catch(() => undefined)
  if (found === undefined) throw new UsageError(`There is no folder "${folder}".`)
  if (!found.isDirectory())
    throw new UsageError(`"${folder}" is no folder. Name the folder that holds study.yaml.`)
  return loadStudyFolder(folder)
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
    problems: [...loaded.problems, ...checkJudgements(loaded.study), ...checkClaims(loaded.study)],
  }
}

/** Everything that is wrong with a study folder: in its files, and between its judgements and its codings. */
export async function problemsOfFolder(folder: string): Promise<OpenedStudy> {
  const loaded = await load(folder)
  return {
    ...loaded,
    problems: [...loaded.problems, ...checkJudgements(loaded.study), ...checkClaims(loaded.study)],
  }
}
