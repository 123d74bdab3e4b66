import { byId, type Change, type Coding, describeSegment, type Study } from '@codeerbank/core'
import { unknownName } from '../unknown-name.ts'
import type { Reliability } from './reliability-from-study.ts'
import { masiDistance } from './set-distance.ts'

/** A unit on which coders differ, ready to be settled. */
export interface Disagreement {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** What each coder who read the unit put on it, by coder id. */
  readonly ratings: Readonly<Record<string, readonly string[]>>
  /** From just above 0 to 1: the mean MASI distance of the pairs of coders. */
  readonly distance: number
}

/** The units on which coders differ, the largest difference first, then in the order of the text. */
export function disagreements(study: Study, reliability: Reliability): readonly Disagreement[] {
  const found: (Disagreement & { readonly at: number })[] = []
  reliability.units.forEach((unit, at) => {
    const rated = reliability.coders.flatMap((coder, i) => {
      const set = reliability.table[i]![at]
      return set === null || set === undefined ? [] : [{ coder: coder.id, set }]
    })
    let sum = 0
    let pairs = 0
    for (let i = 0; i < rated.length; i++)
      for (let j = i + 1; j < rated.length; j++) {
        sum += masiDistance(rated[i]!.set, rated[j]!.set)
        pairs++
      }
    if (sum === 0) return
    const source = byId(study.sources, unit.source)
    found.push({
      at,
      ...unit,
      text: source?.text.slice(unit.start, unit.end) ?? '',
      ratings: Object.fromEntries(rated.map(({ coder, set }) => [coder, [...set].sort()])),
      distance: sum / pairs,
    })
  })
  return found.sort((a, b) => b.distance - a.distance || a.at - b.at).map(({ at: _, ...each }) => each)
}

export interface Settlement {
  /** Ids of the codes that the unit shall have. */
  readonly codes: readonly string[]
  /** The coder who decides, ISO time, and why. */
  readonly by: string
  readonly at: string
  readonly reason: string
}

/**
 * The changes that settle a disagreement: whoever decides codes the unit with what was decided, with the reason as
 * memo, and codings of the unit's own stretch by others that were decided against are withdrawn with the reason.
 *
 * @throws RangeError where the study does not have the source, or the reason is empty
 */
export function settle(
  study: Study,
  disagreement: Pick<Disagreement, 'source' | 'start' | 'end'>,
  { codes, by, at, reason }: Settlement,
): readonly Change[] {
  if (reason.trim() === '') throw new RangeError('Say why it is settled so.')
  const source = byId(study.sources, disagreement.source)
  if (source === undefined) throw unknownName('source', disagreement.source, study.sources)
  const { start, end } = disagreement
  const segment = study.segments.find(
    each => each.source === source.id && each.start === start && each.end === end && each.verdict !== 'lost',
  )
  const id = segment?.id ?? freeId(study, `${source.id}:${start}-${end}`)
  const own = segment === undefined ? [] : study.codings.filter(coding => coding.segment === segment.id)
  const changes: Change[] = []
  if (segment === undefined) {
    const { exact: quote, prefix, suffix } = describeSegment(source.text, start, end)
    const added = { id, source: source.id, start, end, quote, prefix, suffix }
    changes.push({ id: `settle:${at}:add-segment:${id}`, at, by, kind: 'add-segment', segment: added })
  }
  const against = (coding: Coding) => !codes.includes(coding.code)
  for (const coding of own.filter(against))
    changes.push({
      id: `settle:${at}:withdraw:${coding.id}`,
      at,
      by,
      kind: 'withdraw-coding',
      coding: coding.id,
      reason,
    })
  for (const code of codes)
    if (!own.some(coding => coding.code === code && coding.coder === by))
      changes.push({
        id: `settle:${at}:code:${id}|${code}|${by}`,
        at,
        by,
        kind: 'code-segment',
        coding: { id: `${id}|${code}|${by}`, segment: id, code, memo: reason },
      })
  return changes
}

/** The id of a stretch, with a number where a segment has it that stood there before the source was corrected. */
function freeId({ segments }: Study, stretch: string): string {
  let id = stretch
  for (let n = 2; byId(segments, id) !== undefined; n++) id = `${stretch}/${n}`
  return id
}
