import type { Change, ChangeOf, SegmentMove } from '../change.ts'
import { describeSegment } from '../describe-segment.ts'
import type { Segment } from '../study.ts'
import { joinGroup, type StudyDraft, segmentsOf } from '../study-draft.ts'
import { findAgain } from './find-again.ts'

/**
 * A change as it fits a study that others changed meanwhile: a segment of a text that was corrected stands where its words are now, a
 * correction takes along the segments that its maker did not know, a coding with a merged code gets the code that it was
 * merged into, a split leaves codings that went elsewhere. What cannot be made to fit is given as it is.
 *
 * @returns `null` where there is nothing left to do: another did exactly the same already, or what it takes away is gone
 */
export function fitToStudy(draft: StudyDraft, change: Change): Change | null {
  const { lists } = draft
  switch (change.kind) {
    case 'add-segment':
      return isThere(lists.segments.get(change.segment.id), change.segment) ? null : fitSegment(draft, change)
    case 'accept-segment':
    case 'place-segment':
      return fitPlace(draft, change)
    case 'correct-source':
      return fitCorrection(draft, change)
    case 'split-code':
      return isSplit(draft, change) ? null : fitSplit(draft, change)
    case 'code-segment':
      return isThere(lists.codings.get(change.coding.id), change.coding) ? null : fitCoding(draft, change)
    case 'add-coder':
      return isThere(lists.coders.get(change.coder.id), change.coder) ? null : change
    case 'add-case':
      return isThere(lists.cases.get(change.case.id), change.case) ? null : change
    case 'add-variable':
      return isThere(lists.variables.get(change.variable.id), change.variable) ? null : change
    case 'add-participant':
      return isThere(lists.participants.get(change.participant.id), change.participant) ? null : change
    case 'add-source':
      return isThere(lists.sources.get(change.source.id), change.source) ? null : change
    case 'add-code':
      return isThere(lists.codes.get(change.code.id), change.code) ? null : change
    case 'freeze-codebook':
      return draft.frozen?.round === change.round ? null : change
    case 'remove-frame':
      return lists.frames.has(change.frame) ? change : null
    case 'remove-source':
      return lists.sources.has(change.source) ? change : null
    case 'remove-segment':
      return lists.segments.has(change.segment) ? change : null
    case 'withdraw-coding':
      return lists.codings.has(change.coding) ? change : null
    case 'remove-memo':
      return lists.memos.has(change.memo) ? change : null
    case 'withdraw-judgement':
      return lists.judgements.has(change.judgement) ? change : null
    case 'withdraw-screening':
      return lists.screenings.has(change.screening) ? change : null
    case 'remove-query':
      return lists.queries.has(change.query) ? change : null
    case 'withdraw-claim':
      return lists.claims.has(change.claim) ? change : null
    case 'remove-summary':
      return lists.summaries.has(change.summary) ? change : null
    default:
      return change
  }
}

/** Whether another split the code already into the same parts; who gets which of its codings is settled as a conflict where it differs. */
function isSplit({ lists }: StudyDraft, { code, into }: ChangeOf<'split-code'>): boolean {
  return (
    lists.codes.get(code)?.retired === true && into.every(part => isThere(lists.codes.get(part.id), part))
  )
}

/** Whether a thing with all that a change would give it is there. */
function isThere(found: object | undefined, given: object): boolean {
  if (found === undefined) return false
  const there = new Map<string, unknown>(Object.entries(found))
  return Object.entries(given).every(
    ([key, value]) => JSON.stringify(there.get(key)) === JSON.stringify(value),
  )
}

/** Where its words are nowhere any more, the segment is lost: it waits for a person, with what is coded on it. */
function fitSegment(draft: StudyDraft, change: ChangeOf<'add-segment'>): Change | null {
  const { segment, by, at } = change
  const { segments, sources } = draft.lists
  const text = sources.get(segment.source)?.text
  if (text === undefined || segments.has(segment.id)) return change
  const now = { ...segment, ...placeNow(text, segment) }
  if (text.slice(now.start, now.end) === now.quote) return { ...change, segment: now }
  segments.add({ ...segment, by, at, verdict: 'lost' })
  joinGroup(draft.segmentsOf, segment.source, segment.id)
  return null
}

/** Where words stand in the text as it is now; nothing where they are where they were, or nowhere. */
function placeNow(
  text: string,
  { start, end, quote: exact, prefix, suffix }: Omit<Segment, 'id' | 'source' | 'by' | 'at'>,
): Partial<Segment> {
  if (text.slice(start, end) === exact) return {}
  const span = findAgain(text, { exact, prefix, suffix })
  if (span === null) return {}
  const { exact: quote, ...around } = describeSegment(text, span.start, span.end)
  return { ...span, quote, ...around }
}

function fitPlace(draft: StudyDraft, change: ChangeOf<'accept-segment' | 'place-segment'>): Change {
  const text = draft.lists.sources.get(draft.lists.segments.get(change.segment)?.source ?? '')?.text
  return text === undefined ? change : { ...change, ...placeNow(text, change) }
}

function fitCorrection(draft: StudyDraft, change: ChangeOf<'correct-source'>): Change {
  const { segments, sources } = draft.lists
  const sameText = sources.get(change.source)?.text === change.text
  const moves = new Map<string, SegmentMove>()
  for (const move of change.moves)
    if (segments.get(move.segment)?.source === change.source) moves.set(move.segment, move)
  for (const id of segmentsOf(draft, change.source)) {
    const { quote: exact, prefix, suffix, start, end, verdict } = segments.get(id)!
    const move = moves.get(id)
    // What is lost in a text is not found in it because another segment is placed there.
    if (move === undefined && verdict === 'lost' && sameText) continue
    const at = move ?? { start, end }
    if (move?.verdict === 'changed' || move?.verdict === 'lost') continue
    const stands = change.text.slice(at.start, at.end) === exact
    // One that was lost, and of which this text has the words, must be told to stand there again.
    if (stands && !(move === undefined && verdict === 'lost')) continue
    const span = stands ? { start, end } : findAgain(change.text, { exact, prefix, suffix })
    moves.set(
      id,
      span === null
        ? { segment: id, start, end, verdict: 'lost' }
        : { segment: id, ...span, verdict: 'moved' },
    )
  }
  return { ...change, moves: [...moves.values()] }
}

function fitSplit(draft: StudyDraft, change: ChangeOf<'split-code'>): Change {
  const { codings } = draft.lists
  return {
    ...change,
    assign: change.assign.filter(({ coding }) => codings.get(coding)?.code === change.code),
  }
}

function fitCoding(draft: StudyDraft, change: ChangeOf<'code-segment'>): Change {
  const { codes } = draft.lists
  let code = codes.get(change.coding.code)
  for (let steps = 0; code?.mergedInto !== undefined && steps < 1000; steps++)
    code = codes.get(code.mergedInto)
  if (code === undefined || code.id === change.coding.code) return change
  return { ...change, coding: { ...change.coding, code: code.id } }
}
