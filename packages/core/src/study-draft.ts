import type { Change } from './change.ts'
import { type Draft, draftOf, type Identified } from './collection.ts'
import type { Problem } from './problem.ts'
import type { Judgement, Study } from './study.ts'

/** The lists of a study by name. */
export type StudyLists = Omit<Study, 'title' | 'language' | 'frozen'>

/** A study being changed, and what was found wrong on the way. */
export type StudyDraft = {
  title: Study['title']
  language: Study['language']
  frozen: Study['frozen']
  readonly lists: { readonly [K in keyof StudyLists]: Draft<StudyLists[K][number]> }
  /**
   * Segments by source, codings by segment and by code, screenings by source, made when a change first needs them. They keep what went or
   * is elsewhere by now, and twice what came back: whoever reads them looks at the thing itself.
   */
  segmentsOf?: Map<string, string[]>
  codingsOf?: Map<string, string[]>
  codingsByCode?: Map<string, string[]>
  screeningsOf?: Map<string, string[]>
  /** The judgement on each cell, made when one is first recorded; it too keeps what went. */
  judged?: Map<string, string>
  readonly problems: Problem[]
}

export function draftStudy(study: Study): StudyDraft {
  const { title, language, frozen } = study
  return {
    title,
    language,
    frozen,
    lists: {
      variables: draftOf(study.variables),
      coders: draftOf(study.coders),
      cases: draftOf(study.cases),
      participants: draftOf(study.participants),
      sources: draftOf(study.sources),
      codes: draftOf(study.codes),
      frames: draftOf(study.frames),
      segments: draftOf(study.segments),
      codings: draftOf(study.codings),
      memos: draftOf(study.memos),
      judgements: draftOf(study.judgements),
      screenings: draftOf(study.screenings),
      queries: draftOf(study.queries),
      claims: draftOf(study.claims),
      summaries: draftOf(study.summaries),
    },
    problems: [],
  }
}

export function finishDraft({ title, language, frozen, lists }: StudyDraft): Study {
  return {
    title,
    language,
    ...(frozen === undefined ? {} : { frozen }),
    variables: lists.variables.finish(),
    coders: lists.coders.finish(),
    cases: lists.cases.finish(),
    participants: lists.participants.finish(),
    sources: lists.sources.finish(),
    codes: lists.codes.finish(),
    frames: lists.frames.finish(),
    segments: lists.segments.finish(),
    codings: lists.codings.finish(),
    memos: lists.memos.finish(),
    judgements: lists.judgements.finish(),
    screenings: lists.screenings.finish(),
    queries: lists.queries.finish(),
    claims: lists.claims.finish(),
    summaries: lists.summaries.finish(),
  }
}

/** Says what is wrong with a change; the place is the change's id. Gives `false`, so that a guard can return it. */
export function refuse(draft: StudyDraft, change: Change, code: string, message: string): false {
  draft.problems.push({ code, severity: 'error', message, place: { path: ['changes', change.id] } })
  return false
}

/** The field's name for one thing of each list, for messages. */
const nouns: { readonly [K in keyof StudyLists]: string } = {
  variables: 'variable',
  coders: 'coder',
  cases: 'case',
  participants: 'participant',
  sources: 'source',
  codes: 'code',
  frames: 'frame',
  segments: 'segment',
  codings: 'coding',
  memos: 'memo',
  judgements: 'judgement',
  screenings: 'screening',
  queries: 'query',
  claims: 'claim',
  summaries: 'summary',
}

/** Whether the study has a thing; where not, that is reported as `unknown-<thing>`. */
export function known(draft: StudyDraft, change: Change, list: keyof StudyLists, id: string): boolean {
  if (draft.lists[list].has(id)) return true
  const noun = nouns[list]
  return refuse(
    draft,
    change,
    `unknown-${noun}`,
    `The study has no ${noun} "${id}". Add it first, or correct the id.`,
  )
}

/** Adds a thing; an id that is already there is reported as `duplicate-<thing>`. */
export function addNew<T extends Identified>(
  draft: StudyDraft,
  change: Change,
  list: keyof StudyLists,
  items: Draft<T>,
  item: T,
): boolean {
  if (items.has(item.id)) {
    const noun = nouns[list]
    return refuse(
      draft,
      change,
      `duplicate-${noun}`,
      `The study already has a ${noun} "${item.id}". Give it another id.`,
    )
  }
  items.add(item)
  return true
}

/** Withdraws a coding. */
export function dropCoding(draft: StudyDraft, id: string): void {
  draft.lists.codings.remove(id)
}

/** Removes a segment with its codings. */
export function dropSegment(draft: StudyDraft, id: string): void {
  const { codings, segments } = draft.lists
  draft.codingsOf ??= grouped(codings.values(), coding => coding.segment)
  for (const coding of draft.codingsOf.get(id) ?? [])
    if (codings.get(coding)?.segment === id) dropCoding(draft, coding)
  segments.remove(id)
}

/** Removes a source with its segments, their codings, and its screenings. */
export function dropSource(draft: StudyDraft, id: string): void {
  const { screenings, sources } = draft.lists
  for (const segment of segmentsOf(draft, id)) dropSegment(draft, segment)
  draft.screeningsOf ??= grouped(screenings.values(), screening => screening.source)
  for (const screening of draft.screeningsOf.get(id) ?? [])
    if (screenings.get(screening)?.source === id) screenings.remove(screening)
  sources.remove(id)
}

/** Removes a frame with the judgements and summaries of its cells. */
export function dropFrame(draft: StudyDraft, id: string): void {
  const { frames, judgements, summaries } = draft.lists
  for (const { id: judgement, frame } of [...judgements.values()])
    if (frame === id) judgements.remove(judgement)
  for (const { id: summary, frame } of [...summaries.values()]) if (frame === id) summaries.remove(summary)
  frames.remove(id)
}

/** The ids of the segments of a source. */
export function segmentsOf(draft: StudyDraft, source: string): readonly string[] {
  const { segments } = draft.lists
  draft.segmentsOf ??= grouped(segments.values(), segment => segment.source)
  const ids = new Set(draft.segmentsOf.get(source))
  return [...ids].filter(id => segments.get(id)?.source === source)
}

/** The ids of the codings that carry a code. */
export function codingsWith(draft: StudyDraft, code: string): readonly string[] {
  const { codings } = draft.lists
  draft.codingsByCode ??= grouped(codings.values(), coding => coding.code)
  const ids = new Set(draft.codingsByCode.get(code))
  return [...ids].filter(id => codings.get(id)?.code === code)
}

/** The judgement that covers a cell of a frame, if there is one. */
export function judgementOn(
  draft: StudyDraft,
  frame: string,
  of: string,
  row: string,
): Judgement | undefined {
  if (draft.judged === undefined) {
    draft.judged = new Map()
    for (const judgement of draft.lists.judgements.values()) joinCells(draft, judgement)
  }
  const found = draft.lists.judgements.get(draft.judged.get(cellKey(frame, of, row)) ?? '')
  return found?.frame === frame && found.case === of && found.rows.includes(row) ? found : undefined
}

/** Notes which cells a judgement covers. */
export function joinCells(draft: StudyDraft, { id, frame, case: of, rows }: Judgement): void {
  for (const row of rows) draft.judged?.set(cellKey(frame, of, row), id)
}

function cellKey(...cell: readonly [frame: string, of: string, row: string]): string {
  return JSON.stringify(cell)
}

/** Notes a new item in a grouping that was already made. */
export function joinGroup(groups: Map<string, string[]> | undefined, key: string, id: string): void {
  const group = groups?.get(key)
  if (group !== undefined) group.push(id)
  else groups?.set(key, [id])
}

function grouped<T extends Identified>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item.id])
    else group.push(item.id)
  }
  return groups
}
