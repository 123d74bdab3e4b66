import { beginsWord, endsWord } from './detect-offsets.ts'

/** Finds words in a text; `several` where they stand in more places than one, `nowhere` where they do not. */
export type WordsFinder = (
  words: string,
) => { readonly start: number; readonly end: number } | 'several' | 'nowhere'

/** How many characters may be looked through in a project, together: that takes a second or two. */
export const mostLookedThrough = 2_000_000_000

/**
 * Finds whole words in a text whatever white space stands between them, since what a page shows has other line ends than its text.
 *
 * @param budget how many characters may still be looked through; past that nothing is found
 */
export function wordsFinder(text: string, budget: { left: number }): WordsFinder {
  const runs: { readonly at: number; readonly squeezed: number }[] = []
  const pieces: string[] = []
  let length = 0
  for (const { 0: piece, index } of text.matchAll(/\S+/gu)) {
    runs.push({ at: index, squeezed: length })
    pieces.push(piece)
    length += piece.length
  }
  const squeezed = pieces.join('')
  const offsetOf = (place: number): number => {
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (runs[middle]!.squeezed <= place) low = middle + 1
      else high = middle
    }
    const { at, squeezed: before } = runs[low - 1]!
    return at + place - before
  }
  return words => {
    const wanted = words.replace(/\s+/gu, '')
    let found: { readonly start: number; readonly end: number } | undefined
    if (wanted === '' || budget.left < squeezed.length) return 'nowhere'
    budget.left -= squeezed.length
    for (let at = squeezed.indexOf(wanted); at !== -1; at = squeezed.indexOf(wanted, at + 1)) {
      const start = offsetOf(at)
      const end = offsetOf(at + wanted.length - 1) + 1
      if (!beginsWord(text, start) || !endsWord(text, end)) continue
      if (found !== undefined) return 'several'
      found = { start, end }
    }
    return found ?? 'nowhere'
  }
}
