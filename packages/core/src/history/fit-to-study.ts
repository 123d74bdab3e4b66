import type { Change, ChangeOf, SegmentMove } from '../change.ts'
import { describeSegment } from '../describe-segment.ts'
import { matchSegment } from '../match-segment.ts'
import { type StudyDraft, segmentsOf } from '../study-draft.ts'

/**
 * A change as it fits a study that others changed meanwhile: a segment of a text that was corrected stands where its words are now, a
 * correction takes along the segments that its maker did not know, a coding with a merged code gets the code that it was
 * merged into, a split leaves codings that went elsewhere. What cannot be made to fit is given as it is.
 *
 * @returns `null` where another did exactly the same already
 */
export function fitToStudy(draft: StudyDraft, change: Change): Change | null {
  switch (change.kind) {
    case 'add-segment':
      return isThere(draft.lists.segments.get(change.segment.id), change.segment)
        ? null
        : fitSegment(draft, change)
    case 'correct-source':
      return fitCorrection(draft, change)
    case 'split-code':
      return fitSplit(draft, change)
    case 'code-segment':
      return isThere(draft.lists.codings.get(change.coding.id), change.coding)
        ? null
        : fitCoding(draft, change)
    case 'add-coder':
      return isThere(draft.lists.coders.get(change.coder.id), change.coder) ? null : change
    case 'add-case':
      return isThere(draft.lists.cases.get(change.case.id), change.case) ? null : change
    case 'add-variable':
      return isThere(draft.lists.variables.get(change.variable.id), change.variable) ? null : change
    case 'add-participant':
      return isThere(draft.lists.participants.get(change.participant.id), change.participant) ? null : change
    case 'add-source':
      return isThere(draft.lists.sources.get(change.source.id), change.source) ? null : change
    case 'add-code':
      return isThere(draft.lists.codes.get(change.code.id), change.code) ? null : change
    default:
      return change
  }
}

/** Whether a thing with all that a change would give it is there. */
function isThere(found: object | undefined, given: object): boolean {
  if (found === undefined) return false
  const there = new Map<string, unknown>(Object.entries(found))
  return Object.entries(given).every(
    ([key, value]) => JSON.stringify(there.get(key)) === JSON.stringify(value),
  )
}

function fitSegment(draft: StudyDraft, change: ChangeOf<'add-segment'>): Change {
  const { segment } = change
  const text = draft.lists.sources.get(segment.source)?.text
  if (text === undefined || text.slice(segment.start, segment.end) === segment.quote) return change
  const { quote: exact, prefix, suffix } = segment
  const span = matchSegment(text, { exact, prefix, suffix })
  if (span === null) return change
  const { exact: quote, ...around } = describeSegment(text, span.start, span.end)
  return { ...change, segment: { ...segment, ...span, quote, ...around } }
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
    if (
      move?.verdict === 'changed' ||
      move?.verdict === 'lost' ||
      change.text.slice(at.start, at.end) === exact
    )
      continue
    const span = matchSegment(change.text, { exact, prefix, suffix })
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
