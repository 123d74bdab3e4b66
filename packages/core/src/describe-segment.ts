/** How much text before and after a quote is kept with it, in UTF-16 units. */
export const contextLength = 32

/** A W3C TextQuoteSelector: the exact words, and what stands before and after them. */
export interface QuoteSelector {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * Describes a stretch of a text by its words and their surroundings (W3C Web Annotation, TextQuoteSelector).
 * The surroundings never begin or end inside a character.
 *
 * @param text the normalised text
 * @param start half-open UTF-16 offsets of the stretch
 * @throws RangeError where the stretch is empty or not in the text
 */
export function describeSegment(text: string, start: number, end: number): QuoteSelector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    throw new RangeError(`${start} to ${end} is not a stretch of a text of ${text.length} UTF-16 units.`)
  let before = Math.max(0, start - contextLength)
  if (isLowSurrogate(text, before)) before++
  let after = Math.min(text.length, end + contextLength)
  if (isLowSurrogate(text, after)) after--
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(before, start), start),
    suffix: text.slice(end, Math.max(after, end)),
  }
}

function isLowSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff
}
