import type { ChangeOf } from './change.ts'
import type { MemoTarget, Segment, Source } from './study.ts'
import {
  addNew,
  dropCoding,
  dropSegment,
  joinCells,
  joinGroup,
  judgementOn,
  known,
  refuse,
  type StudyDraft,
  type StudyLists,
} from './study-draft.ts'

type CodingChange = ChangeOf<
  | 'add-segment'
  | 'accept-segment'
  | 'place-segment'
  | 'remove-segment'
  | 'code-segment'
  | 'withdraw-coding'
  | 'write-memo'
  | 'remove-memo'
  | 'record-judgement'
  | 'withdraw-judgement'
>

function addSegment(draft: StudyDraft, change: ChangeOf<'add-segment'>): void {
  const { segment, by, at } = change
  const source = draft.lists.sources.get(segment.source)
  if (source === undefined) {
    known(draft, change, 'sources', segment.source)
    return
  }
  if (!stands(draft, change, source, segment)) return
  if (addNew(draft, change, 'segments', draft.lists.segments, { ...segment, by, at }))
    joinGroup(draft.segmentsOf, segment.source, segment.id)
}

/** Whether words stand in a source where they are said to. */
function stands(
  draft: StudyDraft,
  change: CodingChange,
  { id, text }: Source,
  { start, end, quote }: Pick<Segment, 'start' | 'end' | 'quote'>,
): boolean {
  const whole = Number.isInteger(start) && Number.isInteger(end)
  if (!(whole && start >= 0 && start < end && end <= text.length))
    return refuse(
      draft,
      change,
      'segment-outside-text',
      `Source "${id}" has ${text.length} UTF-16 units, and no stretch from ${start} to ${end}. Correct the offsets.`,
    )
  if (text.slice(start, end) === quote) return true
  return refuse(
    draft,
    change,
    'quote-differs',
    `Source "${id}" has other words at ${start} to ${end} than the segment's quote. Anchor the quote again.`,
  )
}

/** A person said where a segment stands: it waits for nobody any more, whether or not it is coded. */
function placeSegment(draft: StudyDraft, change: ChangeOf<'accept-segment' | 'place-segment'>): void {
  const { segments, sources } = draft.lists
  const segment = segments.get(change.segment)
  if (segment === undefined) {
    known(draft, change, 'segments', change.segment)
    return
  }
  if (!stands(draft, change, sources.get(segment.source)!, change)) return
  const { verdict: _, ...kept } = segment
  const { start, end, quote, prefix, suffix } = change
  segments.replace({ ...kept, start, end, quote, prefix, suffix })
}

function codeSegment(draft: StudyDraft, change: ChangeOf<'code-segment'>): void {
  const { coding, by, at } = change
  const code = draft.lists.codes.get(coding.code)
  if (code === undefined) known(draft, change, 'codes', coding.code)
  if (
    !known(draft, change, 'segments', coding.segment) ||
    !known(draft, change, 'coders', by) ||
    code === undefined
  )
    return
  if (code.retired === true) {
    refuse(
      draft,
      change,
      'retired-code',
      `Code "${code.id}" is retired: no new coding can carry it. Choose a code in use.`,
    )
    return
  }
  const added = { ...coding, coder: by, at, codeVersion: code.version }
  if (!addNew(draft, change, 'codings', draft.lists.codings, added)) return
  joinGroup(draft.codingsOf, coding.segment, coding.id)
  joinGroup(draft.codingsByCode, coding.code, coding.id)
}

const listOf: { readonly [T in Exclude<MemoTarget['type'], 'study'>]: keyof StudyLists } = {
  case: 'cases',
  source: 'sources',
  participant: 'participants',
  code: 'codes',
  segment: 'segments',
  coding: 'codings',
  frame: 'frames',
}

/** A memo with a known id is written anew. */
function writeMemo(draft: StudyDraft, change: ChangeOf<'write-memo'>): void {
  const { memo, by, at } = change
  const { memos } = draft.lists
  if (memo.on.type !== 'study' && !known(draft, change, listOf[memo.on.type], memo.on.id ?? '')) return
  if (memos.has(memo.id)) memos.replace({ ...memo, by, at })
  else memos.add({ ...memo, by, at })
}

/** A judgement with a known id is made anew. */
function recordJudgement(draft: StudyDraft, change: ChangeOf<'record-judgement'>): void {
  const { judgement, by, at } = change
  const { judgements, frames } = draft.lists
  if (!known(draft, change, 'frames', judgement.frame) || !known(draft, change, 'cases', judgement.case))
    return
  const rows = frames.get(judgement.frame)!.rows.map(row => row.id)
  const first = rows.indexOf(judgement.rows[0] ?? '')
  if (first === -1 || judgement.rows.some((row, i) => rows[first + i] !== row)) {
    refuse(
      draft,
      change,
      'rows-not-neighbours',
      `A judgement covers neighbouring rows of frame "${judgement.frame}" in its order (${rows.join(', ')}), not ${judgement.rows.join(', ') || 'none'}. Name rows that stand beside each other.`,
    )
    return
  }
  for (const row of judgement.rows) {
    const other = judgementOn(draft, judgement.frame, judgement.case, row)
    if (other === undefined || other.id === judgement.id) continue
    refuse(
      draft,
      change,
      'judged-twice',
      `Case "${judgement.case}" already has a judgement on ${other.rows.join(', ')} ("${other.id}"). Withdraw it first.`,
    )
    return
  }
  if (judgements.has(judgement.id)) judgements.replace({ ...judgement, by, at })
  else judgements.add({ ...judgement, by, at })
  joinCells(draft, judgements.get(judgement.id)!)
}

const handlers: { readonly [K in CodingChange['kind']]: (draft: StudyDraft, change: ChangeOf<K>) => void } = {
  'add-segment': addSegment,
  'accept-segment': placeSegment,
  'place-segment': placeSegment,
  'remove-segment': (draft, change) => {
    if (known(draft, change, 'segments', change.segment)) dropSegment(draft, change.segment)
  },
  'code-segment': codeSegment,
  'withdraw-coding': (draft, change) => {
    if (known(draft, change, 'codings', change.coding)) dropCoding(draft, change.coding)
  },
  'write-memo': writeMemo,
  'remove-memo': (draft, change) => {
    if (known(draft, change, 'memos', change.memo)) draft.lists.memos.remove(change.memo)
  },
  'record-judgement': recordJudgement,
  'withdraw-judgement': (draft, change) => {
    if (known(draft, change, 'judgements', change.judgement)) draft.lists.judgements.remove(change.judgement)
  },
}

export function isCodingChange(change: { readonly kind: string }): change is CodingChange {
  return Object.hasOwn(handlers, change.kind)
}

export function applyCodingChange(draft: StudyDraft, change: CodingChange): void {
  const handler = handlers[change.kind] as (draft: StudyDraft, change: CodingChange) => void
  handler(draft, change)
}
