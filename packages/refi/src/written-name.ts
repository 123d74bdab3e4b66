import { selectionName, wordsOfName } from './selection-name.ts'
import { carriable } from './xml-piece.ts'

/**
 * The name of a selection as a file bears it: its first words, up to a character that XML cannot carry; nothing where too little
 * is left to tell that it is the words.
 */
export function writtenName(quote: string): string {
  const name = selectionName(quote)
  const fit = carriable(name)
  if (fit === name) return name
  let end = 0
  while (fit[end] === name[end]) end += 1
  const cut = `${name.slice(0, end).trimEnd()}…`
  return wordsOfName(cut).words.length > 1 ? cut : ''
}
