/** One thing that is looked for: a word, the words of a phrase in order, or words that begin so. */
export interface SearchTerm {
  /** Folded words; more than one is a phrase. */
  readonly words: readonly string[]
  /** Whether the last word is only the beginning of one; it is then taken as written, without its stem. */
  readonly prefix: boolean
}

/** What a search asks for: of each group at least one term is there, and no excluded one. */
export interface SearchQuery {
  readonly groups: readonly (readonly SearchTerm[])[]
  readonly excluded: readonly SearchTerm[]
}
