import { codeFinder, slug } from '@codeerbank/codebook'
import type { Code, Label, Language, Problem } from '@codeerbank/core'
import { bareName, codeNames, foldName } from './code-names.ts'

/** A code that a report names and the codebook did not have. */
export type NewCode = Omit<Code, 'version'>

/** Finds the codes that a report names; those that it may add are made. */
export interface CodeResolver {
  readonly isKnown: (name: string) => boolean
  readonly resolve: (name: string) => Pick<Code, 'id'> | Omit<Problem, 'place'>
  /** The codes that were made, a category before what is in it. */
  readonly made: readonly NewCode[]
}

/** For so many names that are not known the nearest is looked for. */
const mostSuggestions = 100

/** @param add whether a name that is not known becomes a code; `Category: Subcode` becomes a code under a code */
export function codeResolver(codes: readonly Code[], language: Language, add: boolean): CodeResolver {
  const names = codeNames(codes, language)
  const describe = codeFinder(codes)
  const made: NewCode[] = []
  const madeByName = new Map<string, NewCode>()
  const ids = new Set(codes.map(({ id }) => id))
  const numbers = new Map<string, number>()
  let suggestions = 0
  const find = (name: string) => names(name) ?? madeByName.get(foldName(bareName(name)))
  const resolve: CodeResolver['resolve'] = name => {
    const found = find(name)
    if (found === 'ambiguous') {
      const said = describe(name)
      return 'severity' in said ? said : ambiguous(name)
    }
    if (found !== undefined) return found.retired === true ? retired(name) : found
    const byPath = /[>/]/.test(name) ? describe(bareName(name)) : undefined
    if (byPath !== undefined && !('severity' in byPath))
      return byPath.retired === true ? retired(name) : byPath
    if (add) return make(bareName(name))
    suggestions++
    const said = suggestions <= mostSuggestions ? describe(name) : unknown(name)
    return 'severity' in said ? said : unknown(name)
  }
  return {
    made,
    isKnown: name => find(name) !== undefined,
    resolve,
  }

  function make(name: string): NewCode {
    const split = /^(.*\S)\s*:\s+(\S.*)$/s.exec(name)
    const above = split === null ? undefined : resolve(split[1]!)
    const parent = above === undefined || 'severity' in above ? null : above.id
    const label: Label = { [language]: parent === null ? name : split![2]! }
    const code: NewCode = {
      id: free(slug(label[language]!)),
      label,
      parent,
      level: 'statement',
      origin: 'inductive',
    }
    ids.add(code.id)
    made.push(code)
    madeByName.set(foldName(name), code)
    return code
  }

  function free(plain: string): string {
    if (!ids.has(plain)) return plain
    let number = numbers.get(plain) ?? 2
    while (ids.has(`${plain}-${number}`)) number++
    numbers.set(plain, number + 1)
    return `${plain}-${number}`
  }
}

function ambiguous(name: string): Omit<Problem, 'place'> {
  return {
    code: 'ambiguous-code',
    severity: 'error',
    message: `Several codes go by "${name}". Write the whole path of the one that is meant.`,
  }
}

function retired(name: string): Omit<Problem, 'place'> {
  return {
    code: 'retired-code',
    severity: 'error',
    message: `The code "${name}" is no longer used. Choose another.`,
  }
}

function unknown(name: string): Omit<Problem, 'place'> {
  return {
    code: 'unknown-code',
    severity: 'error',
    message: `The codebook has no code "${name}". Correct the name, or add the code.`,
  }
}
