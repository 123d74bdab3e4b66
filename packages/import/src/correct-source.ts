import {
  byId,
  type ChangeOf,
  normaliseText,
  type Segment,
  type SegmentMove,
  type Study,
  type Turn,
  unknownTime,
} from '@codeerbank/core'
import { locateSegment } from './locate-segment.ts'
import { reader } from './study-folder-draft.ts'
import { alignTexts, type TextAlignment } from './text-alignment.ts'
import { textFinder } from './text-finder.ts'

export interface CorrectSourceOptions {
  /** Who corrects, when (ISO 8601), and why. */
  readonly by?: string
  readonly at?: string
  readonly reason?: string
  /** The turns of the corrected text; by default those of the old one, moved as the text is. */
  readonly turns?: readonly Turn[]
}

/** What became of one segment. */
export interface SegmentVerdict {
  readonly segment: string
  /**
   * `exact`: the same words at the same place; `moved`: the same words elsewhere; `changed`: other words where they
   * were, for a person to look at; `lost`: nothing like it is there any more.
   */
  readonly verdict: SegmentMove['verdict']
  /** From 0 to 1: the share of its words that are the same, in order. */
  readonly score: number
  readonly before: string
  /** What stands there now; `null` for a lost segment. */
  readonly after: string | null
}

/** A correction, ready to be applied, and what it does to every segment of the source. */
export interface Correction {
  readonly change: ChangeOf<'correct-source'>
  /** In the order of the study's segments. */
  readonly certificate: readonly SegmentVerdict[]
}

/**
 * Moves every segment of a source to a corrected text. A segment whose words were not touched goes where the difference
 * of the two texts puts them; one whose paragraph moved is found by its quote and what stood around it; one whose own
 * words changed is put where they were, if enough of them are left, and waits for a person. A segment that is lost
 * already is looked for again.
 *
 * @param study the study
 * @param sourceId the source
 * @param newText its text as it should be; it is normalised
 * @returns the change (`applyChanges(study, [change])` applies it) and the certificate
 * @throws RangeError where the study has no such source
 */
export function correctSource(
  study: Study,
  sourceId: string,
  newText: string,
  options: CorrectSourceOptions = {},
): Correction {
  const source = byId(study.sources, sourceId)
  if (source === undefined) throw new RangeError(`The study has no source "${sourceId}".`)
  const text = normaliseText(newText)
  const alignment = alignTexts(source.text, text)
  const texts = { newText: text, alignment, before: textFinder(source.text), after: textFinder(text) }
  const moves: SegmentMove[] = []
  const certificate: SegmentVerdict[] = []
  for (const segment of study.segments) {
    if (segment.source !== sourceId) continue
    const found = locateSegment(segment, texts)
    moves.push({ segment: segment.id, start: found.start, end: found.end, verdict: found.verdict })
    certificate.push(verdictOf(segment, found, text))
  }
  const { by = reader, at = unknownTime, reason } = options
  return {
    change: {
      id: `correct-source:${sourceId}:${at}`,
      at,
      by,
      kind: 'correct-source',
      source: sourceId,
      text,
      turns: options.turns ?? movedTurns(source.turns, alignment, text.length),
      moves,
      ...(reason === undefined ? {} : { reason }),
    },
    certificate,
  }
}

function verdictOf(
  segment: Segment,
  { verdict, score, start, end }: ReturnType<typeof locateSegment>,
  text: string,
): SegmentVerdict {
  return {
    segment: segment.id,
    verdict,
    score,
    before: segment.quote,
    after: verdict === 'lost' ? null : text.slice(start, end),
  }
}

/** Turns whose words are gone are left out; none reaches into the next. */
function movedTurns(turns: readonly Turn[], alignment: TextAlignment, length: number): readonly Turn[] {
  const moved: Turn[] = []
  let from = 0
  for (const turn of turns) {
    const start = Math.max(from, alignment.place(turn.start, 'start'))
    const end = Math.min(length, alignment.place(turn.end, 'end'))
    if (start >= end) continue
    moved.push({ ...turn, start, end })
    from = end
  }
  return moved
}
