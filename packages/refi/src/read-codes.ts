import type { XmlElement } from '@codeerbank/archive'
import type { Code, Language } from '@codeerbank/core'
import { levelAt } from './code-defaults.ts'
import { descriptionOf, partsOf } from './element-parts.ts'
import { guidOfElement, noteRefs } from './raw-selection.ts'

export type NewCode = Omit<Code, 'version'>

/** A code of a file, before what is known of it elsewhere is added. */
export interface ReadCode {
  readonly guid: string
  readonly code: NewCode
  readonly notes: readonly string[]
  /** Whether it is for coding, and not just to hold others. */
  readonly codable: boolean
  readonly line: number
  readonly depth: number
  /** Whether it has a colour that cannot be read. */
  readonly colorLost: boolean
}

/**
 * The codes of `Code` elements within each other, a parent before its children.
 *
 * @param idOf the id under which a GUID is known
 */
export function readCodes(
  elements: readonly XmlElement[],
  language: Language,
  idOf: (guid: string) => string,
): readonly ReadCode[] {
  const codes: ReadCode[] = []
  const pending = elements.toReversed().map(element => ({ element, parent: null as string | null, depth: 0 }))
  while (pending.length > 0) {
    const { element, parent, depth } = pending.pop()!
    const { attributes, line } = element
    const guid = guidOfElement(element)
    const id = idOf(guid)
    const definition = descriptionOf(element)
    const color = colorOf(attributes.color)
    const codable = attributes.isCodable?.trim()
    codes.push({
      guid,
      code: {
        id,
        label: { [language]: attributes.name ?? '' },
        parent,
        level: levelAt(depth),
        origin: 'deductive',
        ...(definition === undefined ? {} : { definition: { [language]: definition } }),
        ...(color === undefined ? {} : { color }),
      },
      notes: noteRefs(element),
      codable: codable !== 'false' && codable !== '0',
      line,
      depth,
      colorLost: color === undefined && (attributes.color ?? '').trim() !== '',
    })
    for (const child of codesWithin(element).toReversed())
      pending.push({ element: child, parent: id, depth: depth + 1 })
  }
  return codes
}

/** The codes right below one: some programs put them into a list within it. */
function codesWithin({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap(child => {
    if (typeof child === 'string') return []
    return child.name === 'Code'
      ? [child]
      : /^(?:sub-?)?codes$/i.test(child.name)
        ? partsOf(child, 'Code')
        : []
  })
}

/** `#rrggbb`, also for a colour of three digits, without `#`, as `rgb(1, 2, 3)`, and for one with a full alpha before it, as .NET has it. */
function colorOf(text: string | undefined): string | undefined {
  const color = text?.trim().replace(/^#ff(?=[0-9a-f]{6}$)/i, '#') ?? ''
  if (/^#[0-9a-f]{6}$/i.test(color)) return color
  if (/^#[0-9a-f]{3}$/i.test(color)) return color.replace(/[0-9a-f]/gi, '$&$&')
  if (/^[0-9a-f]{6}$/i.test(color)) return `#${color.toLowerCase()}`
  const [, ...parts] = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/i.exec(color) ?? []
  if (parts.length === 0 || parts.some(part => Number(part) > 255)) return undefined
  return `#${parts.map(part => Number(part).toString(16).padStart(2, '0')).join('')}`
}
