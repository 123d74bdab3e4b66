import { type Code, codeLineage, type Language, labelText, pathSeparator } from '@codeerbank/core'

/**
 * Names for codes that are unique in a codebook, as tools with a flat list of codes need them: the label, or the
 * whole path where several codes bear the same label.
 *
 * @returns the name of each code by its id
 */
export function nameCodes(codes: readonly Code[], language: Language): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>()
  for (const { label } of codes) {
    const text = labelText(label, language)
    bearers.set(text, (bearers.get(text) ?? 0) + 1)
  }
  return new Map(
    codes.map(code => {
      const text = labelText(code.label, language)
      return [code.id, bearers.get(text) === 1 ? text : pathText(codes, code, language)]
    }),
  )
}

/** A code's path as one text, from the top down. */
export function pathText(codes: readonly Code[], code: Code, language: Language): string {
  return codeLineage(codes, code)
    .map(each => labelText(each.label, language))
    .join(pathSeparator)
}
