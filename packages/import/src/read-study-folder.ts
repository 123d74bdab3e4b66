import { hasErrors, type Study, StudyError } from '@codeerbank/core'
import { loadStudyFolder } from './load-study-folder.ts'

/**
 * Reads a study folder that is expected to be right (`loadStudyFolder` also gives one that is not, and its warnings).
 *
 * @param folder path of the folder that holds `study.yaml`
 * @throws StudyError with every problem in the folder, where there is an error among them
 */
export async function readStudyFolder(folder: string): Promise<Study> {
  const { study, problems } = await loadStudyFolder(folder)
  if (hasErrors(problems)) throw new StudyError(problems)
  return study
}
