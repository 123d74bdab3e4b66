import type { Segment, Source, Study } from '@codeerbank/core'

/** What a text must not begin with in its file: byte order marks. */
const marks = /^\ufeff+/

/** The text of a source as its file has it: without a byte order mark. */
export function fileText({ text }: Source): string {
  return text.replace(marks, '')
}

/** The segments of a study that a project cannot have, by id: those that lost their words, or begin before their text does. */
export function lostSegments({ sources, segments }: Study): ReadonlySet<string> {
  const texts = new Map(sources.map(source => [source.id, { source, skipped: skippedOf(source) }]))
  const isLost = ({ source: of, start, end, quote }: Segment): boolean => {
    const found = texts.get(of)
    return found === undefined || start < found.skipped || found.source.text.slice(start, end) !== quote
  }
  return new Set(segments.filter(isLost).map(({ id }) => id))
}

function skippedOf(source: Source): number {
  return source.text.length - fileText(source).length
}
