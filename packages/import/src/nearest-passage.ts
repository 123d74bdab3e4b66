import { distance } from 'fastest-levenshtein'

/** The stretch of a text that comes nearest to some words. */
export interface NearestPassage {
  readonly start: number
  readonly end: number
}

/** No more words of a quote than this are compared, and no more starting places than this weighed in full. */
const mostWords = 60
const mostPlaces = 12

/**
 * Finds the stretch of a text with most words of a quote in it, letters of either case being the same; of several, the
 * one that takes the fewest edits (Levenshtein). Takes time in proportion to the text.
 *
 * @returns `undefined` where no stretch has half of the words
 */
export function nearestPassage(text: string, quote: string): NearestPassage | undefined {
  const wanted = wordsOf(quote).slice(0, mostWords)
  const words = wordsOf(text)
  const width = Math.min(wanted.length, words.length)
  if (width === 0) return undefined
  const need = new Map<string, number>()
  for (const { word } of wanted) need.set(word, (need.get(word) ?? 0) + 1)
  const have = new Map<string, number>()
  let shared = 0
  let best = 0
  let places: number[] = []
  for (let i = 0; i < words.length; i++) {
    const entering = words[i]!.word
    const entered = (have.get(entering) ?? 0) + 1
    have.set(entering, entered)
    if (entered <= (need.get(entering) ?? 0)) shared++
    if (i >= width) {
      const leaving = words[i - width]!.word
      const left = have.get(leaving)! - 1
      have.set(leaving, left)
      if (left < (need.get(leaving) ?? 0)) shared--
    }
    const start = i - width + 1
    if (start < 0 || shared < best) continue
    if (shared > best) places = []
    best = shared
    if (places.length < mostPlaces) places.push(start)
  }
  if (best * 2 < wanted.length) return undefined
  const folded = quote.toLowerCase()
  let nearest: NearestPassage | undefined
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const passage = { start: words[place]!.start, end: words[place + width - 1]!.end }
    const edits = distance(folded, text.slice(passage.start, passage.end).toLowerCase())
    if (edits < least) {
      least = edits
      nearest = passage
    }
  }
  return nearest
}

function wordsOf(text: string): readonly { word: string; start: number; end: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), match => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
