/** What a figure counts: a word that is the same for one and for many, or the word for one and that for many. */
export type FigureNoun = string | readonly [one: string, many: string]

/** The word for many. */
export function manyOf(noun: FigureNoun): string {
  return typeof noun === 'string' ? noun : noun[1]
}

/** A number with what it counts, in the singular where it is one. */
export function nounText(count: number, noun: FigureNoun): string {
  return `${count} ${typeof noun !== 'string' && count === 1 ? noun[0] : manyOf(noun)}`
}
