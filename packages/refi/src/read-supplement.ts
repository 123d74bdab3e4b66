import { type GuidType, guidOf, normaliseGuid } from './guid.ts'
import type { Remainder } from './remainder.ts'
import { orderOf, type SupplementType, supplementTypes } from './supplement-lines.ts'

export interface SupplementItem {
  readonly id: string
  readonly rest: Remainder | null
  /** Where it stands among the things of its type. */
  readonly rank: number
}

/** What a project carries beside the standard's elements. */
export interface Supplement {
  /** What is said of a thing that has elements. */
  of(type: GuidType, guid: string): SupplementItem | undefined
  /** Whether the things of a type stand in it in the order of the study. */
  ordered(type: SupplementType): boolean
  /** All things of a type that it names, in order. */
  all(type: SupplementType): readonly SupplementItem[]
  /** How many lines could not be read. */
  readonly damaged: number
}

const bare: ReadonlySet<SupplementType> = new Set([
  'study',
  'participant',
  'judgement',
  'screening',
  'query',
  'claim',
  'summary',
])

/** Reads the supplement of a project; what is damaged in it is left out. */
export function readSupplement(text: string): Supplement {
  const items = new Map<SupplementType, SupplementItem[]>()
  const byGuid = new Map<string, Map<string, SupplementItem>>()
  const ordered = new Set<string>()
  let damaged = 0
  for (const line of text.split('\n')) {
    if (line === '') continue
    const read = readLine(line)
    if (read === null) {
      damaged += 1
      continue
    }
    const { type, id, rest } = read
    if (type === orderOf) {
      ordered.add(id)
      continue
    }
    const list = items.get(type) ?? []
    items.set(type, list)
    const item = { id, rest, rank: list.length }
    list.push(item)
    if (bare.has(type)) continue
    const known = byGuid.get(type) ?? new Map<string, SupplementItem>()
    byGuid.set(type, known)
    known.set(normaliseGuid(guidOf(type as GuidType, id)) ?? id, item)
  }
  return {
    of: (type, guid) => byGuid.get(type)?.get(guid),
    ordered: type => ordered.has(type),
    all: type => items.get(type) ?? [],
    damaged,
  }
}

function readLine(
  line: string,
): { type: SupplementType | typeof orderOf; id: string; rest: Remainder | null } | null {
  try {
    const value: unknown = JSON.parse(line)
    if (!Array.isArray(value)) return null
    const [given, id, rest] = value as readonly unknown[]
    const type = given === orderOf ? orderOf : supplementTypes.find(each => each === given)
    if (type === undefined || typeof id !== 'string' || id.length > 500) return null
    if (rest !== undefined && (typeof rest !== 'object' || rest === null || Array.isArray(rest))) return null
    return { type, id, rest: rest === undefined ? null : { ...rest } }
  } catch {
    return null
  }
}
