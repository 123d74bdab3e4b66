import { type CodedQuote, indexText, paragraphAt, type Study, type TextIndex } from '@codeerbank/core'
import type { StudyIndex } from './study-index.ts'

/** Makes a giver of codings with their words, in the order of the study's sources and then of the text. */
export function quoterOf(study: Study, index: StudyIndex): (codings: Uint32Array) => readonly CodedQuote[] {
  const { codingSegment, codingSource } = index
  const texts = new Map<number, TextIndex>()
  const textOf = (source: number) => {
    const known = texts.get(source)
    if (known !== undefined) return known
    const made = indexText(study.sources[source]!.text)
    texts.set(source, made)
    return made
  }
  /** A lost segment keeps where it stood, which a corrected text may not reach: then it counts at its end. */
  const paragraphOf = (source: number, start: number) => {
    const text = textOf(source)
    return paragraphAt(text, Math.min(start, text.text.length))
  }
  const startOf = (coding: number) => study.segments[codingSegment[coding]!]!.start
  return codings =>
    codings
      .slice()
      .sort((a, b) => codingSource[a]! - codingSource[b]! || startOf(a) - startOf(b) || a - b)
      .reduce<CodedQuote[]>((quotes, at) => {
        const coding = study.codings[at]!
        const segment = study.segments[codingSegment[at]!]!
        const sourceAt = codingSource[at]!
        const source = study.sources[sourceAt]!
        const speaker = index.voiceLabels[index.codingVoice[at]!]
        quotes.push({
          coding: coding.id,
          segment: segment.id,
          source: source.id,
          sourceTitle: source.title,
          kind: source.kind,
          ...(speaker === undefined ? {} : { speaker }),
          coder: coding.coder,
          quote: segment.quote,
          paragraph: paragraphOf(sourceAt, segment.start),
          ...(coding.stance === undefined ? {} : { stance: coding.stance }),
          ...(coding.memo === undefined ? {} : { memo: coding.memo }),
        })
        return quotes
      }, [])
}
