import { diffArrays } from 'diff'
import { sharedLandmarks } from './shared-landmarks.ts'

/** A run of text that stands in both versions: offsets of its start in each, and how long it is. */
export interface CommonRun {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** How a corrected text lies against the one before it. */
export interface TextAlignment {
  /** In order in both versions. */
  readonly runs: readonly CommonRun[]
  /** Where an offset of the old text lies in the new one: exactly within a run, between runs at the nearer end. */
  readonly place: (offset: number, edge: 'start' | 'end') => number
}

/**
 * More edits than this are not looked for between two landmarks, and fewer where looking was often in vain: it takes a time
 * that grows with their square, and all of it together stays within what is left.
 */
const mostEdits = 2000
const mostWork = 8_000_000

/**
 * Aligns two versions of a text: by the lines with which both begin and end, by those that stand once in both, and between these word by word (Myers' difference
 * algorithm, through the library jsdiff); where too much differs for that, by the words that stand once in both.
 *
 * @param before the normalised text as it was
 * @param after the normalised text as it is
 */
export function alignTexts(before: string, after: string): TextAlignment {
  const found: CommonRun[] = []
  let [i, j] = [0, 0]
  let workLeft = mostWork
  const step = (old: readonly string[], now: readonly string[], equal: boolean) => {
    if (equal && old.length > 0) addRun(found, { before: i, after: j, length: lengthOf(old) })
    i += lengthOf(old)
    j += lengthOf(now)
  }
  const [old, now] = [linesOf(before), linesOf(after)]
  const { head, tail } = commonEnds(old, now)
  step(old.slice(0, head), now.slice(0, head), true)
  between(old.slice(head, old.length - tail), now.slice(head, now.length - tail), step, (old, now) => {
    const words = [tokensOf(old.join('')), tokensOf(now.join(''))] as const
    if (!byDifference(...words)) between(...words, step, coarse)
  })
  step(old.slice(old.length - tail), now.slice(now.length - tail), true)
  const runs = clipped(found, before.length, after.length)
  return { runs, place: (offset, edge) => placeIn(runs, offset, edge, after.length) }

  function coarse(old: readonly string[], now: readonly string[]): void {
    if (!byDifference(old, now)) step(old, now, false)
  }

  /** @returns `false` where the two differ too much, and then no step is made */
  function byDifference(old: readonly string[], now: readonly string[]): boolean {
    const maxEditLength = Math.floor(Math.min(mostEdits, Math.sqrt(workLeft)))
    const parts = diffArrays([...old], [...now], { maxEditLength })
    if (parts === undefined) {
      workLeft -= maxEditLength ** 2
      return false
    }
    for (const { value, added, removed } of parts)
      step(added ? [] : value, removed ? [] : value, !added && !removed)
    return true
  }
}

type Step = (old: readonly string[], now: readonly string[], equal: boolean) => void

/** Takes the landmarks as equal, and gives what is between them to `rest`. */
function between(
  old: readonly string[],
  now: readonly string[],
  step: Step,
  rest: (old: readonly string[], now: readonly string[]) => void,
): void {
  let [i, j] = [0, 0]
  for (const [a, b] of [...sharedLandmarks(old, now), [old.length, now.length] as const]) {
    if (i < a || j < b) rest(old.slice(i, a), now.slice(j, b))
    step(old.slice(a, a + 1), now.slice(b, b + 1), true)
    ;[i, j] = [a + 1, b + 1]
  }
}

function addRun(runs: CommonRun[], run: CommonRun): void {
  const last = runs.at(-1)
  if (
    last !== undefined &&
    last.before + last.length === run.before &&
    last.after + last.length === run.after
  )
    runs[runs.length - 1] = { ...last, length: last.length + run.length }
  else runs.push(run)
}

/** How many lines two texts have in common at the beginning, and of the rest at the end. */
function commonEnds(old: readonly string[], now: readonly string[]): { head: number; tail: number } {
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  return { head, tail }
}

/** Runs without the line end that was only thought behind a text. */
function clipped(runs: readonly CommonRun[], before: number, after: number): readonly CommonRun[] {
  return runs
    .map(run => ({ ...run, length: Math.min(run.length, before - run.before, after - run.after) }))
    .filter(({ length }) => length > 0)
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0)
}

/** Lines with their ends; the last is given one, so that it is the same line where others come after it. */
function linesOf(text: string): string[] {
  return (text === '' || text.endsWith('\n') ? text : `${text}\n`).match(/[^\n]*\n/g) ?? []
}

/** Words, and what stands between them, so that all of them together are the text. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

/** The last run that begins at or before an offset; -1 for none. */
export function runAt(runs: readonly CommonRun[], offset: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.before <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function placeIn(runs: readonly CommonRun[], offset: number, edge: 'start' | 'end', end: number): number {
  const at = runAt(runs, edge === 'end' ? Math.max(0, offset - 1) : offset)
  const run = runs[at]
  if (run !== undefined) {
    const into = offset - run.before
    if (into < run.length || (edge === 'end' && into <= run.length)) return run.after + into
  }
  // Between two runs: a start goes to the beginning of what stands there now, an end to its end.
  if (edge === 'start') return run === undefined ? 0 : run.after + run.length
  return runs[at + 1]?.after ?? end
}
