import { indexText, paragraphAt, positionOf, type Source, type Study, type TextIndex } from '@codeerbank/core'

/** Where the segments of a study stand. */
export interface SegmentPlaces {
  /** The source of a segment; a segment is never without one. */
  readonly sourceOf: (source: string) => { readonly source: Source; readonly at: number } | undefined
  /** The number of the paragraph of an offset, from 1; past the end of the text, the last. */
  readonly paragraphOf: (source: Source, offset: number) => number
}

/** Makes what is looked up for every segment, once for a study. */
export function segmentPlaces(study: Study): SegmentPlaces {
  const texts = new Map<string, TextIndex>()
  return {
    sourceOf: id => {
      const at = positionOf(study.sources, id)
      return at === -1 ? undefined : { source: study.sources[at]!, at }
    },
    paragraphOf: (source, offset) => {
      let index = texts.get(source.id)
      if (index === undefined) {
        index = indexText(source.text)
        texts.set(source.id, index)
      }
      return paragraphAt(index, Math.min(offset, source.text.length))
    },
  }
}
