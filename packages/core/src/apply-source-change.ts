import type { ChangeOf } from './change.ts'
import { describeSegment } from './describe-segment.ts'
import type { Turn } from './study.ts'
import { addNew, dropSource, known, refuse, type StudyDraft, segmentsOf } from './study-draft.ts'

type SourceChange = ChangeOf<'add-source' | 'correct-source' | 'remove-source'>

function addSource(draft: StudyDraft, change: ChangeOf<'add-source'>): void {
  const { source } = change
  if (!known(draft, change, 'cases', source.case)) return
  if (!source.participants.every(id => known(draft, change, 'participants', id))) return
  if (!turnsFit(draft, change, source.text, source.turns)) return
  addNew(draft, change, 'sources', draft.lists.sources, source)
}

function turnsFit(draft: StudyDraft, change: SourceChange, text: string, turns: readonly Turn[]): boolean {
  let end = 0
  for (const turn of turns) {
    if (turn.start < end || turn.end < turn.start || turn.end > text.length)
      return refuse(
        draft,
        change,
        'turn-outside-text',
        `The turn at ${turn.start} to ${turn.end} is not in the text after the turn before it. Read the transcript again.`,
      )
    if (turn.participant !== undefined && !known(draft, change, 'participants', turn.participant))
      return false
    end = turn.end
  }
  return true
}

/**
 * Segments that no move names must stand where they stood, with the same words; one that is lost already stays so. One whose words an earlier correction changed
 * goes on waiting for a person, wherever it is moved.
 */
function correctSource(draft: StudyDraft, change: ChangeOf<'correct-source'>): void {
  const { sources, segments } = draft.lists
  const source = sources.get(change.source)
  if (source === undefined) {
    known(draft, change, 'sources', change.source)
    return
  }
  if (!turnsFit(draft, change, change.text, change.turns)) return
  const moves = new Map(change.moves.map(move => [move.segment, move]))
  for (const id of moves.keys())
    if (segments.get(id)?.source !== change.source) {
      refuse(
        draft,
        change,
        'unknown-segment',
        `Source "${change.source}" has no segment "${id}" to move. Leave it out, or correct the id.`,
      )
      return
    }
  const corrected = []
  for (const id of segmentsOf(draft, change.source)) {
    const segment = segments.get(id)!
    const move = moves.get(id)
    const { verdict: before, ...kept } = segment
    if (move?.verdict === 'lost' || (move === undefined && before === 'lost')) {
      corrected.push({ ...kept, verdict: 'lost' as const })
      continue
    }
    const start = move?.start ?? segment.start
    const end = move?.end ?? segment.end
    const inside = start >= 0 && start < end && end <= change.text.length
    if (!inside || (move?.verdict !== 'changed' && change.text.slice(start, end) !== segment.quote)) {
      refuse(
        draft,
        change,
        'segment-not-moved',
        `Segment "${id}" has other words at ${start} to ${end} of the corrected text. Say where it stands now, or that it is lost.`,
      )
      return
    }
    const { exact: quote, prefix, suffix } = describeSegment(change.text, start, end)
    const next = { ...kept, start, end, quote, prefix, suffix }
    const waits = move?.verdict === 'changed' || before === 'changed'
    corrected.push(waits ? { ...next, verdict: 'changed' as const } : next)
  }
  sources.replace({ ...source, text: change.text, turns: change.turns })
  for (const segment of corrected) segments.replace(segment)
}

const handlers: { readonly [K in SourceChange['kind']]: (draft: StudyDraft, change: ChangeOf<K>) => void } = {
  'add-source': addSource,
  'correct-source': correctSource,
  'remove-source': (draft, change) => {
    if (known(draft, change, 'sources', change.source)) dropSource(draft, change.source)
  },
}

export function isSourceChange(change: { readonly kind: string }): change is SourceChange {
  return Object.hasOwn(handlers, change.kind)
}

export function applySourceChange(draft: StudyDraft, change: SourceChange): void {
  const handler = handlers[change.kind] as (draft: StudyDraft, change: SourceChange) => void
  handler(draft, change)
}
