import { type Evidence, type Study, sourceKinds } from '@codeerbank/core'
import type { StudyIndex } from './study-index.ts'

/**
 * Makes a counter of the distinct things behind some codings. Contrary codings are no evidence for a statement.
 * Each call takes time in proportion to its codings alone.
 */
export function evidenceCounter(
  study: Study,
  index: StudyIndex,
): (lists: readonly Uint32Array[]) => Evidence {
  const { codingSegment, codingSource, codingVoice, codingKind, codingContradicts } = index
  const segmentMark = new Int32Array(study.segments.length)
  const sourceMark = new Int32Array(study.sources.length)
  const voiceMark = new Int32Array(index.voices.length)
  let call = 0
  return lists => {
    call++
    let codings = 0
    let segments = 0
    let sources = 0
    let speakers = 0
    const kinds = new Uint8Array(sourceKinds.length)
    for (const list of lists)
      for (let i = 0; i < list.length; i++) {
        const coding = list[i]!
        if (codingContradicts[coding] === 1) continue
        codings++
        const segment = codingSegment[coding]!
        if (segmentMark[segment] === call) continue
        segmentMark[segment] = call
        segments++
        const source = codingSource[coding]!
        if (sourceMark[source] !== call) {
          sourceMark[source] = call
          sources++
          kinds[codingKind[coding]!] = 1
        }
        const voice = codingVoice[coding]!
        if (voice >= 0 && voiceMark[voice] !== call) {
          voiceMark[voice] = call
          speakers++
        }
      }
    return { codings, segments, sources, speakers, kinds: sourceKinds.filter((_, i) => kinds[i] === 1) }
  }
}
