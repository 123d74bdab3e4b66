import type { Study } from '@codeerbank/core'
import { groupByKey, groupOf } from '../group-by-key.ts'
import { studyIndex } from '../study-index.ts'
import type { MarkedContinuum, MarkedUnit } from './unit-coincidences.ts'

/**
 * The sources of a study as continua for the unitizing coefficients, each a document of its own; a coder without any
 * coding or screening in a source has not read it.
 *
 * @param nameOfCode what a code counts as, such as its theme; `undefined` leaves it out; the code itself by default
 */
export function markedDocuments(
  study: Study,
  nameOfCode: (code: string) => string | undefined = code => code,
): readonly MarkedContinuum[] {
  const index = studyIndex(study)
  const bySource = groupByKey(index.segmentSource, study.sources.length)
  const screened = new Set(study.screenings.map(({ source, by }) => JSON.stringify([source, by])))
  return study.sources.map((source, at) => {
    const units: (MarkedUnit[] | null)[] = study.coders.map(({ id }) =>
      screened.has(JSON.stringify([source.id, id])) ? [] : null,
    )
    for (const segmentAt of groupOf(bySource, at)) {
      const segment = study.segments[segmentAt]!
      if (segment.verdict === 'lost') continue
      for (const coding of groupOf(index.codingsOfSegment, segmentAt)) {
        const coder = index.codingCoder[coding]!
        if (coder < 0) continue
        units[coder] ??= []
        const value = nameOfCode(study.codings[coding]!.code)
        if (value !== undefined) units[coder]!.push({ start: segment.start, end: segment.end, value })
      }
    }
    return { length: source.text.length, coders: units }
  })
}
