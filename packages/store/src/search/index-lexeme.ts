/** The longest lexeme that an index keeps, in characters; longer ones are known by their beginning. */
const longest = 60

/**
 * A lexeme as letters and digits that every full-text index takes as one word. Different lexemes may, rarely, become one: an
 * index then finds a text too many, never one too few.
 */
export function indexLexeme(lexeme: string): string {
  return Array.from(lexeme)
    .slice(0, longest)
    .map(character =>
      /[a-z0-9]/.test(character) ? character : `9u${character.codePointAt(0)!.toString(36)}9`,
    )
    .join('')
}
