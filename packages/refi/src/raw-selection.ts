import { type XmlElement, xmlText } from '@codeerbank/archive'
import { checkElement } from './check-elements.ts'
import { descriptionOf, partsOf } from './element-parts.ts'
import { guidOfId, uuidOf } from './guid.ts'
import type { NotCarriedList } from './not-carried.ts'
import { ownText } from './own-text.ts'
import type { RawCoding, RawSelection } from './raw-project.ts'
import { isPositions } from './selection-name.ts'
import type { Shared } from './shared-texts.ts'

/** What the reader of sources tells, and what it keeps. */
export interface RawReading {
  readonly list: NotCarriedList
  readonly users: Shared<string | null>
  readonly times: Shared<string>
  readonly codes: Shared<string | null>
}

/** The GUID of an element; one made of its name and place where it has none. */
export function guidOfElement({ name, attributes, line }: XmlElement): string {
  return guidOfId(attributes.guid) ?? uuidOf(`${name}:${line}:${attributes.name ?? ''}`)
}

/** The GUID of a selection or coding; one made of what it is, and what it is of, where it has none. */
function guidWithin({ name, attributes }: XmlElement, owner: string, what: readonly unknown[]): string {
  return guidOfId(attributes.guid) ?? uuidOf([name, owner, ...what].join(':'))
}

/** The positions of a `PlainTextSelection`; NaN for what is no number. */
export function positionsOf({ attributes }: XmlElement): { readonly start: number; readonly end: number } {
  return { start: wholeNumber(attributes.startPosition), end: wholeNumber(attributes.endPosition) }
}

export function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^\s*[+-]?\d{1,15}(?:\.0+)?\s*$/.test(text) ? Number(text) : Number.NaN
}

/** What an element such as `CodeRef` names. */
function targetOf(ref: XmlElement): string | undefined {
  return (
    ref.attributes.targetGUID ?? ref.attributes.guid ?? (ref.children.length > 0 ? xmlText(ref) : undefined)
  )
}

/** The GUID that an element such as `CodeRef` names. */
export function targetGuid(ref: XmlElement): string | null {
  return guidOfId(targetOf(ref))
}

/** The GUIDs of the notes on a thing. */
export function noteRefs(element: XmlElement): readonly string[] {
  const refs = partsOf(element, 'NoteRef')
  return refs.length === 0 ? none : refs.flatMap(ref => targetGuid(ref) ?? [])
}

const none: readonly string[] = []

/**
 * A selection of text, at positions as its program counts.
 *
 * @param owner the GUID of the source
 */
export function rawSelection(
  element: XmlElement,
  { start, end }: { readonly start: number; readonly end: number },
  owner: string,
  reading: RawReading,
): RawSelection {
  const { attributes, line, children } = element
  const { name = '' } = attributes
  checkElement(element, reading.list)
  countModified(element, reading.list)
  const guid = guidWithin(element, owner, [start, end, name])
  const by = reading.users(makerOf(attributes)) ?? null
  const at = reading.times(timeMade(attributes))
  const codings: RawCoding[] = []
  for (const child of children)
    if (typeof child !== 'string' && child.name === 'Coding')
      codings.push(rawCoding(child, guid, reading, { by, at }))
  const plain = codings.length === children.length
  return {
    guid: ownText(guid),
    name: isPositions(name, start, end) ? '' : ownText(name),
    start,
    end,
    description: plain ? undefined : descriptionOf(element),
    by,
    at,
    codings,
    notes: plain ? none : noteRefs(element),
    line,
  }
}

/**
 * A coding.
 *
 * @param owner the GUID of the selection or source
 * @param made who made the selection and when: whose the coding is, and of when, where it does not say
 */
export function rawCoding(
  element: XmlElement,
  owner: string,
  reading: RawReading,
  made: Pick<RawCoding, 'by' | 'at'> = { by: null, at: undefined },
): RawCoding {
  const { attributes, line, children } = element
  checkElement(element, reading.list)
  let code: string | null = null
  let notes = none
  for (const child of children) {
    if (typeof child === 'string') continue
    if (child.name === 'CodeRef') {
      // A coding is of one code.
      if (code !== null) reading.list.add('coding', line)
      code ??= reading.codes(targetOf(child)) ?? null
    } else notes = noteRefs(element)
  }
  return {
    guid: ownText(guidWithin(element, owner, [code, attributes.creatingUser])),
    code,
    by: reading.users(attributes.creatingUser) ?? made.by,
    at: reading.times(attributes.creationDateTime || undefined) ?? made.at,
    notes,
    line,
  }
}

type Attributes = XmlElement['attributes']

/** Who made a thing: who changed it, where some programs say that alone. */
export function makerOf({ creatingUser, modifyingUser }: Attributes): string | undefined {
  return creatingUser || modifyingUser || undefined
}

/** When a thing was made: when it was changed, where some programs say that alone. */
export function timeMade({ creationDateTime, modifiedDateTime }: Attributes): string | undefined {
  return creationDateTime || modifiedDateTime || undefined
}

/** A study keeps when a thing was made, not when it was changed. */
export function countModified({ attributes, line }: XmlElement, list: NotCarriedList): void {
  const { modifyingUser, modifiedDateTime } = attributes
  if (
    (modifyingUser && modifyingUser !== makerOf(attributes)) ||
    (modifiedDateTime && modifiedDateTime !== timeMade(attributes))
  )
    list.add('modified', line)
}
