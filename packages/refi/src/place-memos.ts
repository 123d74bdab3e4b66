import { labelText, type Memo, type Study } from '@codeerbank/core'
import { type GuidType, guidOf, normaliseGuid, uuidOf } from './guid.ts'
import { type LinkDirection, linkOfText, linkText } from './link-memo.ts'
import { ownNames } from './own-name.ts'
import { selectionName } from './selection-name.ts'
import { memoKey, type PlacedMemos } from './write-context.ts'
import { carriable } from './xml-piece.ts'

export interface MemoPlaces {
  /** What stands on a thing, by `memoKey`. */
  readonly placed: ReadonlyMap<string, PlacedMemos>
  /** The memos that go out as notes. */
  readonly notes: readonly Memo[]
  readonly links: readonly MemoLink[]
  /** The notes that stand on nothing in the project. */
  readonly loose: ReadonlySet<Memo>
}

/** A memo that stands for a link. */
export interface MemoLink {
  readonly memo: Memo
  readonly direction: LinkDirection
  readonly origin: string
  readonly target: string
  /** The text of the memo that reading the link would give. */
  readonly text: string
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
/** Things that a link can lead from. */
const linked: ReadonlySet<Memo['on']['type']> = new Set(['case', 'source', 'code', 'segment', 'frame'])

/**
 * Where each memo of a study goes in a project: a note, a link, a description or the name of a selection.
 *
 * @param lost the segments that the project does not have
 */
export function placeMemos(study: Study, lost: ReadonlySet<string>): MemoPlaces {
  const placed = new Map<string, PlacedMemos>()
  const noteNames = new Map<string, string>()
  const asNote = new Set<Memo>()
  const loose = new Set<Memo>()
  const like: { readonly memo: Memo; readonly link: NonNullable<ReturnType<typeof linkOfText>> }[] = []
  const isOwnName = ownNames(study)
  const isGone = goneThings(study, lost)
  const note = (memo: Memo, here: PlacedMemos): void => {
    const { id, on, title, text } = memo
    asNote.add(memo)
    if (!noted.has(on.type) || isGone(on)) loose.add(memo)
    else {
      const guid = guidOf('memo', id)
      here.notes.push(guid)
      noteNames.set(normaliseGuid(guid) ?? id, title ? carriable(title) : selectionName(carriable(text)))
    }
  }
  for (const memo of study.memos) {
    const { on, text, title } = memo
    const origin = originOf(on)
    const here = placed.get(memoKey(on)) ?? { notes: [] }
    placed.set(memoKey(on), here)
    const link = linked.has(on.type) && !isGone(on) ? linkOfText(text) : null
    if (
      described.has(on.type) &&
      title === undefined &&
      text !== '' &&
      memo.id === uuidOf(`description:${origin}`)
    )
      here.description = text
    else if (
      on.type === 'segment' &&
      !isGone(on) &&
      text === '' &&
      title &&
      memo.id === uuidOf(`name:${origin}`) &&
      isOwnName(on.id ?? '', title)
    )
      here.name = title
    else if (link !== null) like.push({ memo, link })
    else note(memo, here)
  }
  // What a link leads to may be a note: these are known now.
  const names = like.length === 0 ? noteNames : linkNames(study, lost, noteNames)
  const links: MemoLink[] = []
  for (const { memo, link } of like) {
    const name = names.get(link.target)
    if (name === undefined) note(memo, placed.get(memoKey(memo.on)) ?? { notes: [] })
    else {
      const text = linkText(link.direction, name, link.target)
      links.push({ memo, origin: originOf(memo.on), ...link, text })
    }
  }
  return { placed, notes: study.memos.filter(memo => asNote.has(memo)), links, loose }
}

function originOf({ type, id }: Memo['on']): string {
  return type === 'study' ? 'study' : (normaliseGuid(guidOf(type as GuidType, id ?? '')) ?? '')
}

/** Tells what goes with a segment that the project does not have. */
function goneThings(study: Study, lost: ReadonlySet<string>): (on: Memo['on']) => boolean {
  if (lost.size === 0) return () => false
  const codings = new Set(study.codings.filter(({ segment }) => lost.has(segment)).map(({ id }) => id))
  return ({ type, id = '' }) => (type === 'segment' && lost.has(id)) || (type === 'coding' && codings.has(id))
}

/** By what the things that a link can lead to are called where the link is read, by GUID. */
function linkNames(
  { codes, cases, frames, sources, segments, language }: Study,
  lost: ReadonlySet<string>,
  notes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const add = (type: GuidType, id: string, name: string) =>
    names.set(normaliseGuid(guidOf(type, id)) ?? id, name)
  for (const { id, label } of codes) add('code', id, labelText(label, language))
  for (const { id, label } of cases) add('case', id, labelText(label, language))
  for (const { id, label } of frames) add('frame', id, labelText(label, language))
  for (const { id, title } of sources) add('source', id, title)
  for (const { id, quote } of segments) if (!lost.has(id)) add('segment', id, selectionName(quote))
  for (const [guid, name] of notes) names.set(guid, name)
  return names
}
