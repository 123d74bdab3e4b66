import { type CodeCountUnit, type Coding, type Study, turnAt, voiceOf } from '@codeerbank/core'

/** The code and all below it, by going down again and again. */
export function subtree(study: Study, code: string): ReadonlySet<string> {
  const found = new Set([code])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const each of study.codes) if (each.parent !== null && found.has(each.parent)) found.add(each.id)
  }
  return found
}

export function sourceIn(study: Study, coding: Coding) {
  const segment = study.segments.find(each => each.id === coding.segment)!
  return study.sources.find(each => each.id === segment.source)!
}

/** Counts distinct units of some codings with nothing but a set. */
export function naiveCount(study: Study, codings: readonly Coding[], unit: CodeCountUnit): number {
  const units = codings.map(coding => {
    if (unit === 'codings') return coding.id
    if (unit === 'segments') return coding.segment
    const source = sourceIn(study, coding)
    if (unit === 'sources') return source.id
    const { start, end } = study.segments.find(each => each.id === coding.segment)!
    return voiceOf(source, turnAt(source, start, end))
  })
  return new Set(units.filter(each => each !== undefined)).size
}
