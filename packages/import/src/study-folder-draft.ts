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
  const { value, problems } = applyFitting(
    draft.study,
    written.map(({ change }) => change),
  )
  const refused = new Set<unknown>()
  if (problems.length > 0) {
    const places = new Map(written.map(({ change, place }) => [change.id, place]))
    for (const problem of problems) {
      const id = problem.place?.path?.at(-1)
      refused.add(id)
      const { place: _, ...said } = problem
      draft.problems.push(placed(said, places.get(String(id)) ?? {}))
    }
  }
  draft.study = value
  for (const { change } of written) if (!refused.has(change.id)) draft.changes.push(change)
}
