import type { Language, Span } from '@codeerbank/core'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { stemmerFor } from './stem-word.ts'
import { wordTable } from './word-table.ts'
import { foldWord } from './words-of.ts'

/**
 * Makes what finds where a text has what a search asks for: spans in UTF-16 units, in order, of words and whole phrases;
 * none where the text does not answer the search. One is made for many texts, since it remembers the words that it has met.
 */
export function hitFinder(
  language: Language,
  { groups, excluded }: SearchQuery,
): (text: string) => readonly Span[] {
  const terms = [...groups.flat(), ...excluded]
  const finders = terms.map(term => termFinder(term, language))
  const table = wordTable()
  // Which terms a word may begin; few words of a text begin any, and only of these more is looked at.
  const begins: (readonly number[])[] = []
  const beginning = (word: string): readonly number[] => {
    const folded = foldWord(word)
    return finders.flatMap(({ matches }, i) => (folded !== '' && matches(0, folded) ? [i] : []))
  }

  return text => {
    const found: Span[][] = terms.map(() => [])
    const places = finders.map(({ length }) => placeInTerm(length))
    /** The phrases of which the words before this one are there. */
    let begun: number[] = []
    table.each(text, (word, start, end) => {
      begins[word] ??= beginning(table.words[word]!)
      const first = begins[word]
      if (begun.length === 0 && first.length === 0) return
      const folded = foldWord(table.words[word]!)
      // What is only marks is no word, and stands between none.
      if (folded === '') return
      const looked = begun.length === 0 ? first : [...new Set([...begun, ...first])]
      begun = []
      for (const term of looked) {
        const place = places[term]!
        const from = finders[term]!.follow(place, start, folded)
        if (from !== -1) found[term]!.push({ start: from, end })
        if (place.matched > 0) begun.push(term)
      }
    })
    if (found.slice(terms.length - excluded.length).some(spans => spans.length > 0)) return []
    let at = 0
    const spans: Span[] = []
    for (const { length } of groups) {
      const own = found.slice(at, at + length).flat()
      if (own.length === 0) return []
      for (const span of own) spans.push(span)
      at += length
    }
    spans.sort((a, b) => a.start - b.start || a.end - b.end)
    return spans.filter(({ start, end }, i) => start !== spans[i - 1]?.start || end !== spans[i - 1]?.end)
  }
}

/** Where one text has what a search asks for, as `hitFinder`. */
export function findHits(text: string, language: Language, query: SearchQuery): readonly Span[] {
  return hitFinder(language, query)(text)
}

/** How far a text has come in a term. */
interface PlaceInTerm {
  /** How many words of the term are there, the last of them the last word of the text so far. */
  matched: number
  /** Where the last words began, as many as the term has. */
  readonly starts: Int32Array
  seen: number
}

function placeInTerm(length: number): PlaceInTerm {
  return { matched: 0, starts: new Int32Array(length), seen: 0 }
}

interface TermFinder {
  /** How many words the term has. */
  readonly length: number
  /** Whether a folded word can be the word of a term at a place in it. */
  matches(place: number, folded: string): boolean
  /** Takes the next word of a text; gives where the term begins that ends with it, or -1. */
  follow(place: PlaceInTerm, start: number, folded: string): number
}

/** Finds a term in one pass, however often words come again in it (Knuth, Morris and Pratt 1977). */
function termFinder({ words, prefix }: SearchTerm, language: Language): TermFinder {
  const stem = stemmerFor(language)
  const stems = words.map(stem)
  const { length } = words
  const last = length - 1
  const borders = bordersOf(stems)
  const matches = (place: number, folded: string) =>
    prefix && place === last ? folded.startsWith(words[place]!) : stem(folded) === stems[place]
  return {
    length,
    matches,
    follow(place, start, folded) {
      if (last === 0) return start
      place.starts[place.seen % length] = start
      place.seen += 1
      let { matched } = place
      let from = -1
      if (matched === last && matches(last, folded)) {
        from = place.starts[place.seen % length]!
        matched = borders[last - 1]!
      }
      while (matched > 0 && !matches(matched, folded)) matched = borders[matched - 1]!
      place.matched = matches(matched, folded) ? matched + 1 : matched
      return from
    },
  }
}

/** Of each beginning of a list how long the longest shorter one is with which it ends. */
function bordersOf(words: readonly string[]): Int32Array {
  const borders = new Int32Array(words.length)
  for (let at = 1, border = 0; at < words.length; at++) {
    while (border > 0 && words[border] !== words[at]) border = borders[border - 1]!
    if (words[border] === words[at]) border += 1
    borders[at] = border
  }
  return borders
}
