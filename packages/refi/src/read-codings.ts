import { derivedCodingId } from './derived-ids.ts'
import { uuidOf } from './guid.ts'
import type { ProjectParts } from './project-parts.ts'
import type { RawCoding } from './raw-project.ts'
import {
  checkedChange,
  derivedIdOf,
  idOf,
  placeNotes,
  type ReadContext,
  settleRest,
  timeOf,
} from './read-context.ts'
import { repeated, unknownReference } from './read-framework.ts'
import type { SourceReading } from './read-sources.ts'
import { unknownCoder } from './refi-names.ts'
import { codingNote } from './write-sources.ts'

type MadeCoding = ProjectParts['codings'][number]
type NewCoding = MadeCoding['item']

/** The codings of a segment. */
export function readCodings(reading: SourceReading, codings: readonly RawCoding[], segment: string): void {
  const { context, parts, seen, cases } = reading
  for (const raw of codings) {
    const code = codeOf(reading, raw.code)
    if (code === null && raw.code !== null && cases.has(raw.code))
      context.list.add('case-reference', raw.line)
    else if (code === null) {
      unknownReference(context, 'code', raw.line)
      context.list.add('coding', raw.line)
    } else {
      const coder = coderOf(reading, raw)
      const own = seen.coding.add(raw.guid) ? ofItsOwn(reading, raw, segment, code, coder) : raw
      if (own !== null) parts.codings.push(codingOf(context, own, segment, code, coder))
    }
  }
}

/** A coding that bears the GUID of another one, with one of its own; `null` where it is that one, told twice. */
function ofItsOwn(
  { context, seen, made }: SourceReading,
  raw: RawCoding,
  segment: string,
  code: string,
  coder: string,
): RawCoding | null {
  repeated(context, 'coding', raw.line)
  const told = context.supplement.of('coding', raw.guid)
  const derived = derivedCodingId({ segment, code, coder })
  const first = made.coding(derivedIdOf(context, 'coding', raw.guid, told, derived))
  if (first?.item.segment === segment && first.item.code === code && first.by === coder) return null
  const guid = uuidOf(`again:${raw.guid}:${segment}:${code}:${coder}`)
  return seen.coding.add(guid) ? null : { ...raw, guid }
}

/** The id of a code that the project has; `null` for any other. */
function codeOf({ context, codes, codeIds }: SourceReading, guid: string | null): string | null {
  if (guid === null) return null
  const known = codeIds.get(guid)
  if (known !== undefined) return known
  const id = idOf(context, 'code', guid)
  const found = codes.has(id) ? id : null
  codeIds.set(guid, found)
  return found
}

function codingOf(
  context: ReadContext,
  raw: RawCoding,
  segment: string,
  code: string,
  coder: string,
): MadeCoding {
  const { guid } = raw
  const told = context.supplement.of('coding', guid)
  const id = derivedIdOf(context, 'coding', guid, told, derivedCodingId({ segment, code, coder }))
  const bare: NewCoding = { id, segment, code }
  const item = raw.notes.length === 0 ? bare : withNotes(context, raw, bare)
  const plain: MadeCoding = { item, by: coder, at: timeOf(context, raw.at) }
  if (told === undefined || told.rest === null) return plain
  const whole = settleRest(context, guid, { ...item, coder, at: plain.at }, told.rest, settled => {
    const { coder: _, at, ...rest } = settled
    const change = checkedChange('code-segment', { coding: { ...rest, id, segment, code }, at })
    return change && { ...change.coding, coder, at: change.at }
  })
  const { coder: by, at, ...rest } = whole
  return { item: rest, by, at }
}

/** A coding with its memo; the other notes on it are placed. */
function withNotes(context: ReadContext, { guid, notes }: RawCoding, coding: NewCoding): NewCoding {
  const own = context.notes.get(codingNote(guid))
  const memo = own !== undefined && notes.includes(own.guid) ? own : undefined
  if (memo !== undefined) context.usedNotes.add(memo.guid)
  placeNotes(
    context,
    notes.filter(note => note !== memo?.guid),
    { type: 'coding', id: coding.id },
  )
  return memo === undefined ? coding : { ...coding, memo: memo.text }
}

/** Who coded: the user named. A user that the project does not list, and nobody, are made coders too. */
function coderOf({ context, parts }: SourceReading, { by, line }: RawCoding): string {
  const key = by ?? uuidOf(`coder:${unknownCoder.id}`)
  const known = context.coders.get(key)
  if (known !== undefined) return known
  const id = by === null ? (context.known('coder', key) ?? unknownCoder.id) : idOf(context, 'coder', key)
  context.coders.set(key, id)
  parts.coders.push(by === null ? { ...unknownCoder, id } : { id, label: id })
  if (by !== null) unknownReference(context, 'user', line, 'warning')
  return id
}
