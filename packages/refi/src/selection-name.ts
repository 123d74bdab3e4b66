/** How long the name of a selection may become, in UTF-16 units. */
const longest = 80

/** The name of a selection: its first words, with `…` where there are more. */
export function selectionName(quote: string): string {
  const words = quote.trim().replace(/\s+/gu, ' ')
  if (words.length <= longest) return words
  const cut = words.lastIndexOf(' ', longest)
  const end = cut > 0 ? cut : longest
  const pair = /[\ud800-\udbff]/.test(words[end - 1]!) ? end - 1 : end
  return `${words.slice(0, pair)}…`
}

/** The words of a selection's name as they can be looked for in a text, and whether the text goes on after them. */
export function wordsOfName(name: string): { readonly words: string; readonly cut: boolean } {
  const plain = name.trim().replace(/\s+/gu, ' ')
  const words = plain.replace(/\s?(?:…|\.\.\.)$/u, '')
  return { words, cut: words !== plain }
}
