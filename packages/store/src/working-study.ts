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
  /**
   * Puts a batch on top. Throws StudyError, and changes nothing, where one of its changes does not fit.
   *
   * @param end the entry of the log up to which the study is then what the log makes
   */
  apply(batch: number, changes: readonly Change[], end: number): void
  /** Takes the last batch away; `false` where it is another one, or what was before it is no longer known. */
  takeBack(batch: number): boolean
  /** Of the states that are kept the last one up to an entry of the log; `null` for none. */
  stateUpTo(seq: number): PlacedStudy | null
  /** Of the states that are kept the first one from an entry of the log on; `null` for none. */
  stateFrom(seq: number): PlacedStudy | null
}

/** A study, and the entry of the log up to which it is what the log makes. */
export interface PlacedStudy {
  readonly study: Study
  readonly end: number
}

interface State extends PlacedStudy {
  /** What was applied since; of a large batch, which is always the last, not the changes. */
  readonly since: Batch[]
}

interface Batch {
  readonly batch: number
  readonly changes: readonly Change[]
  /** How many changes it has. */
  readonly size: number
  /** The entry of the log up to which the study is then what the log makes. */
  readonly end: number
}

/** Begins to work on a study. */
export function workingStudy(start: PlacedStudy): WorkingStudy {
  const states: State[] = [{ ...start, since: [] }]
  let writer = studyWriter(start.study)
  const current = () => states.at(-1)!
  const keepState = () => {
    states.push({ study: writer.study, end: current().since.at(-1)!.end, since: [] })
    if (states.length > mostStates) forgetOne(states)
  }

  return {
    get study() {
      if (current().since.length > 0) keepState()
      return current().study
    },
    apply(batch, changes, end) {
      writer.apply(changes)
      const size = changes.length
      const { since } = current()
      since.push({ batch, changes: size > largeBatch ? [] : changes, size, end })
      if (size > largeBatch || sizeOf(since) > mostSince) keepState()
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
    stateUpTo: seq => states.findLast(({ end }) => end <= seq) ?? null,
    stateFrom: seq => states.find(({ end }) => end >= seq) ?? null,
  }
}

/** Forgets one state: a former one after which little was done, whose batches can be told of with those before it, or else the first. */
function forgetOne(states: State[]): void {
  let least = mostSince + 1
  let at = 0
  for (let i = 1; i < states.length - 2; i++) {
    const before = states[i - 1]!.since
    const size = sizeOf(before) + sizeOf(states[i]!.since)
    if (size >= least || before.at(-1)!.size > largeBatch) continue
    least = size
    at = i
  }
  if (at > 0) states[at - 1]!.since.push(...states[at]!.since)
  states.splice(at, 1)
}

function sizeOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, { size }) => sum + size, 0)
}
