import { type Code, type Language, labelText } from '@codeerbank/core'
import type { Element } from 'xast'
import { deepestCode, levelAt } from './code-defaults.ts'
import { guidOf } from './guid.ts'
import { type Remainder, remainderOf } from './remainder.ts'
import { carriable, piece } from './xml-piece.ts'

export interface CodeTreePieces {
  readonly roots: readonly Element[]
  /** What the elements do not tell of a code, by id. */
  readonly rest: ReadonlyMap<string, Remainder | null>
  /** Whether the elements give the codes in the order of the list. */
  readonly natural: boolean
}

/**
 * The codes as elements within each other (REFI-QDA `Code`).
 *
 * @param notes the GUIDs of the notes on a code
 */
export function writeCodes(
  codes: readonly Code[],
  language: Language,
  notes: (code: string) => readonly string[] = () => [],
): CodeTreePieces {
  const known = new Set(codes.map(({ id }) => id))
  const children = new Map<string | null, Code[]>()
  for (const code of codes) {
    const parent = code.parent !== null && known.has(code.parent) ? code.parent : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [code])
    else siblings.push(code)
  }
  const rest = new Map<string, Remainder | null>()
  const build = (code: Code, depth: number, parent: string | null): readonly Element[] => {
    const name = labelText(code.label, language)
    const definition = code.definition === undefined ? '' : labelText(code.definition, language)
    const { version: _, ...full } = code
    rest.set(
      code.id,
      remainderOf(full, {
        id: code.id,
        label: { [language]: carriable(name) },
        parent,
        level: levelAt(depth),
        origin: 'deductive',
        ...(definition === '' ? {} : { definition: { [language]: carriable(definition) } }),
        ...(code.color === undefined ? {} : { color: code.color }),
      }),
    )
    const own = children.get(code.id) ?? []
    const isDeepest = depth === deepestCode
    const within = isDeepest ? [] : own.flatMap(child => build(child, depth + 1, code.id))
    const element = piece(
      'Code',
      {
        guid: guidOf('code', code.id),
        name,
        isCodable: code.retired !== true,
        ...(code.color === undefined ? {} : { color: code.color }),
      },
      ...(definition === '' ? [] : [piece('Description', {}, definition)]),
      ...notes(code.id).map(targetGUID => piece('NoteRef', { targetGUID })),
      ...within,
    )
    return [element, ...(isDeepest ? own.flatMap(child => build(child, depth, parent)) : [])]
  }
  const roots = (children.get(null) ?? []).flatMap(code => build(code, 0, code.parent))
  let at = 0
  let natural = true
  for (const id of rest.keys()) natural = codes[at++]?.id === id && natural
  return { roots, rest, natural }
}
