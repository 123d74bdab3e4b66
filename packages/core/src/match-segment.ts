import type { QuoteSelector } from './describe-segment.ts'

/** A stretch of a text: half-open UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Every place where the exact words stand in the text, in order; places may overlap. An empty quote stands nowhere.
 *
 * @param most stop after so many places
 */
export function findQuote(text: string, quote: string, most = Number.POSITIVE_INFINITY): readonly Span[] {
  const spans: Span[] = []
  if (quote === '') return spans
  for (let at = text.indexOf(quote); at !== -1 && spans.length < most; at = text.indexOf(quote, at + 1))
    spans.push({ start: at, end: at + quote.length })
  return spans
}

/**
 * Finds the stretch that a TextQuoteSelector describes: of the places with the exact words, the one whose
 * surroundings agree over the most characters.
 *
 * @returns the stretch; `null` where the words are absent, or where two places fit equally well
 */
export function matchSegment(text: string, selector: QuoteSelector): Span | null {
  let best: Span | null = null
  let bestScore = -1
  let tied = false
  for (const span of findQuote(text, selector.exact)) {
    const score = agreementAround(text, span, selector)
    if (score > bestScore) {
      best = span
      bestScore = score
      tied = false
    } else if (score === bestScore) tied = true
  }
  return tied ? null : best
}

/** How many UTF-16 units before and after a stretch agree with the surroundings of a selector. */
export function agreementAround(
  text: string,
  { start, end }: Span,
  { prefix, suffix }: Pick<QuoteSelector, 'prefix' | 'suffix'>,
): number {
  return commonBefore(text, start, prefix) + commonAfter(text, end, suffix)
}

function commonBefore(text: string, offset: number, prefix: string): number {
  let n = 0
  while (n < prefix.length && n < offset && text[offset - 1 - n] === prefix[prefix.length - 1 - n]) n++
  return n
}

function commonAfter(text: string, offset: number, suffix: string): number {
  let n = 0
  while (n < suffix.length && offset + n < text.length && text[offset + n] === suffix[n]) n++
  return n
}
