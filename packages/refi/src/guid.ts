import { hash } from 'node:crypto'

/**
 * The namespace (RFC 9562, section 5.5) in which GUIDs of readable ids are made: 16 bytes that are letters too, so that a name
 * is hashed with it as one text. Fixed: files that were written rest on it.
 */
const namespace = 'codeerbank.refi/'

/** What has a GUID in a project, and the kinds of thing that are made up where a project has none of its own. */
export type GuidType =
  | 'study'
  | 'coder'
  | 'code'
  | 'variable'
  | 'case'
  | 'source'
  | 'segment'
  | 'coding'
  | 'memo'
  | 'frame'
  | 'description'
  | 'name'
  | 'coding-memo'
  | 'whole-source'
  | 'part'

const pattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** As most programs write it, and as it is compared. */
const plain = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** As .NET and others write it too: in parentheses, or as 32 digits. */
const bare = /^(?:\(([0-9a-f-]{36})\)|([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12}))$/i

/** A GUID in lower case and without braces; `null` for what is no GUID. */
export function normaliseGuid(text: string | undefined): string | null {
  if (text === undefined) return null
  if (text.length === 36 && plain.test(text)) return text
  const trimmed = text.trim()
  const found = pattern.exec(trimmed)
  if (found !== null) return found[1]!.toLowerCase()
  const [, within, ...digits] = bare.exec(trimmed) ?? []
  return within === undefined && digits[0] === undefined ? null : normaliseGuid(within ?? digits.join('-'))
}

/** The GUID that an id stands for: its own, or one made of an id that is none, so that what names it still finds it. */
export function guidOfId(id: string | undefined): string | null {
  const found = normaliseGuid(id)
  if (found !== null || id === undefined) return found
  const trimmed = id.trim()
  return trimmed === '' ? null : uuidOf(`id:${trimmed}`)
}

/**
 * The GUID under which a thing with an id goes out: an id that is a GUID as it is, any other as a version 5 UUID of its type
 * and id, so that the same thing has the same GUID in every file.
 */
export function guidOf(type: GuidType, id: string): string {
  return pattern.test(id) ? id : uuidOf(`${type}:${id}`)
}

/** The GUID of the segment that stands for a source as a whole. */
export function wholeSourceGuid(source: string): string {
  return uuidOf(`whole-source:${source}`)
}

/** A version 5 UUID (RFC 9562) of a name in the namespace of this library. */
export function uuidOf(name: string): string {
  const hex = hash('sha1', namespace + name)
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
