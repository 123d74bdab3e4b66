import type { Memo, Study } from '@codeerbank/core'
import { type GuidType, guidOf, normaliseGuid, uuidOf } from './guid.ts'
import { type LinkDirection, linkOfText } from './link-memo.ts'
import { memoKey, type PlacedMemos } from './write-context.ts'

export interface MemoPlaces {
  /** What stands on a thing, by `memoKey`. */
  readonly placed: ReadonlyMap<string, PlacedMemos>
  /** The memos that go out as notes. */
  readonly notes: readonly Memo[]
  readonly links: readonly MemoLink[]
}

/** A memo that stands for a link. */
export interface MemoLink {
  readonly memo: Memo
  readonly direction: LinkDirection
  readonly origin: string
  readonly target: string
}

/** Things that have a `Description` of their own but no field for it. */
const described: ReadonlySet<Memo['on']['type']> = new Set(['study', 'case', 'source', 'frame'])
/** Things on which a note can stand. */
const noted: ReadonlySet<Memo['on']['type']> = new Set([
  'study',
  'source',
  'code',
  'segment',
  'coding',
  'frame',
])

/** Where each memo of a study goes in a project: a note, a link, a description or the name of a selection. */
export function placeMemos(study: Study): MemoPlaces {
  const placed = new Map<string, PlacedMemos>()
  const notes: Memo[] = []
  const links: MemoLink[] = []
  let guids: ReadonlySet<string> | undefined
  for (const memo of study.memos) {
    const { on, text, title } = memo
    const origin =
      on.type === 'study' ? 'study' : (normaliseGuid(guidOf(on.type as GuidType, on.id ?? '')) ?? '')
    const here = placed.get(memoKey(on)) ?? { notes: [] }
    placed.set(memoKey(on), here)
    const link = on.type === 'study' ? null : linkOfText(text)
    if (link !== null) guids ??= guidsOf(study)
    if (
      described.has(on.type) &&
      title === undefined &&
      text !== '' &&
      memo.id === uuidOf(`description:${origin}`)
    )
      here.description = text
    else if (on.type === 'segment' && text === '' && title && memo.id === uuidOf(`name:${origin}`))
      here.name = title
    else if (link !== null && guids?.has(link.target)) links.push({ memo, origin, ...link })
    else {
      notes.push(memo)
      if (noted.has(on.type)) here.notes.push(guidOf('memo', memo.id))
    }
  }
  return { placed, notes, links }
}

function guidsOf(study: Study): ReadonlySet<string> {
  const guids = new Set<string>()
  const lists = [
    ['code', study.codes],
    ['case', study.cases],
    ['source', study.sources],
    ['segment', study.segments],
    ['memo', study.memos],
    ['frame', study.frames],
  ] as const
  for (const [type, items] of lists)
    for (const { id } of items) guids.add(normaliseGuid(guidOf(type, id)) ?? id)
  return guids
}
