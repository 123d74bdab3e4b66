import type { Language, Span } from '@codeerbank/core'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { stemmerFor } from './stem-word.ts'
import { foldWord, wordEnd, wordStart } from './words-of.ts'

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
  // Which terms a word may begin; few words of a text begin any, and only of these more is looked at.
  const begins = new Map<string, readonly number[]>()
  const beginning = (word: string): readonly number[] => {
    const found = begins.get(word)
    if (found !== undefined) return found
    const folded = foldWord(word)
    const made = finders.flatMap(({ matches }, i) => (folded !== '' && matches(0, folded) ? [i] : []))
    begins.set(word, made)
    return made
  }

  return text => {
    const found: Span[][] = terms.map(() => [])
    for (let start = wordStart(text, 0); start !== -1; ) {
      const end = wordEnd(text, start)
      for (const term of beginning(text.slice(start, end))) {
        const last = finders[term]!.end(text, end)
        if (last !== -1) found[term]!.push({ start, end: last })
      }
      start = wordStart(text, end)
    }
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

interface TermFinder {
  /** Whether a folded word can be the word of a term at a place in it. */
  matches(place: number, folded: string): boolean
  /** Where a term ends whose first word ends at a place; -1 where the words after it are others. */
  end(text: string, firstEnd: number): number
}

function termFinder({ words, prefix }: SearchTerm, language: Language): TermFinder {
  const stem = stemmerFor(language)
  const stems = words.map(stem)
  const last = words.length - 1
  const matches = (place: number, folded: string) =>
    prefix && place === last ? folded.startsWith(words[place]!) : stem(folded) === stems[place]
  return {
    matches,
    end(text, firstEnd) {
      let end = firstEnd
      for (let place = 1; place <= last; ) {
        const start = wordStart(text, end)
        if (start === -1) return -1
        end = wordEnd(text, start)
        const folded = foldWord(text.slice(start, end))
        // What is only marks is no word.
        if (folded === '') continue
        if (!matches(place, folded)) return -1
        place += 1
      }
      return end
    },
  }
}
