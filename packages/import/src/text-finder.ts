import { findQuote, type Span } from '@codeerbank/core'
import { distance } from 'fastest-levenshtein'

/** Finds quotes in one text, many of them in little time. */
export interface TextFinder {
  /** Places with the exact words, in order, at most so many. */
  readonly exactly: (quote: string, most: number) => readonly Span[]
  /** The stretch with most of a quote's words; `undefined` where no stretch has seven in ten. */
  readonly nearest: (quote: string) => Span | undefined
}

interface Word extends Span {
  readonly word: string
}

/** Words of a quote that are compared, those by which it is looked for, and places that are weighed: all of them, and in full. */
const mostWords = 60
const mostRare = 8
const mostTried = 100
const mostPlaces = 12
/** A stretch with a smaller share of a quote's words is not taken for it. */
const enoughShared = 0.7

/** Puts the words of a text into an index, so that a quote is only looked for where one of its rarest words stands. */
export function textFinder(text: string): TextFinder {
  const words = wordsOf(text)
  const places = new Map<string, number[]>()
  words.forEach(({ word }, i) => {
    const known = places.get(word)
    if (known === undefined) places.set(word, [i])
    else known.push(i)
  })
  /** The places of words in a quote and in the text, those of the rarest words first. */
  const occurrences = (wanted: readonly Word[]) =>
    wanted
      .map(({ word }, at) => ({ at, found: places.get(word) ?? [] }))
      .filter(({ found }) => found.length > 0)
      .sort((a, b) => a.found.length - b.found.length)

  return {
    exactly(quote, most) {
      // The first and the last word may be parts of longer ones.
      const whole = wordsOf(quote).slice(1, -1)
      if (whole.length === 0) return findQuote(text, quote, most)
      if (whole.some(({ word }) => !places.has(word))) return []
      const { at, found } = occurrences(whole)[0]!
      const spans: Span[] = []
      for (const place of found) {
        const start = words[place]!.start - whole[at]!.start
        if (start >= 0 && text.startsWith(quote, start)) spans.push({ start, end: start + quote.length })
        if (spans.length === most) break
      }
      return spans
    },
    nearest(quote) {
      const wanted = wordsOf(quote).slice(0, mostWords)
      const width = Math.min(wanted.length, words.length)
      const there = occurrences(wanted)
      if (there.length === 0 || there.length < enoughShared * wanted.length) return undefined
      const starts = new Set<number>()
      for (const { at, found } of there.slice(0, mostRare))
        for (const place of found) {
          if (starts.size === mostTried) break
          starts.add(Math.max(0, Math.min(place - at, words.length - width)))
        }
      let best = Math.ceil(enoughShared * wanted.length)
      let fitting: number[] = []
      for (const start of starts) {
        const shared = sharedWords(wanted, words.slice(start, start + width))
        if (shared > best) fitting = []
        if (shared >= best && fitting.length < mostPlaces) fitting.push(start)
        best = Math.max(best, shared)
      }
      const folded = quote.toLowerCase()
      return fitting
        .map(start => ({ start: words[start]!.start, end: words[start + width - 1]!.end }))
        .map(span => ({ span, edits: distance(folded, text.slice(span.start, span.end).toLowerCase()) }))
        .reduce<{ span?: Span; edits: number }>((a, b) => (b.edits < a.edits ? b : a), {
          edits: Number.POSITIVE_INFINITY,
        }).span
    },
  }
}

function sharedWords(wanted: readonly Word[], there: readonly Word[]): number {
  const need = new Map<string, number>()
  for (const { word } of wanted) need.set(word, (need.get(word) ?? 0) + 1)
  let shared = 0
  for (const { word } of there) {
    const left = need.get(word) ?? 0
    if (left > 0) shared++
    need.set(word, left - 1)
  }
  return shared
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), match => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
