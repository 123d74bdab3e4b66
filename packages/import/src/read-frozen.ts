import { codebookVersion } from '@codeerbank/codebook'
import type { OpenedStudyFile } from './read-study-file.ts'
import { addChanges, type FolderDraft, reader } from './study-folder-draft.ts'

/**
 * Freezes the codebook where `study.yaml` says so, once it is whole; a codebook that was changed since its version was noted is a
 * problem.
 */
export function readFrozen(draft: FolderDraft, { value, lineOf }: OpenedStudyFile, file: string): void {
  const { frozen } = value
  if (frozen === undefined) return
  const { round, version, by = reader, at = draft.at } = frozen
  const place = { file, line: lineOf(['frozen']) }
  addChanges(draft, [{ change: { id: 'freeze-codebook', kind: 'freeze-codebook', round, by, at }, place }])
  const found = codebookVersion(draft.study)
  if (version === undefined || version === found) return
  draft.problems.push({
    code: 'codebook-changed',
    severity: 'error',
    message: `The codebook is frozen for "${round}" in version ${version}, and is ${found} now. Put it back as it was; or, if it may change, take "frozen" away or note the new version.`,
    place: { file, line: lineOf(['frozen', 'version']) },
  })
}
