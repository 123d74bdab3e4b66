/** A word of a text: letters and digits, with apostrophes and hyphens inside; half-open UTF-16 offsets. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A word as it is compared: of either case, with the same apostrophe, its accents in one form (Unicode NFC). */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

/** The words of a text, or of a stretch of it, in order. */
export function wordsOf(text: string, start = 0, end = text.length): readonly Word[] {
  return Array.from(
    text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu),
    match => ({
      text: match[0],
      start: start + match.index,
      end: start + match.index + match[0].length,
    }),
  )
}
