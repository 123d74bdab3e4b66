import type { CodeFrequency, Study } from '@codeerbank/core'
import { type CodeCounts, countByCode } from './count-by-code.ts'
import { studyIndex } from './study-index.ts'

/**
 * How often each code was used: codings, and the distinct segments, sources and speakers that they are of. Rolled up,
 * a code counts all below it, and a segment once, however many of the codes below it carries.
 *
 * @returns one frequency per code, in the order of the codebook from the top down
 */
export function codeFrequencies(study: Study): readonly CodeFrequency[] {
  const index = studyIndex(study)
  const codings = countByCode(index, null)
  const segments = countByCode(index, index.codingsOfSegment)
  const sources = countByCode(index, index.codingsOfSource)
  const speakers = countByCode(index, index.codingsOfVoice)
  const pick = (which: keyof CodeCounts, code: number) => ({
    codings: codings[which][code]!,
    segments: segments[which][code]!,
    sources: sources[which][code]!,
    speakers: speakers[which][code]!,
  })
  return Array.from(index.codes.order, code => ({
    code: study.codes[code]!.id,
    own: pick('own', code),
    rolledUp: pick('rolledUp', code),
  }))
}
