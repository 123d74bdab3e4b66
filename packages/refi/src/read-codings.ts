import type { Coding } from '@codeerbank/core'
import { normaliseGuid, uuidOf } from './guid.ts'
import type { RawCoding } from './raw-project.ts'
import { checkedChange, idOf, placeNotes, type ReadContext, settle, timeOf } from './read-context.ts'
import { duplicate, unknownReference } from './read-framework.ts'
import type { SourceReading } from './read-sources.ts'
import { unknownCoder } from './refi-names.ts'
import { codingNote } from './write-sources.ts'

type NewCoding = Omit<Coding, 'codeVersion'>

/** The codings of a segment. */
export function readCodings(reading: SourceReading, codings: readonly RawCoding[], segment: string): void {
  const { context, parts, seen, codes } = reading
  for (const raw of codings) {
    const code = raw.code === null ? undefined : idOf(context, 'code', raw.code)
    if (code === undefined || !codes.has(code)) {
      unknownReference(context, 'code', raw.line)
      context.list.add('coding', raw.line)
    } else if (seen.coding.has(raw.guid)) {
      duplicate(context, 'coding', raw.line)
      context.list.add('coding', raw.line)
    } else {
      seen.coding.add(raw.guid)
      parts.codings.push(codingOf(context, raw, segment, code, coderOf(reading, raw)))
    }
  }
}

function codingOf(
  context: ReadContext,
  raw: RawCoding,
  segment: string,
  code: string,
  coder: string,
): NewCoding {
  const { notes, usedNotes } = context
  const id = idOf(context, 'coding', raw.guid)
  const own = raw.notes.length === 0 ? undefined : notes.get(codingNote(raw.guid))
  const memo = own !== undefined && raw.notes.includes(own.guid) ? own : undefined
  if (memo !== undefined) usedNotes.add(memo.guid)
  placeNotes(
    context,
    raw.notes.filter(guid => guid !== memo?.guid),
    { type: 'coding', id },
  )
  const at = timeOf(context, raw.at)
  const plain: NewCoding = {
    id,
    segment,
    code,
    coder,
    at,
    ...(memo === undefined ? {} : { memo: memo.text }),
  }
  return settle(context, 'coding', raw.guid, plain, ({ coder: _, at: time, ...whole }) => {
    const change = checkedChange('code-segment', { coding: { ...whole, id, segment, code }, at: time })
    return change && { ...change.coding, coder, at: change.at }
  })
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
