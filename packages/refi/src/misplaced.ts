import { wordsOfName } from './selection-name.ts'

/** How far around a selection a short name is looked for, in UTF-16 units. */
const reach = 300

/**
 * Whether words that a selection bears as its name, and that its stretch does not begin with, stand elsewhere in the text: then
 * its positions are wrong. A name that is nowhere in the text is just a name.
 *
 * @param plain the whole text with every white space as one space
 */
export function isMisplaced(
  text: string,
  plain: () => string,
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
): boolean {
  const { words } = wordsOfName(name)
  if (words.length < 2) return false
  if (words.length >= 10 && words.includes(' ')) return plain().includes(words)
  const around = text.slice(Math.max(0, start - reach), end + reach)
  return around.replace(/\s+/gu, ' ').includes(words)
}
