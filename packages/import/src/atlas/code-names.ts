import { type Code, codeLineage, type Language, languages, pathSeparator } from '@codeerbank/core'

/** Finds a code by what a report calls it: `ambiguous` where several go by the name. */
export type CodeNames = (name: string) => Code | 'ambiguous' | undefined

/** Names of more levels than this end in the code's own label and that of the codes above it. */
const mostLevels = 6

/** What reports write behind a name: how many quotations a code has, and how many codes it is linked to. */
const count =
  /\s*(?:[○●◦]\s*)?(?:Gr\s*=\s*\d+(?:\s*[;,]?\s*D\s*=\s*\d+)?|\(\d+\)|\{\d+(?:-\d+)?\}~?|\[\d+(?:-\d+)?\])\s*$/u

/** A count is looked for in so many characters at the end of a name: a search for space before it takes longer than its length. */
const longestCount = 100

function withoutCount(name: string): string {
  return name.slice(0, -longestCount) + name.slice(-longestCount).replace(count, '')
}

/** A name without what exports put into it: a dot or sign before it, and backslashes before its slashes. */
export function bareName(name: string): string {
  return withoutDot(name).replace(/\\{1,8}(?=\/)/g, '')
}

/** A name without the dot in its colour, or the sign of a smart code, that ATLAS.ti puts before it. */
export function withoutDot(name: string): string {
  return name.replace(/^\s*[●○◉◦•◇◆◈■□▪▫]\s*(?=\S)/u, '')
}

/**
 * Makes a function that finds codes by label or by path, joined by ` > ` or, as ATLAS.ti has categories, by `: `. A name in
 * the given language goes before one in another; then letters of either case and amounts of space are the same; then counts
 * behind the name and a dot before it are left out.
 */
export function codeNames(codes: readonly Code[], language: Language): CodeNames {
  const inOrder = [language, ...languages.filter(each => each !== language)]
  const exact = inOrder.flatMap(each => namesIn(codes, each, name => name))
  const folded = inOrder.flatMap(each => namesIn(codes, each, foldName))
  const ids = new Map(codes.map(code => [code.id, code]))
  const find: CodeNames = name => {
    const key = foldName(name)
    let ambiguous = false
    for (const [names, sought] of [
      ...exact.map(each => [each, name] as const),
      ...folded.map(each => [each, key] as const),
    ]) {
      const found = names.get(sought)
      if (found === 'ambiguous') ambiguous = true
      else if (found !== undefined) return found
    }
    return ids.get(name) ?? (ambiguous ? 'ambiguous' : undefined)
  }
  const findCounted: CodeNames = name => {
    const found = find(name)
    const bare = found === undefined ? withoutCount(name) : name
    return bare === name ? found : find(bare)
  }
  return name => {
    const found = findCounted(name)
    const bare = found === undefined ? bareName(name) : name
    return bare === name ? found : findCounted(bare)
  }
}

type Names = ReadonlyMap<string, Code | 'ambiguous'>

/** The names of codes from plain to far-fetched: labels, whole paths, and ends of paths. */
function namesIn(
  codes: readonly Code[],
  language: Language,
  fold: (name: string) => string,
): readonly Names[] {
  const labels = new Map<string, Code | 'ambiguous'>()
  const paths = new Map<string, Code | 'ambiguous'>()
  const ends = new Map<string, Code | 'ambiguous'>()
  for (const code of codes) {
    const lineage = codeLineage(codes, code).map(each => each.label[language])
    const label = lineage.at(-1)
    if (label === undefined) continue
    enter(labels, fold(label), code)
    if (!lineage.includes(undefined)) enter(paths, fold(lineage.join(pathSeparator)), code)
    const own = new Set<string>()
    for (let from = lineage.length - 2; from >= 0 && lineage.length - from <= mostLevels; from--) {
      if (lineage[from] === undefined) break
      for (const separator of [pathSeparator, ': ']) own.add(fold(lineage.slice(from).join(separator)))
    }
    for (const name of own) enter(ends, name, code)
  }
  return [labels, paths, ends]
}

/** A code that is no longer used gives way to one that is. */
function enter(names: Map<string, Code | 'ambiguous'>, name: string, code: Code): void {
  const known = names.get(name)
  if (known === undefined || (known !== 'ambiguous' && known.retired === true && code.retired !== true))
    names.set(name, code)
  else if (known === 'ambiguous' || code.retired !== true) names.set(name, 'ambiguous')
}

/** A name without what tools and people write differently. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}
