import { stableJson } from '@codeerbank/core'
import { normaliseGuid } from './guid.ts'
import type { NotCarriedId, NotCarriedList } from './not-carried.ts'
import type { Remainder } from './remainder.ts'

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

/** What a line begins with that says that the things of a type stand in their order. */
export const orderOf = 'order of'

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

/** What a reader finds by itself. */
export interface SupplementHints {
  /** The id that it would give the thing. */
  readonly derived?: string
  /** The place in the list, where things are not added in the order of the study. */
  readonly at?: () => number
}

export interface SupplementLines {
  /**
   * Says that the order in which things of a type are written is not that of the study: then all of them are named. To be
   * called before the first is added.
   */
  keepOrder(type: SupplementType): void
  /** Notes a thing: the GUID under which it goes out, and what its elements do not tell. */
  add(type: SupplementType, id: string, guid: string, rest: Remainder | null, hints?: SupplementHints): void
  /** The supplement, a JSON array a line (type, id, remainder); nothing where the elements tell all. */
  text(): readonly string[]
}

/**
 * Collects the supplement: a line for each thing whose elements do not tell all, and for all things of a type, in the order of
 * the study, where the elements do not tell the order.
 */
export function supplementLines(list: NotCarriedList): SupplementLines {
  const lines = new Map<SupplementType, string[]>()
  const ordered = new Set<SupplementType>()
  return {
    keepOrder: type => ordered.add(type),
    add(type, id, guid, rest, { derived, at } = {}) {
      const readable = normaliseGuid(guid) !== id
      if (rest !== null) list.add(kinds[type], id || undefined)
      else if (readable) list.add('readable-ids')
      const inOrder = ordered.has(type)
      if (rest === null && !inOrder && (!readable || derived === id)) return
      const own = lines.get(type) ?? []
      lines.set(type, own)
      const line = rest === null ? JSON.stringify([type, id]) : stableJson([type, id, rest])
      own[inOrder && at !== undefined ? at() : own.length] = line
    },
    text: () =>
      supplementTypes.flatMap(type => {
        const own = (lines.get(type) ?? []).filter(line => line !== undefined)
        return ordered.has(type) ? [JSON.stringify([orderOf, type]), ...own] : own
      }),
  }
}
