/** A text without some stretches of it, and where what stood in it before stands now. */
export interface CutText {
  readonly text: string
  /** The place in the text that is left of an offset in the whole; of one amid a stretch that is gone, where that stood. */
  readonly place: (at: number) => number
}

/**
 * Takes stretches out of a text.
 *
 * @param cuts in order, none over another
 */
export function cutOut(
  text: string,
  cuts: readonly { readonly from: number; readonly to: number }[],
): CutText {
  const kept: string[] = []
  /** How much went before each stretch. */
  const before: number[] = []
  let at = 0
  let removed = 0
  for (const { from, to } of cuts) {
    kept.push(text.slice(at, from))
    before.push(removed)
    removed += to - from
    at = to
  }
  kept.push(text.slice(at))
  return { text: kept.join(''), place }

  function place(offset: number): number {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (cuts[middle]!.from < offset) low = middle + 1
      else high = middle
    }
    const cut = cuts[low - 1]
    if (cut === undefined) return offset
    const gone = before[low - 1]!
    return offset < cut.to ? cut.from - gone : offset - gone - (cut.to - cut.from)
  }
}
