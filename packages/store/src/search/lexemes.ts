import { type Language, languages } from '@codeerbank/core'
import { indexLexeme } from './index-lexeme.ts'
import type { SearchQuery, SearchTerm } from './search-query.ts'
import { stemmerFor } from './stem-word.ts'
import { wordTable } from './word-table.ts'
import { foldWord } from './words-of.ts'

/**
 * Makes what finds what an index knows of a text: of each word its stem, marked `s`, and the word itself, marked `w`, where it is
 * another; each once. One is made for many texts, since it remembers the words that it has met.
 */
export function lexemeFinder(): (text: string, language: Language) => readonly string[] {
  const table = wordTable()
  const known: Readonly<Record<Language, (readonly string[] | undefined)[]>> = { nl: [], en: [] }
  /** Of each word in which text it was met last. */
  const metIn: number[] = []
  let texts = 0
  return (text, language) => {
    texts += 1
    const lexemes = known[language]
    const found = new Set<string>()
    table.each(text, word => {
      if (metIn[word] === texts) return
      metIn[word] = texts
      lexemes[word] ??= lexemesOfWord(table.words[word]!, language)
      for (const lexeme of lexemes[word]) found.add(lexeme)
    })
    return [...found]
  }
}

function lexemesOfWord(word: string, language: Language): readonly string[] {
  const folded = foldWord(word)
  if (folded === '') return []
  const stem = stemmerFor(language)(folded)
  return (stem === folded ? [`s${stem}`] : [`w${folded}`, `s${stem}`]).map(indexLexeme)
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
  const asked = (word: string, prefix: boolean): AskedLexeme[] => {
    const lexemes = prefix ? [`w${word}`, `s${word}`] : stemmers.map(stem => `s${stem(word)}`)
    return [...new Set(lexemes.map(indexLexeme))].map(lexeme => ({ lexeme, prefix }))
  }
  const ofTerm = ({ words, prefix }: SearchTerm) =>
    words.map((word, i) => asked(word, prefix && i === words.length - 1))
  const lists = groups.flatMap(terms =>
    terms.length === 1 ? ofTerm(terms[0]!) : [terms.flatMap(term => ofTerm(term)[0]!)],
  )
  const different = new Map(lists.map(list => [JSON.stringify(list), list]))
  return [...different.values()].slice(0, mostAsked)
}
