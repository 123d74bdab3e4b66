import { beginsWord, endsWord } from './detect-offsets.ts'

/** Finds words in a text; `several` where they stand in more places than one, `nowhere` where they do not, `unsearched` past the budget. */
export type WordsFinder = (
  words: string,
) => { readonly start: number; readonly end: number } | 'several' | 'nowhere' | 'unsearched'

/** How many characters may be looked through in a project, together: that takes a second or so. */
export const mostLookedThrough = 500_000_000

/**
 * Finds whole words in a text whatever white space stands between them, since what a page shows has other line ends than its text.
 *
 * @param budget how many characters may still be looked through
 */
export function wordsFinder(text: string, budget: { left: number }): WordsFinder {
  // Where each stretch without white space begins, in the text and without white space.
  const starts = [0]
  const places = [0]
  let before = 0
  for (const { 0: space, index } of text.matchAll(/\s+/gu)) {
    before += space.length
    starts.push(index + space.length)
    places.push(index + space.length - before)
  }
  const squeezed = text.replace(/\s+/gu, '')
  const offsetOf = (place: number): number => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! <= place) low = middle + 1
      else high = middle
    }
    return starts[low - 1]! + place - places[low - 1]!
  }
  return words => {
    const wanted = words.replace(/\s+/gu, '')
    let found: { readonly start: number; readonly end: number } | undefined
    if (wanted === '') return 'nowhere'
    if (budget.left < squeezed.length) return 'unsearched'
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
