import { createHash } from 'node:crypto'
import { byId, type Change, type Span, type Study } from '@codeerbank/core'

/** Who decides, when, and why. */
export interface PlaceSegmentOptions {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly reason?: string
}

/**
 * Puts a segment that a correction changed or lost on other words of its source, by hand: afterwards it waits for nobody, nor do its
 * codings.
 *
 * @param span where the words stand, in UTF-16 units
 * @returns the changes, to be applied together
 * @throws RangeError where there is no such segment, or the span is not in its source
 */
export function placeSegment(
  study: Study,
  segmentId: string,
  { start, end }: Span,
  { by, at, reason }: PlaceSegmentOptions,
): readonly Change[] {
  const segment = byId(study.segments, segmentId)
  const source = segment && byId(study.sources, segment.source)
  if (segment === undefined || source === undefined)
    throw new RangeError(`The study has no segment "${segmentId}". Correct its id.`)
  const { text, turns } = source
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`Source "${source.id}" has nothing from ${start} to ${end}. Correct the span.`)
  const told = reason === undefined ? {} : { reason }
  const same = text.slice(start, end) === segment.quote
  return [
    {
      id: `place-segment:${source.id.slice(0, 400)}:${digestOf(segmentId)}:${at}`,
      ...{ at, by, kind: 'correct-source', source: source.id, text, turns },
      moves: [{ segment: segmentId, start, end, verdict: same ? 'moved' : 'changed' }],
      ...told,
    },
    ...acceptSegments(study, [segmentId], { by, at, ...told }),
  ]
}

/** Tells segments of one source apart without naming them: what others marked is not shown to who codes blind. */
function digestOf(segmentId: string): string {
  return createHash('sha256').update(segmentId).digest('hex').slice(0, 12)
}

/**
 * Accepts the words that segments have since their source was corrected: their codings were looked at, and stand.
 *
 * @throws RangeError where there is no such segment
 */
export function acceptSegments(
  study: Study,
  segmentIds: readonly string[],
  { by, at, reason }: PlaceSegmentOptions,
): readonly Change[] {
  const accepted = new Set(segmentIds)
  for (const id of accepted)
    if (byId(study.segments, id) === undefined)
      throw new RangeError(`The study has no segment "${id}". Correct its id.`)
  return study.codings
    .filter(({ segment }) => accepted.has(segment))
    .map(({ id }) => ({
      id: `review-coding:${id}:${at}`.slice(0, 500),
      ...{ at, by, kind: 'review-coding', coding: id },
      ...(reason === undefined ? {} : { reason }),
    }))
}
