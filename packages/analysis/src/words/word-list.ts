/// <reference path="./stopword.d.ts" />
import type { Language, Study } from '@codeerbank/core'
import { eng, nld } from 'stopword'
import { scopedText, type TextScope } from './text-scope.ts'
import { foldWord, wordsOf } from './words-of.ts'

export interface WordListOptions extends TextScope {
  /** Which stop list leaves words out: that of the study's language by default; `none` for every word. */
  readonly stopWords?: Language | 'none' | readonly string[]
  /** Words shorter than this are left out, in characters; 1 by default. */
  readonly shortest?: number
}

/** A word in lower case and how often it stands in the text of a scope. */
export interface WordCount {
  readonly word: string
  readonly count: number
  /** In how many sources. */
  readonly sources: number
}

/** The stop lists of the package `stopword`, which has them from public lists for each language. */
const stopLists: Readonly<Record<Language, readonly string[]>> = { nl: nld, en: eng }

/**
 * Counts the words of a text, the most frequent first and equals in the order of the alphabet (by code unit).
 *
 * @param study the study
 * @throws RangeError for a case, source or code that the study does not have
 */
export function wordList(study: Study, options: WordListOptions = {}): readonly WordCount[] {
  const { stopWords = study.language, shortest = 1 } = options
  const stops = new Set(
    stopWords === 'none' ? [] : typeof stopWords === 'string' ? stopLists[stopWords] : stopWords,
  )
  const counts = new Map<string, { count: number; sources: number; last: string }>()
  for (const { source, spans } of scopedText(study, options))
    for (const span of spans)
      for (const { text } of wordsOf(source.text, span.start, span.end)) {
        const word = foldWord(text)
        if (word.length < shortest || stops.has(word)) continue
        const known = counts.get(word)
        if (known === undefined) counts.set(word, { count: 1, sources: 1, last: source.id })
        else {
          known.count++
          if (known.last !== source.id) known.sources++
          known.last = source.id
        }
      }
  return [...counts]
    .map(([word, { count, sources }]) => ({ word, count, sources }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
}

/** How many words the text of a scope has. */
export function countWords(study: Study, scope: TextScope = {}): number {
  let count = 0
  for (const { source, spans } of scopedText(study, scope))
    for (const { start, end } of spans) count += wordsOf(source.text, start, end).length
  return count
}
