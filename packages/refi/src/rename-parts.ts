import type { Memo, Value } from '@codeerbank/core'
import type { ProjectParts } from './project-parts.ts'

type RenamedType = 'source' | 'coder' | 'code' | 'variable' | 'case' | 'frame' | 'segment' | 'coding' | 'memo'

/** Other ids for things, by type and the ids that they have. */
export type RenamedIds = Readonly<Partial<Record<RenamedType, ReadonlyMap<string, string>>>>

/** What a project holds, with other ids in all places where it names a thing. */
export function renameParts(parts: ProjectParts, ids: RenamedIds): ProjectParts {
  const to = (type: keyof RenamedIds, id: string) => ids[type]?.get(id) ?? id
  const own = <T extends { readonly id: string }>(type: keyof RenamedIds, item: T): T => ({
    ...item,
    id: to(type, item.id),
  })
  const valuesOf = (values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [to('variable', id), value]))
  const on = (target: Memo['on']): Memo['on'] => {
    const { type, id } = target
    return id === undefined || type === 'study' || type === 'participant'
      ? target
      : { type, id: to(type, id) }
  }
  const participants = parts.participants.map(each =>
    each.case === undefined ? each : { ...each, case: to('case', each.case) },
  )
  return {
    ...parts,
    participants,
    coders: parts.coders.map(each => own('coder', each)),
    variables: parts.variables.map(each => own('variable', each)),
    cases: parts.cases.map(each => ({ ...own('case', each), values: valuesOf(each.values) })),
    codes: parts.codes.map(each => ({
      ...own('code', each),
      parent: each.parent === null ? null : to('code', each.parent),
    })),
    sources: parts.sources.map(({ item, by, at }) => ({
      item: {
        ...own('source', item),
        case: to('case', item.case),
        ...(item.values === undefined ? {} : { values: valuesOf(item.values) }),
      },
      by: to('coder', by),
      at,
    })),
    textless: new Set(Array.from(parts.textless, id => to('source', id))),
    segments: parts.segments.map(each => ({
      ...own('segment', each),
      source: to('source', each.source),
      by: to('coder', each.by),
    })),
    codings: parts.codings.map(({ item, by, at }) => ({
      item: { ...own('coding', item), segment: to('segment', item.segment), code: to('code', item.code) },
      by: to('coder', by),
      at,
    })),
    frames: parts.frames.map(each => ({
      ...own('frame', each),
      rows: each.rows.map(row => ({
        ...row,
        id: to('code', row.id),
        codes: row.codes.map(code => to('code', code)),
      })),
    })),
    memos: parts.memos.map(each => ({ ...own('memo', each), on: on(each.on), by: to('coder', each.by) })),
  }
}
