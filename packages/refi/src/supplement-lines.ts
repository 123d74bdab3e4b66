import { normaliseGuid } from './guid.ts'
import type { NotCarriedId, NotCarriedList } from './not-carried.ts'
import type { Remainder } from './remainder.ts'
import { stableJson } from './stable-json.ts'

/** What a line of the supplement can be about. */
export const supplementTypes = [
  'study',
  'coder',
  'code',
  'variable',
  'case',
  'participant',
  'source',
  'segment',
  'coding',
  'memo',
  'frame',
  'judgement',
  'screening',
  'query',
  'claim',
  'summary',
] as const

export type SupplementType = (typeof supplementTypes)[number]

const kinds: Readonly<Record<SupplementType, NotCarriedId>> = {
  study: 'study-details',
  coder: 'coder-details',
  code: 'code-details',
  variable: 'variable-details',
  case: 'case-details',
  participant: 'participants',
  source: 'source-details',
  segment: 'segment-details',
  coding: 'coding-details',
  memo: 'memo-details',
  frame: 'frame-details',
  judgement: 'judgements',
  screening: 'screenings',
  query: 'queries',
  claim: 'claims',
  summary: 'summaries',
}

export interface SupplementLines {
  /** Notes a thing, in the order of the study or with its place in the list: the GUID under which it goes out, and what its elements do not tell. */
  add(type: SupplementType, id: string, guid: string, rest: Remainder | null, at?: number): void
  /** Says that the order in which things of a type are written is not that of the study. */
  keepOrder(type: SupplementType): void
  /** The supplement, a JSON array a line (type, id, remainder); nothing where the elements tell all. */
  text(): readonly string[]
}

/** Collects the supplement. All things of a type are named, in order, as soon as one of them has to be. */
export function supplementLines(list: NotCarriedList): SupplementLines {
  const lines = new Map<SupplementType, string[]>()
  const needed = new Set<SupplementType>()
  return {
    add(type, id, guid, rest, at) {
      const readable = normaliseGuid(guid) !== id
      if (readable || rest !== null) needed.add(type)
      if (rest !== null) list.add(kinds[type], id || undefined)
      else if (readable) list.add('readable-ids')
      const line = rest === null ? JSON.stringify([type, id]) : stableJson([type, id, rest])
      const known = lines.get(type) ?? []
      lines.set(type, known)
      known[at ?? known.length] = line
    },
    keepOrder: type => needed.add(type),
    text: () =>
      supplementTypes.flatMap(type =>
        needed.has(type) ? (lines.get(type) ?? []).filter(line => line !== undefined) : [],
      ),
  }
}
