import { type Code, codeLineage, type Language, labelText, pathSeparator } from '@codeerbank/core'

/**
 * Names for codes that are unique in a codebook, as tools with a flat list of codes need them: the label, the whole path
 * where several codes bear the same label, and the path with the id where that is the same too.
 *
 * @returns the name of each code by its id
 */
export function nameCodes(codes: readonly Code[], language: Language): ReadonlyMap<string, string> {
  const labels = codes.map(({ label }) => labelText(label, language))
  const isShared = shared(labels)
  const names = codes.map((code, i) => (isShared(labels[i]!) ? pathText(codes, code, language) : labels[i]!))
  const isSharedStill = shared(names)
  return new Map(codes.map(({ id }, i) => [id, isSharedStill(names[i]!) ? `${names[i]} (${id})` : names[i]!]))
}

/** Tells whether a text is several of those given. */
function shared(texts: readonly string[]): (text: string) => boolean {
  const bearers = new Map<string, number>()
  for (const text of texts) bearers.set(text, (bearers.get(text) ?? 0) + 1)
  return text => (bearers.get(text) ?? 0) > 1
}

/** A code's path as one text, from the top down. */
export function pathText(codes: readonly Code[], code: Code, language: Language): string {
  return codeLineage(codes, code)
    .map(each => labelText(each.label, language))
    .join(pathSeparator)
}
