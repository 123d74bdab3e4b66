import { createHash } from 'node:crypto'
import { byId, type Change, describeSegment, type Segment, type Span, type Study } from '@codeerbank/core'

/** Who decides, when, and why. */
export interface PlaceSegmentOptions {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly reason?: string
}

/**
 * Puts a segment that a correction changed or lost on other words of its source, by hand: afterwards it waits for nobody. It is the place in
 * the text that is decided, for everybody who coded it; whether a code still holds there is for each coder to say, by withdrawing it.
 *
 * @param span where the words stand, in UTF-16 units
 * @returns the changes, to be applied together
 * @throws RangeError where there is no such segment, or the span is not in its source
 */
export function placeSegment(
  study: Study,
  segmentId: string,
  { start, end }: Span,
  decided: PlaceSegmentOptions,
): readonly Change[] {
  const source = byId(study.sources, segmentOf(study, segmentId).source)!
  const { length } = source.text
  const whole = Number.isInteger(start) && Number.isInteger(end)
  if (!(whole && start >= 0 && start < end && end <= length))
    throw new RangeError(`Source "${source.id}" has nothing from ${start} to ${end}. Correct the span.`)
  const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
  return [
    {
      ...told('place-segment', segmentId, decided),
      ...{ kind: 'place-segment', segment: segmentId, start, end, quote, prefix, suffix },
    },
  ]
}

/**
 * Accepts the words that segments have since their source was corrected: a person looked at them, and they hold. The definitions of
 * their codes are another matter (`review-coding`).
 *
 * @returns the changes; one that waits for nobody needs none
 * @throws RangeError where there is no such segment, or it is lost and has no words
 */
export function acceptSegments(
  study: Study,
  segmentIds: readonly string[],
  decided: PlaceSegmentOptions,
): readonly Change[] {
  return [...new Set(segmentIds)].flatMap((id): readonly Change[] => {
    const { start, end, quote, prefix, suffix, verdict } = segmentOf(study, id)
    if (verdict === undefined) return []
    if (verdict === 'lost')
      throw new RangeError(`Segment "${id}" is lost, and has no words to accept. Place it, or remove it.`)
    return [
      {
        ...told('accept-segment', id, decided),
        ...{ kind: 'accept-segment', segment: id, start, end, quote, prefix, suffix },
      },
    ]
  })
}

function segmentOf(study: Study, id: string): Segment {
  const segment = byId(study.segments, id)
  if (segment === undefined) throw new RangeError(`The study has no segment "${id}". Correct its id.`)
  return segment
}

function told(what: string, segment: string, { by, at, reason }: PlaceSegmentOptions) {
  return { id: `${what}:${shortHash(segment)}:${at}`, at, by, ...(reason === undefined ? {} : { reason }) }
}

/** Tells ids apart, which may be as long as the id of a change. */
function shortHash(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}
