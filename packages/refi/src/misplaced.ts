import { wordsOfName } from './selection-name.ts'

/** How far around a selection a short name is looked for, in UTF-16 units. */
const reach = 300

/** By how many units the words of a name may be shorter or longer than the stretch that they are the name of. */
const leeway = 2
/** From how many units on a name may be the beginning of its words without saying so. */
const longName = 20

/**
 * Whether words that a selection bears as its name, and that its stretch does not begin with, stand elsewhere in the text: then
 * its positions are wrong. A name that is nowhere in the text is just a name, and so is one that is too short or too long for
 * the stretch.
 *
 * @param plain the whole text with every white space as one space
 */
export function isMisplaced(
  text: string,
  plain: () => string,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): boolean {
  const { words, cut } = wordsOfName(name)
  if (words.length < 2 || !canBeWords(words.length, cut, end - start)) return false
  if (words.length >= 10 && words.includes(' ')) return plain().includes(words)
  const around = text.slice(Math.max(0, start - reach), end + reach)
  return around.replace(/\s+/gu, ' ').includes(words)
}

function canBeWords(name: number, cut: boolean, stretch: number): boolean {
  if (name > stretch + leeway) return false
  return cut || name >= longName || name >= stretch - leeway
}
