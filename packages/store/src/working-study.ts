import { type Change, type Study, studyWriter } from '@codeerbank/core'

/** How many states of the study are kept to go back to. */
const mostStates = 16

/** After how many batches, or changes in a batch, the study is kept as it is then. */
const mostSince = 1_000
const largeBatch = 10_000

/** The study of a store while it is worked on: batches come on top of it, and go again. */
export interface WorkingStudy {
  /** The study as it is now; asked for after each of many changes it is copied as often. */
  readonly study: Study
  /** Puts a batch on top. Throws StudyError, and changes nothing, where one of its changes does not fit. */
  apply(batch: number, changes: readonly Change[]): void
  /** Takes the last batch away; `false` where it is another one, or what was before it is no longer known. */
  takeBack(batch: number): boolean
}

interface State {
  readonly study: Study
  /** What was applied since; of a large batch, which is always the last, not the changes. */
  readonly since: { readonly batch: number; readonly changes: readonly Change[] }[]
}

export function workingStudy(start: Study): WorkingStudy {
  const states: State[] = [{ study: start, since: [] }]
  let writer = studyWriter(start)
  const current = () => states.at(-1)!
  const keepState = () => {
    states.push({ study: writer.study, since: [] })
    if (states.length > mostStates) states.shift()
  }

  return {
    get study() {
      if (current().since.length > 0) keepState()
      return current().study
    },
    apply(batch, changes) {
      writer.apply(changes)
      const large = changes.length > largeBatch
      const { since } = current()
      since.push({ batch, changes: large ? [] : changes })
      if (large || since.length > mostSince) keepState()
    },
    takeBack(batch) {
      const before = current().since.length > 0 ? current() : states.at(-2)
      if (before?.since.at(-1)?.batch !== batch) return false
      if (before !== current()) states.pop()
      before.since.pop()
      writer = studyWriter(before.study)
      for (const { changes } of before.since) writer.apply(changes)
      return true
    },
  }
}
