import { type Study, sourceKinds, turnAt, voiceOf } from '@codeerbank/core'

/**
 * A study in numbers, made with nothing but maps: what the floors are computed from, and what the library's own index
 * is held against. Every column gives positions in the lists of the study, or -1 where there is none.
 */
export interface StudyNumbers {
  readonly cases: number
  readonly sources: number
  readonly segments: number
  readonly voices: number
  readonly parent: Int32Array
  /** Positions of the codes, each before its parent. */
  readonly upwards: Int32Array
  readonly sourceCase: Int32Array
  readonly sourceKind: Int32Array
  readonly segmentSource: Int32Array
  readonly segmentVoice: Int32Array
  readonly codingCode: Int32Array
  readonly codingSegment: Int32Array
  readonly codingContradicts: Uint8Array
}

export function numberStudy(study: Study): StudyNumbers {
  const { cases, codes, sources, segments, codings } = study
  const caseAt = positions(cases)
  const codeAt = positions(codes)
  const sourceAt = positions(sources)
  const segmentAt = positions(segments)
  const voices = new Map<string, number>()
  const segmentVoice = Int32Array.from(segments, segment => {
    const source = sources[sourceAt.get(segment.source)!]!
    const voice = voiceOf(source, turnAt(source, segment.start, segment.end))
    if (voice === undefined) return -1
    if (!voices.has(voice)) voices.set(voice, voices.size)
    return voices.get(voice)!
  })
  const parent = Int32Array.from(codes, code => (code.parent === null ? -1 : codeAt.get(code.parent)!))
  return {
    cases: cases.length,
    sources: sources.length,
    segments: segments.length,
    voices: voices.size,
    parent,
    upwards: deepestFirst(parent),
    sourceCase: Int32Array.from(sources, source => caseAt.get(source.case)!),
    sourceKind: Int32Array.from(sources, source => sourceKinds.indexOf(source.kind)),
    segmentSource: Int32Array.from(segments, segment => sourceAt.get(segment.source)!),
    segmentVoice,
    codingCode: Int32Array.from(codings, coding => codeAt.get(coding.code)!),
    codingSegment: Int32Array.from(codings, coding => segmentAt.get(coding.segment)!),
    codingContradicts: Uint8Array.from(codings, coding => (coding.stance === 'contradicts' ? 1 : 0)),
  }
}

function positions(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, i) => [item.id, i]))
}

function deepestFirst(parent: Int32Array): Int32Array {
  const depth = Array.from(parent, up => {
    let levels = 0
    for (let at = up; at >= 0; at = parent[at]!) levels++
    return levels
  })
  return Int32Array.from(parent.keys()).sort((a, b) => depth[b]! - depth[a]!)
}
