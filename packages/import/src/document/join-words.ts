/** How a word that a line end divides goes on: as one word, with its hyphen, or after a space. */
export type WordJoin = 'word' | 'hyphen' | 'space'

/** A word at the end of a line with its hyphen, and what the next line begins with. */
interface DividedWord {
  readonly head: string
  readonly tail: string
}

const dividedEnd = /([\p{L}\p{M}]{2,})[-\u2010]$/u
const tailStart = /^([\p{L}\p{M}]+)/u

/** After a hyphen these go on a list, as in "in- en uitgang". */
const listing = /^(?:en|of|tot|and|or|to|und|oder|bis)$/

/**
 * Says of the ends of lines how the words there go on. A word is put together only where that is safe: where it stands
 * undivided elsewhere in the text, or where the text divides words by itself, as shown by at least two others; a hyphen that
 * the text has elsewhere stays, and so does one of which nothing is known.
 *
 * @param lines all lines of the text
 * @returns a function of a line and the next, and how many hyphens stayed of which nothing is known
 */
export function wordJoiner(lines: readonly string[]): (line: string, next: string) => WordJoin {
  const words = new Set<string>()
  for (const line of lines)
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?!-$)/gu))
      words.add(word.toLowerCase())
  let joined = 0
  let kept = 0
  const known = ({ head, tail }: DividedWord) =>
    words.has(`${head}${tail}`.toLowerCase())
      ? 'word'
      : words.has(`${head}-${tail}`.toLowerCase())
        ? 'hyphen'
        : undefined
  lines.forEach((line, i) => {
    const divided = dividedWord(line, lines[i + 1] ?? '')
    if (divided === undefined) return
    const join = known(divided)
    if (join === 'word') joined += 1
    if (join === 'hyphen') kept += 1
  })
  const divides = joined >= 2 && joined > kept
  return (line, next) => {
    if (line.endsWith('\u00AD')) return 'word'
    if (!/[\p{L}\p{M}\d][-\u2010]$/u.test(line)) return 'space'
    const divided = dividedWord(line, next)
    if (divided === undefined) return listing.test(tailStart.exec(next)?.[1] ?? '') ? 'space' : 'hyphen'
    return known(divided) ?? (divides ? 'word' : 'hyphen')
  }
}

/** A word that may have been divided: letters before the hyphen, small letters after it that are no word of a list. */
function dividedWord(line: string, next: string): DividedWord | undefined {
  const head = dividedEnd.exec(line.slice(-80))?.[1]
  const tail = tailStart.exec(next)?.[1]
  if (head === undefined || tail === undefined || tail.length < 2) return undefined
  return /^\p{Ll}/u.test(tail) && !listing.test(tail) ? { head, tail } : undefined
}
