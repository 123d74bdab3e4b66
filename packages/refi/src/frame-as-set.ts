import { type Code, type Frame, type Language, labelText } from '@codeerbank/core'
import { type Remainder, remainderOf } from './remainder.ts'
import { carriable } from './xml-piece.ts'

/**
 * The codes of a frame as members of a set (REFI-QDA `MemberCode`), and what such a set does not tell of it.
 *
 * @param labels the names of the codes that are written, by id
 */
export function frameAsSet(
  frame: Frame,
  labels: ReadonlyMap<string, Code['label']>,
  language: Language,
): { readonly name: string; readonly codes: readonly string[]; readonly rest: Remainder | null } {
  const name = labelText(frame.label, language)
  const codes = [...new Set(frame.rows.flatMap(row => row.codes))].filter(code => labels.has(code))
  const rows = codes.map(code => ({ id: code, label: labels.get(code), codes: [code] }))
  const plain = { id: frame.id, label: { [language]: carriable(name) }, rows }
  return { name, codes, rest: remainderOf(frame, plain) }
}
