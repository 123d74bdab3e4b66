import { byId, indexText, type Study, toCodePoints } from '@codeerbank/core'
import { nameEvidence } from './detect-offsets.ts'
import { fileText } from './lost-segments.ts'
import { isMisplaced } from './misplaced.ts'
import { isPositions, plainSpace } from './selection-name.ts'
import { carriable } from './xml-piece.ts'

/** Whether a name is one that a person gave a stretch: it is not its words, nor words that stand elsewhere, nor its positions. */
export type OwnNames = (segment: string, name: string) => boolean

/** Tells which names of segments would be read as names, and not as words that their positions are held against. */
export function ownNames(study: Study): OwnNames {
  const plain = new Map<string, string>()
  return (id, title) => {
    const segment = byId(study.segments, id)
    const source = segment && byId(study.sources, segment.source)
    if (segment === undefined || source === undefined) return false
    const name = carriable(title)
    const text = fileText(source)
    const skipped = source.text.length - text.length
    const span = { start: segment.start - skipped, end: segment.end - skipped }
    if (nameEvidence(segment.quote, name) > 0 || plainSpace(name) === plainSpace(segment.quote)) return false
    const plainText = () => {
      const made = plain.get(source.id) ?? text.replace(/\s+/gu, ' ')
      plain.set(source.id, made)
      return made
    }
    if (isMisplaced(text, plainText, span, name)) return false
    if (!/^[\s\d,;:-]+$/.test(name)) return true
    const index = indexText(text)
    return !isPositions(name, toCodePoints(index, span.start), toCodePoints(index, span.end))
  }
}
