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
 * codings. One that nobody coded waits with its new words until it is coded and accepted, since nothing else says that it holds.
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
  const whole = Number.isInteger(start) && Number.isInteger(end)
  if (!(whole && start >= 0 && start < end && end <= text.length))
    throw new RangeError(`Source "${source.id}" has nothing from ${start} to ${end}. Correct the span.`)
  const told = reason === undefined ? {} : { reason }
  const same = text.slice(start, end) === segment.quote
  return [
    {
      // Ids of segments say where they stand, and a placement is in the blind copies of those who may not know.
      id: `place-segment:${shortHash(segmentId)}:${at}`,
      ...{ at, by, kind: 'correct-source', source: source.id, text, turns },
      moves: [{ segment: segmentId, start, end, verdict: same ? 'moved' : 'changed' }],
      ...told,
    },
    ...acceptSegments(study, [segmentId], { by, at, ...told }),
  ]
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
      id: `review-coding:${id.length > 400 ? shortHash(id) : id}:${at}`,
      ...{ at, by, kind: 'review-coding', coding: id },
      ...(reason === undefined ? {} : { reason }),
    }))
}

/** Tells ids apart in what has no room for them. */
function shortHash(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}
