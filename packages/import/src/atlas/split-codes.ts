/** The names in a cell, or why they cannot be told apart. */
export type SplitCodes =
  | { readonly names: readonly string[] }
  | { readonly fault: 'ambiguous-codes' | 'code-count' }

export interface SplitCodesOptions {
  /** How many codes the row says that it has. */
  readonly count?: number
  /** Whether a name is that of a code. */
  readonly known: (name: string) => boolean
}

/** The names in a cell that stand alone, on a line each or as the only one, so that no comma can be between two. */
export function namesAlone(cell: string, count?: number): readonly string[] {
  const lines = cell.split('\n').map(line => line.trim())
  const isPlain = lines.length > 1 || count === 1 || !/[,;|]/.test(cell)
  return isPlain ? lines.filter(line => line !== '') : []
}

/** A name with more commas than this is text that went astray. */
const mostJoined = 40
/** A cell with more parts than this is not weighed. */
const mostParts = 200

/**
 * Divides a cell with codes into their names. Names on lines of their own are plain. Names in one line stand between commas or
 * semicolons, which names may hold themselves: there is one way of dividing the line into names that are known, as many as the
 * row says, or the line is ambiguous. A name that is not known is taken for one only where it stands between separators.
 */
export function splitCodes(cell: string, { count, known }: SplitCodesOptions): SplitCodes {
  const text = cell.trim()
  if (text === '') return count === undefined || count === 0 ? { names: [] } : { fault: 'code-count' }
  if (text.includes('\n')) return splitLines(text, count)
  if (count === 1) return { names: [text] }
  const separators = [...text.matchAll(/[,;|]\s*/g)]
  if (separators.length === 0) return count === undefined ? { names: [text] } : { fault: 'code-count' }
  if (separators.length > mostParts) return { fault: 'ambiguous-codes' }
  return waysToSplit(text, separators, { known, ...(count === undefined ? {} : { count }) })
}

function splitLines(text: string, count: number | undefined): SplitCodes {
  const names = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  if (count !== undefined && count !== names.length) return { fault: 'code-count' }
  return { names }
}

/**
 * Counts the ways of dividing a line, from its end to its start: of each place, how the rest can be divided into a number of
 * names, if in one way. First with names that are known alone; then also with single parts that are not.
 */
function waysToSplit(
  text: string,
  separators: readonly RegExpExecArray[],
  { count, known }: SplitCodesOptions,
): SplitCodes {
  const starts = [0, ...separators.map(match => match.index + match[0].length)]
  const ends = [...separators.map(match => match.index), text.length]
  const parts = starts.length
  for (const unknownToo of [false, true]) {
    // ways[i].get(k): the end of the first name of part i and on, divided into k names; -1 where there are several ways.
    const ways: Map<number, number>[] = Array.from({ length: parts + 1 }, () => new Map())
    ways[parts]!.set(0, parts)
    for (let from = parts - 1; from >= 0; from--)
      for (let to = from + 1; to <= Math.min(parts, from + mostJoined); to++) {
        const name = text.slice(starts[from], ends[to - 1])
        const single = to === from + 1 && unknownToo
        if (ways[to]!.size === 0 || !(single || known(name))) continue
        for (const [names, rest] of ways[to]!) {
          if (count !== undefined && names >= count) continue
          const several = rest === -1 || ways[from]!.has(names + 1)
          ways[from]!.set(names + 1, several ? -1 : to)
        }
      }
    const found = [...ways[0]!].filter(([names]) => count === undefined || names === count)
    if (found.length === 0) continue
    // Parts that are no code may be halves of a new one: without a count nothing tells.
    if (unknownToo && count === undefined) break
    const [names, first] = found[0]!
    if (found.length > 1 || first === -1) return { fault: 'ambiguous-codes' }
    const divided: string[] = []
    for (let from = 0, left = names; left > 0; left--) {
      const to = ways[from]!.get(left)!
      divided.push(text.slice(starts[from], ends[to - 1]))
      from = to
    }
    return { names: divided }
  }
  return { fault: count === undefined ? 'ambiguous-codes' : 'code-count' }
}
