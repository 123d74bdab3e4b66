import { type Code, codeLineage, labelText, type Problem, pathSeparator } from '@codeerbank/core'
import { nearestName } from './nearest-name.ts'

/** A code by the many names that it may go by. */
type Names = Map<string, Code[]>

/** A path with more separators than this is text that went astray. */
const mostSeparators = 60

/** A problem names at most so many codes. */
const mostListed = 10

/** The ways in which names are compared, from strict to lenient. */
const folds: readonly ((name: string) => string)[] = [
  name => name,
  name => foldName(name),
  name => foldName(name).replaceAll(' ', ''),
]

/** A name without what people type differently: case, the form of quotes, and the amount of space. */
function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Makes a function that finds a code by its name: its id; its label in either language; or the end of its path,
 * labels from the top down joined by ` > ` or `/`. An exact name goes before one that differs in case, quotes and
 * space. Takes linear time once; each name then takes constant time, unless nothing has it.
 *
 * @param codes the codes of the study
 * @returns a function from a name to the code, or to the problem `unknown-code` (with the nearest label) or
 * `ambiguous-code` (with the paths of all that have the name)
 */
export function codeFinder(codes: readonly Code[]): (name: string) => Code | Problem {
  const tiers = folds.map(fold => lazily(() => indexNames(codes, fold)))
  const byId = lazily(() => new Map(codes.map(code => [code.id, code])))
  const suggestions = new Map<string, string | undefined>()
  const labels = lazily(() => [
    ...new Set(codes.flatMap(({ label }) => [label.nl, label.en].filter(each => each !== undefined))),
  ])
  return name => {
    const exact = byId().get(name)
    if (exact !== undefined) return exact
    for (let i = 0; i < folds.length; i++) {
      const fold = folds[i]!
      const found = living(byName(tiers[i]!(), byId(), fold(name), fold))
      if (found.length === 1) return found[0]!
      if (found.length > 1) return ambiguous(name, found)
    }
    if (!suggestions.has(name)) suggestions.set(name, nearestName(name, labels()))
    return unknown(name, suggestions.get(name))
  }

  function ambiguous(name: string, found: readonly Code[]): Problem {
    const paths = found.slice(0, mostListed).map(code => {
      const path = codeLineage(codes, code).map(each => labelText(each.label, 'nl'))
      return `"${path.join(pathSeparator)}" (id "${code.id}")`
    })
    if (found.length > mostListed) paths.push(`and ${found.length - mostListed} more`)
    return {
      code: 'ambiguous-code',
      severity: 'error',
      message: `"${name}" is the name of ${found.length} codes: ${paths.join(', ')}. Write the path or the id of the one that is meant.`,
    }
  }
}

function unknown(name: string, nearest: string | undefined): Problem {
  const advice =
    nearest === undefined ? 'Correct the name, or add the code.' : `Is "${nearest}" meant? Else add the code.`
  return {
    code: 'unknown-code',
    severity: 'error',
    message: `The codebook has no code "${name}". ${advice}`,
  }
}

/** Codes that are no longer used give way to one that is. */
function living(found: readonly Code[]): readonly Code[] {
  if (found.length < 2) return found
  const left = found.filter(code => code.retired !== true)
  return left.length === 0 ? found : left
}

function indexNames(codes: readonly Code[], fold: (name: string) => string): Names {
  const names: Names = new Map()
  for (const code of codes)
    for (const name of new Set([code.id, code.label.nl, code.label.en])) {
      if (!name) continue
      const key = fold(name)
      const same = names.get(key)
      if (same === undefined) names.set(key, [code])
      else if (same.at(-1) !== code) same.push(code)
    }
  return names
}

/** The codes with a name; where none has the whole for a name, those whose path ends in it. */
function byName(
  names: Names,
  byId: ReadonlyMap<string, Code>,
  name: string,
  fold: (name: string) => string,
): readonly Code[] {
  const whole = names.get(name)
  if (whole !== undefined) return whole
  // The space before a separator is found from the separator back: a search for space first takes longer than the name's length.
  const separators = [...name.matchAll(/[>/]\s*/g)]
    .map(match => ({
      start: name.slice(0, match.index).trimEnd().length,
      end: match.index + match[0].length,
    }))
    .filter(({ start, end }) => start > 0 && end < name.length)
  if (separators.length > mostSeparators) return []
  const own = new Map<Code, readonly string[]>()
  const found = new Set<Code>()
  separators.forEach(({ end }, i) => {
    for (const code of names.get(name.slice(end)) ?? []) if (liesUnder(code, i)) found.add(code)
  })
  return [...found]

  /** Whether what stands before a separator is the end of the path to the parent of a code. */
  function liesUnder(code: Code, separator: number): boolean {
    const parent = code.parent === null ? undefined : byId.get(code.parent)
    if (parent === undefined) return false
    const labels = namesOf(parent)
    const { start } = separators[separator]!
    if (labels.includes(name.slice(0, start))) return true
    for (let i = 0; i < separator; i++)
      if (labels.includes(name.slice(separators[i]!.end, start)) && liesUnder(parent, i)) return true
    return false
  }

  function namesOf(code: Code): readonly string[] {
    const known = own.get(code)
    if (known !== undefined) return known
    const made = [code.id, code.label.nl, code.label.en].filter(each => each !== undefined).map(fold)
    own.set(code, made)
    return made
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
