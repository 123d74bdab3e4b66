/** How long the name of a selection may become, in UTF-16 units. */
const longest = 80

/** The name of a selection: its first words, with `…` where there are more. */
export function selectionName(quote: string): string {
  const words = plainSpace(quote)
  if (words.length <= longest) return words
  const cut = words.lastIndexOf(' ', longest)
  // A single letter begins many a word, and is no name.
  const end = cut > 1 ? cut : longest
  const pair = /[\ud800-\udbff]/.test(words[end - 1]!) ? end - 1 : end
  return `${words.slice(0, pair)}…`
}

/** The words of a selection's name as they can be looked for in a text, and whether the text goes on after them. */
export function wordsOfName(name: string): { readonly words: string; readonly cut: boolean } {
  const plain = plainSpace(name)
  const dots = plain.endsWith('…') ? 1 : plain.endsWith('...') ? 3 : 0
  return { words: dots === 0 ? plain : plain.slice(0, -dots).trimEnd(), cut: dots > 0 }
}

/** A text without white space around it, and with one space for any within. */
export function plainSpace(text: string): string {
  const words = text.trim()
  return /[^\S ]| {2}/u.test(words) ? words.replace(/\s+/gu, ' ') : words
}

/** Whether the name of a selection is just its positions, as MAXQDA writes it: it says nothing of its own. */
export function isPositions(name: string, start: number, end: number): boolean {
  const found = /^\s*(\d+)\s*[,;:-]\s*(\d+)\s*$/.exec(name)
  return found !== null && Number(found[1]) === start && Number(found[2]) === end
}

/** A text without any white space. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '')
}
