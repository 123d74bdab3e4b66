import {
  applyFitting,
  type Change,
  emptyStudy,
  type Place,
  type Problem,
  placed,
  type Study,
  unknownTime,
} from '@codeerbank/core'

/** Who makes the changes that no researcher made by hand: the reader of the folder. */
export const reader = 'codeerbank'

/** A study that grows while a folder is read: its changes so far, and every problem with its place. */
export interface FolderDraft {
  study: Study
  readonly changes: Change[]
  readonly problems: Problem[]
  /** The time of changes for which the files give none. */
  at: string
}

export function startFolder(): FolderDraft {
  return { study: emptyStudy, changes: [], problems: [], at: unknownTime }
}

/** A change, and where in the folder it is written. */
export interface WrittenChange {
  readonly change: Change
  readonly place: Place
}

/** Applies changes to the study; one that does not fit it becomes a problem at the place where it is written. */
export function addChanges(draft: FolderDraft, written: readonly WrittenChange[]): void {
  // Numbered, so that of two changes with one id the one that does not fit is known.
  const { value, problems } = applyFitting(
    draft.study,
    written.map(({ change }, i) => ({ ...change, id: String(i) })),
  )
  const refused = new Set<number>()
  for (const { place, ...said } of problems) {
    const i = Number(place?.path?.at(-1))
    refused.add(i)
    draft.problems.push(placed(said, written[i]?.place ?? {}))
  }
  draft.study = value
  written.forEach(({ change }, i) => {
    if (!refused.has(i)) draft.changes.push(change)
  })
}
