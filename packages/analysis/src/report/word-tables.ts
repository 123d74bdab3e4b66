import type { Table } from '@codeerbank/core'
import type { Keyword } from '../words/keyword-in-context.ts'
import type { WordCount } from '../words/word-list.ts'
import { numberColumn, textColumn } from './columns.ts'

/** Words and how often they stand in the text of a scope. */
export function wordTable(words: readonly WordCount[]): Table {
  return {
    id: 'words',
    title: { nl: 'Woorden', en: 'Words' },
    columns: [
      textColumn('word', 'Woord', 'Word'),
      numberColumn('count', 'Aantal', 'Count'),
      numberColumn('sources', 'Bronnen', 'Sources'),
    ],
    rows: words.map(({ word, count, sources }) => [word, count, sources]),
  }
}

/** Places of a keyword, a row each. */
export function keywordTable(keywords: readonly Keyword[]): Table {
  return {
    id: 'keyword-in-context',
    title: { nl: 'Trefwoord in context', en: 'Keyword in context' },
    columns: [
      textColumn('source', 'Bron', 'Source'),
      numberColumn('paragraph', 'Alinea', 'Paragraph'),
      textColumn('speaker', 'Spreker', 'Speaker'),
      textColumn('before', 'Ervoor', 'Before'),
      textColumn('keyword', 'Trefwoord', 'Keyword'),
      textColumn('after', 'Erna', 'After'),
    ],
    rows: keywords.map(each => [
      each.source,
      each.paragraph,
      each.speaker ?? null,
      each.before,
      each.keyword,
      each.after,
    ]),
  }
}
