import { byId, type ComparisonHeading, positionOf, type Study } from '@codeerbank/core'
import { codesUnder } from './codes-under.ts'
import { groupByKey, groupOf } from './group-by-key.ts'
import { studyIndex } from './study-index.ts'
import { unknownName } from './unknown-name.ts'

/** One source in the order of collection: how many codes it brought that the case did not have before. */
export interface SaturationPoint {
  readonly source: string
  /** ISO date; sources without one come last, in the order of the study. */
  readonly date?: string
  /** Ids of the codes that were new, in the order of the codebook. */
  readonly fresh: readonly string[]
  /** Distinct codes of the case so far. */
  readonly total: number
}

export interface SaturationCurve {
  readonly case: ComparisonHeading
  readonly points: readonly SaturationPoint[]
}

/**
 * Counts which codes are new in each source, per case, in the order in which the sources were collected: the curve
 * flattens where further sources bring nothing new.
 *
 * Source: G. Guest, A. Bunce and L. Johnson (2006), How many interviews are enough?, Field Methods 18(1).
 *
 * @param codes ids of the codes that count, each with all below it; all by default
 * @throws RangeError for a code that the study does not have
 */
export function saturation(study: Study, codes?: readonly string[]): readonly SaturationCurve[] {
  for (const id of codes ?? [])
    if (byId(study.codes, id) === undefined) throw unknownName('code', id, study.codes)
  const index = studyIndex(study)
  const counted = codes === undefined ? undefined : new Set(codesUnder(study, index, codes))
  const codingsOf = index.codingsOfSource
  const { rank } = index.codes
  const sourcesOf = groupByKey(
    Int32Array.from(study.sources, source => positionOf(study.cases, source.case)),
    study.cases.length,
  )
  return study.cases.map(({ id, label }, caseAt) => {
    const seen = new Set<number>()
    const ordered = Array.from(groupOf(sourcesOf, caseAt)).sort(
      (a, b) => dateKey(study, a) - dateKey(study, b) || a - b,
    )
    const points = ordered.map((at): SaturationPoint => {
      const fresh = new Set<number>()
      for (const coding of groupOf(codingsOf, at)) {
        const code = index.codingCode[coding]!
        if (code >= 0 && !seen.has(code) && counted?.has(code) !== false) fresh.add(code)
      }
      for (const code of fresh) seen.add(code)
      const { id: source, date } = study.sources[at]!
      return {
        source,
        ...(date === undefined ? {} : { date }),
        fresh: [...fresh].sort((a, b) => rank[a]! - rank[b]!).map(code => study.codes[code]!.id),
        total: seen.size,
      }
    })
    return { case: { id, label }, points }
  })
}

function dateKey(study: Study, at: number): number {
  const { date } = study.sources[at]!
  return date === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(date)
}
