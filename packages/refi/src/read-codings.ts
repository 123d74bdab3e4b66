import type { Coding } from '@codeerbank/core'
import { derivedCodingId } from './derived-ids.ts'
import { normaliseGuid, uuidOf } from './guid.ts'
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
import { duplicate, unknownReference } from './read-framework.ts'
import { cameBefore, type SourceReading } from './read-sources.ts'
import { unknownCoder } from './refi-names.ts'
import { codingNote } from './write-sources.ts'

type NewCoding = Omit<Coding, 'codeVersion'>

/** The codings of a segment. */
export function readCodings(reading: SourceReading, codings: readonly RawCoding[], segment: string): void {
  const { context, parts, seen } = reading
  for (const raw of codings) {
    const code = codeOf(reading, raw.code)
    if (code === null) {
      unknownReference(context, 'code', raw.line)
      context.list.add('coding', raw.line)
    } else if (cameBefore(seen.coding, raw.guid)) {
      duplicate(context, 'coding', raw.line)
      context.list.add('coding', raw.line)
    } else {
      parts.codings.push(codingOf(context, raw, segment, code, coderOf(reading, raw)))
    }
  }
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
): NewCoding {
  const { guid } = raw
  const told = context.supplement.of('coding', guid)
  const id = derivedIdOf(context, 'coding', guid, told, derivedCodingId({ segment, code, coder }))
  const bare: NewCoding = { id, segment, code, coder, at: timeOf(context, raw.at) }
  const plain = raw.notes.length === 0 ? bare : withNotes(context, raw, bare)
  if (told === undefined || told.rest === null) return plain
  return settleRest(context, guid, plain, told.rest, ({ coder: _, at: time, ...whole }) => {
    const change = checkedChange('code-segment', { coding: { ...whole, id, segment, code }, at: time })
    return change && { ...change.coding, coder, at: change.at }
  })
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
  const guid = normaliseGuid(by)
  const key = guid ?? uuidOf(`coder:${unknownCoder.id}`)
  const known = context.coders.get(key)
  if (known !== undefined) return known
  const id = guid === null ? (context.known('coder', key) ?? unknownCoder.id) : idOf(context, 'coder', key)
  context.coders.set(key, id)
  parts.coders.push(guid === null ? { ...unknownCoder, id } : { id, label: id })
  if (guid !== null) unknownReference(context, 'user', line, 'warning')
  return id
}
