import { applyOne } from './apply-changes.ts'
import type { Change } from './change.ts'
import type { Study } from './study.ts'
import { draftStudy, finishDraft, type StudyDraft } from './study-draft.ts'
import { StudyError } from './study-error.ts'

/** A study that is changed many times in a row. What is changed is copied when the study is asked for, not at every change. */
export interface StudyWriter {
  /**
   * Applies changes, all or none of them.
   *
   * @throws StudyError with a problem for every change that does not fit
   */
  apply(changes: readonly Change[]): void
  /** The study after all that was applied. */
  readonly study: Study
}

/** Begins to change a study; the study given is not touched. */
export function studyWriter(from: Study): StudyWriter {
  let base = from
  let pending: Change[] = []
  let draft: StudyDraft | null = null

  const opened = (): StudyDraft => {
    if (draft !== null) return draft
    if (pending.length > 0) settle(draftStudy(base), pending)
    draft = draftStudy(base)
    return draft
  }
  /** What was applied becomes the study to go on from, so that no change is ever applied a third time. */
  const settle = (into: StudyDraft, changes: readonly Change[]) => {
    for (const change of changes) applyOne(into, change)
    base = finishDraft(into)
    pending = []
    draft = null
  }

  return {
    apply(changes) {
      const current = opened()
      // What breaks off leaves a draft of which nobody knows how far it came.
      draft = null
      for (const change of changes) applyOne(current, change)
      if (current.problems.length > 0) {
        const problems = current.problems.splice(0)
        // A change that is refused alone has changed nothing; of several the others have.
        if (changes.length <= 1) draft = current
        throw new StudyError(problems)
      }
      draft = current
      for (const change of changes) pending.push(change)
    },
    get study() {
      if (pending.length === 0) return base
      if (draft === null) opened()
      else settle(draft, [])
      return base
    },
  }
}
