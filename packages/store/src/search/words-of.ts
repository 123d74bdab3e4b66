import type { Span } from '@codeerbank/core'

/** A word of a text: where it stands, and how it is compared, in lower case and without accents. */
export interface Word extends Span {
  readonly folded: string
}

/** The words of a text in order: runs of letters, marks and digits. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = foldWord(word)
    if (folded !== '') yield { start: index, end: index + word.length, folded }
  }
}

/** A word as it is compared, the same in every locale: "Één" and "een" are one. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\P{L}+/gu, kept => kept.replace(/\P{N}+/gu, ''))
}
