import type { Study } from '@codeerbank/core'
import { type GuidType, guidOf, normaliseGuid } from './guid.ts'

/** The ids that the things of a study have, by the GUIDs under which they go out. */
export function knownGuids(study: Study): (type: GuidType, guid: string) => string | undefined {
  const lists: Partial<Record<GuidType, readonly { readonly id: string }[]>> = {
    coder: study.coders,
    code: study.codes,
    variable: study.variables,
    case: study.cases,
    source: study.sources,
    segment: study.segments,
    coding: study.codings,
    memo: study.memos,
    frame: study.frames,
  }
  const made = new Map<GuidType, ReadonlyMap<string, string>>()
  const idsOf = (type: GuidType) => {
    const ids =
      made.get(type) ??
      new Map((lists[type] ?? []).map(({ id }) => [normaliseGuid(guidOf(type, id)) ?? id, id]))
    made.set(type, ids)
    return ids
  }
  return (type, guid) => idsOf(type).get(guid)
}
