import { matchSegment, type Segment, type SegmentMove, type Source } from '@codeerbank/core'
import type { ChangeBody } from './parts-to-changes.ts'

type Stretch = Pick<Segment, 'id' | 'start' | 'end' | 'quote'>

/**
 * The correction that gives a source the text of a project and its segments the places that they have there; `null` where
 * nothing differs. A segment that the project does not have is found again by its words, or lost.
 *
 * @param segments those that the study has on the source
 * @param placed those that the project has on it
 */
export function correctedSource(
  before: Source,
  { item: after, by, at }: { readonly item: Source; readonly by: string; readonly at: string },
  segments: readonly Segment[],
  placed: readonly Stretch[],
): ChangeBody | null {
  const places = new Map(placed.map(segment => [segment.id, segment]))
  const moves = segments.map(segment => moveOf(segment, after.text, places.get(segment.id)))
  const same = before.text === after.text
  if (
    same &&
    moves.every(({ verdict }, i) => verdict === (segments[i]?.verdict === 'lost' ? 'lost' : 'exact'))
  )
    return null
  return {
    kind: 'correct-source',
    source: before.id,
    text: after.text,
    turns: same ? before.turns : after.turns,
    moves,
    reason: 'REFI-QDA',
    by,
    at,
  }
}

function moveOf(segment: Segment, text: string, place: Stretch | undefined): SegmentMove {
  const { id, start, end, quote, prefix, suffix } = segment
  if (place !== undefined) {
    const still = place.start === start && place.end === end ? 'exact' : 'moved'
    return {
      segment: id,
      start: place.start,
      end: place.end,
      verdict: place.quote === quote ? still : 'changed',
    }
  }
  if (segment.verdict === 'lost') return { segment: id, start, end, verdict: 'lost' }
  if (text.slice(start, end) === quote) return { segment: id, start, end, verdict: 'exact' }
  const found = matchSegment(text, { exact: quote, prefix, suffix })
  return found === null
    ? { segment: id, start, end, verdict: 'lost' }
    : { segment: id, start: found.start, end: found.end, verdict: 'moved' }
}
