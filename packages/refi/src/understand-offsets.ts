import { type DetectedOffsets, detectOffsets } from './detect-offsets.ts'
import { byteEncodings, offsetEncodings, wideCharacters } from './offset-encoding.ts'
import { type ProjectText, withPairs } from './project-text.ts'
import type { RawSource } from './raw-project.ts'

/** Below this share of fitting selections a person should look. */
export const doubtful = 0.8

/** Below this share those that do not fit are no slips of a person, but positions that are meant otherwise. */
export const hopeless = 0.6

/** So many selections must have been looked at to say that: of a few, a person may have marked most with a slip. */
export const enough = 10

/** How many characters beyond ASCII texts may have, together, for it to be tried whether positions count bytes. */
const mostWide = 500_000

/** How positions are meant, and the texts that they are of. */
export interface UnderstoodOffsets {
  readonly sources: readonly ProjectText[]
  readonly offsets: DetectedOffsets
}

/**
 * Finds out how positions are meant, and of which texts. Where nothing fits, the line ends may have become LF on the way, in XML
 * or by a program that packed the files: then positions may still count them as two. Or positions may count bytes.
 */
export function understandOffsets(
  raw: readonly Pick<RawSource, 'selections'>[],
  sources: readonly ProjectText[],
  origin: string,
): UnderstoodOffsets {
  const found = (texts: readonly ProjectText[], tried = offsetEncodings) =>
    detectOffsets(
      raw.map(({ selections }, i) => ({ text: texts[i]!, selections })),
      origin,
      tried,
    )
  const offsets = found(sources)
  if (offsets.score === 1) return { sources, offsets }
  if (offsets.score < doubtful) {
    const before = withPairs(sources)
    const paired = before && { sources: before, offsets: found(before) }
    if (paired !== null && paired.offsets.score >= doubtful) return paired
  }
  if (countsBytes(sources)) {
    const bytes = found(sources, [...offsetEncodings, ...byteEncodings])
    if (bytes.unit === 'utf-8' && bytes.score >= doubtful && bytes.score > offsets.score)
      return { sources, offsets: bytes }
  }
  return { sources, offsets }
}

/** Whether counting bytes would be another way to count, and one that can be tried. */
function countsBytes(sources: readonly ProjectText[]): boolean {
  let wide = 0
  for (const { text } of sources) {
    if (/[^\0-\x7f]/.test(text)) wide += wideCharacters(text).length
    if (wide > mostWide) return false
  }
  return wide > 0
}
