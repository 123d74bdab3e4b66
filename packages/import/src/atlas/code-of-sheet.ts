import { type Code, codeLineage, type Language, languages } from '@codeerbank/core'
import { codeNames, foldName } from './code-names.ts'

/** A sheet's name has at most 31 characters: one of so many may have been cut, with a sign or a number in its place. */
const perhapsCut = 28

/**
 * Makes a function that finds the code that a sheet is named for, though no sheet can be called `a/b`, and longer names are cut;
 * `ambiguous` where several begin like it.
 */
export function codeOfSheet(
  codes: readonly Code[],
  language: Language,
): (sheet: string) => Code | 'ambiguous' | undefined {
  const find = codeNames(codes, language)
  const inUse = codes.filter(({ retired }) => retired !== true)
  const named = inUse.flatMap(code => namesOf(codes, code).map(name => ({ code, name: plain(name) })))
  return sheet => {
    const found = find(sheet)
    if (found !== undefined) return found
    const sought = plain(sheet)
    const same = only(named.filter(({ name }) => name === sought))
    if (same !== undefined || sheet.length < perhapsCut) return same
    const beginning = (text: string) => only(named.filter(({ name }) => name.startsWith(text)))
    return beginning(sought) ?? beginning(sought.replace(/\s*\d+$/, ''))
  }
}

/** What a code may be called in a report: by its label, or with the code above it for a category. */
function namesOf(codes: readonly Code[], code: Code): readonly string[] {
  const lineage = codeLineage(codes, code)
  return languages.flatMap(language => {
    const [label, above] = [lineage.at(-1), lineage.at(-2)].map(each => each?.label[language])
    if (label === undefined) return []
    return above === undefined ? [label] : [label, `${above}: ${label}`]
  })
}

/** A name without signs: some no sheet can have in its name, and others stand in their place. */
function plain(name: string): string {
  return foldName(name.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '))
}

function only(named: readonly { readonly code: Code }[]): Code | 'ambiguous' | undefined {
  const [first, ...others] = new Set(named.map(({ code }) => code))
  return others.length > 0 ? 'ambiguous' : first
}
