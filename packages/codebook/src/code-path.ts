import { type Code, codeLineage, type Language, labelText } from '@codeerbank/core'

/**
 * The labels of a code and of all codes above it, from the top down.
 *
 * @param codes the codes of the study
 * @param language the language of the labels; the other one where a label does not have it
 */
export function codePath(codes: readonly Code[], code: Code, language: Language): readonly string[] {
  return codeLineage(codes, code).map(each => labelText(each.label, language))
}
