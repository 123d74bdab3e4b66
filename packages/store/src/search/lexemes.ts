import { type Language, languages } from '@codeerbank/core'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { stemmerFor } from './stem-word.ts'
import { foldWord, wordEnd, wordStart } from './words-of.ts'

/** What an index knows of a text: the stems of its words, marked `s`, and the words themselves, marked `w`, each once. */
export function lexemesOf(text: string, language: Language): readonly string[] {
  const stem = stemmerFor(language)
  const words = new Set<string>()
  for (let start = wordStart(text, 0); start !== -1; ) {
    const end = wordEnd(text, start)
    words.add(text.slice(start, end))
    start = wordStart(text, end)
  }
  const found = new Set<string>()
  for (const word of words) {
    const folded = foldWord(word)
    if (folded === '') continue
    found.add(`w${folded}`)
    found.add(`s${stem(folded)}`)
  }
  return [...found]
}

/** A lexeme that an index is asked for; all that begin so where it is a prefix. */
export interface AskedLexeme {
  readonly lexeme: string
  readonly prefix: boolean
}

/** How much an index is asked for: FTS5 takes 256 conditions. */
const mostAsked = 64

/**
 * What a text must have to be worth reading: of each list at least one. Of a long phrase only the beginning is asked for. The order of a phrase and what is excluded
 * are not in it; an index finds no text too few, and reading finds those too many.
 */
export function askedLexemes({ groups }: SearchQuery): readonly (readonly AskedLexeme[])[] {
  const stemmers = languages.map(language => stemmerFor(language))
  const asked = (word: string, prefix: boolean): AskedLexeme[] =>
    prefix
      ? [{ lexeme: `w${word}`, prefix }]
      : [...new Set(stemmers.map(stem => `s${stem(word)}`))].map(lexeme => ({ lexeme, prefix }))
  const ofTerm = ({ words, prefix }: SearchTerm) =>
    words.map((word, i) => asked(word, prefix && i === words.length - 1))
  const lists = groups.flatMap(terms =>
    terms.length === 1 ? ofTerm(terms[0]!) : [terms.flatMap(term => ofTerm(term)[0]!)],
  )
  const different = new Map(lists.map(list => [JSON.stringify(list), list]))
  return [...different.values()].slice(0, mostAsked)
}
