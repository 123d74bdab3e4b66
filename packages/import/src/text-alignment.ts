import { diffArrays } from 'diff'

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

/** More edits than this are not looked for: then the texts have little in common and only equal words are matched. */
const mostEdits = 20_000

/**
 * Aligns two versions of a text word by word (Myers' difference algorithm, through the library jsdiff).
 *
 * @param before the normalised text as it was
 * @param after the normalised text as it is
 */
export function alignTexts(before: string, after: string): TextAlignment {
  const runs: CommonRun[] = []
  let [i, j] = [0, 0]
  const parts = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: mostEdits }) ?? []
  for (const { value, added, removed } of parts) {
    const length = value.reduce((sum, token) => sum + token.length, 0)
    if (added) j += length
    else if (removed) i += length
    else {
      const last = runs.at(-1)
      if (last !== undefined && last.before + last.length === i && last.after + last.length === j)
        runs[runs.length - 1] = { ...last, length: last.length + length }
      else runs.push({ before: i, after: j, length })
      i += length
      j += length
    }
  }
  return { runs, place: (offset, edge) => placeIn(runs, offset, edge, after.length) }
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
