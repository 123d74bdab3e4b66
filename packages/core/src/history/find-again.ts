import { contextLength, type QuoteSelector } from '../describe-segment.ts'
import { agreementAround, matchSegment, type Span } from '../match-segment.ts'

/** A quote of so many UTF-16 units is its own proof; a shorter one, such as "Ja.", needs its surroundings. */
const tellingQuote = 24

/**
 * Finds words again in a text that another corrected, where it is sure that they are these: the same words elsewhere in an interview are
 * somebody's answer to something else.
 *
 * @returns `null` where they are not there, or may be others
 */
export function findAgain(text: string, selector: QuoteSelector): Span | null {
  const span = matchSegment(text, selector)
  if (span === null || selector.exact.length >= tellingQuote) return span
  const asked = Math.min(contextLength / 2, selector.prefix.length + selector.suffix.length)
  return agreementAround(text, span, selector) >= asked ? span : null
}
