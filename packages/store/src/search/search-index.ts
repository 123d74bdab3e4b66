import { createHash } from 'node:crypto'
import type { Language, Study } from '@codeerbank/core'
import type { SearchQuery } from './search-query.ts'

/** A text that can be searched: that of a source, or of a memo with its title above it. */
export interface SearchDocument {
  readonly type: 'source' | 'memo'
  readonly id: string
  readonly language: Language
  readonly text: string
}

/** An index of lexemes in a database: a cache of the texts, which can be made again from them. */
export interface SearchIndex {
  /** The state of the study that the index was last made for; `null` for none. */
  state(): Promise<string | null>
  /**
   * Makes the index one of these documents and of no others; reads only those that it does not have as they are.
   *
   * @param state what tells this state of the study from any other, such as the hash of its last entry
   */
  update(documents: readonly SearchDocument[], state: string): Promise<void>
  /** Makes an index that is damaged anew, with nothing in it. */
  renew(): Promise<void>
  /** The keys (`documentKey`) of all documents that may answer a search; some of them may not. */
  candidates(query: SearchQuery): Promise<ReadonlySet<string>>
}

/** All that can be searched in a study: its sources, then its memos, in declared order. */
export function documentsOf({ sources, memos, language }: Study): readonly SearchDocument[] {
  return [
    ...sources.map(source => ({
      type: 'source' as const,
      id: source.id,
      language: source.language ?? language,
      text: source.text,
    })),
    ...memos.map(({ id, title, text }) => ({
      type: 'memo' as const,
      id,
      language,
      text: title === undefined ? text : `${title}\n${text}`,
    })),
  ]
}

export function documentKey({ type, id }: Pick<SearchDocument, 'type' | 'id'>): string {
  return `${type}:${id}`
}

/** In which way words are read; raised when they are read in another, so that no index that was made before is used as it is. */
const reading = 3

/** What tells whether an index has a document as it is now. */
export function documentHash({ language, text }: SearchDocument): string {
  return createHash('sha256').update(`${reading}\n${language}\n`).update(text).digest('hex')
}

/** What tells the state of an index from any other: that of the study, and how its words were read; nothing of nothing. */
export function indexState(state: string): string {
  return state === '' ? '' : `${reading} ${state}`
}
