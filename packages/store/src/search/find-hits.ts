import type { Language, Span } from '@codeerbank/core'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { stemmerFor } from './stem-word.ts'
import { type Word, wordsOf } from './words-of.ts'

/**
 * Where a text has what a search asks for.
 *
 * @returns spans in UTF-16 units, in order, of words and whole phrases; none where the text does not answer the search
 */
export function findHits(
  text: string,
  language: Language,
  { groups, excluded }: SearchQuery,
): readonly Span[] {
  const words = [...wordsOf(text)]
  const stem = stemmerFor(language)
  const stems = words.map(({ folded }) => stem(folded))
  const find = (term: SearchTerm) => placesOf(term, words, stems, stem)
  if (excluded.some(term => find(term).length > 0)) return []
  const spans: Span[] = []
  for (const terms of groups) {
    const found = terms.flatMap(find)
    if (found.length === 0) return []
    for (const span of found) spans.push(span)
  }
  spans.sort((a, b) => a.start - b.start || a.end - b.end)
  return spans.filter(({ start, end }, i) => start !== spans[i - 1]?.start || end !== spans[i - 1]?.end)
}

function placesOf(
  { words: asked, prefix }: SearchTerm,
  words: readonly Word[],
  stems: readonly string[],
  stem: (word: string) => string,
): readonly Span[] {
  const last = asked.length - 1
  const askedStems = asked.map(stem)
  const matches = (i: number, at: number) =>
    prefix && i === last ? words[at]!.folded.startsWith(asked[i]!) : stems[at] === askedStems[i]
  const found: Span[] = []
  for (let at = 0; at + last < words.length; at++)
    if (asked.every((_, i) => matches(i, at + i)))
      found.push({ start: words[at]!.start, end: words[at + last]!.end })
  return found
}
