import {
  findQuote,
  indexText,
  lineColumnAt,
  type Problem,
  type Source,
  type Span,
  unguardCell,
} from '@codeerbank/core'
import { endOfMarks, type FoldedText, foldText } from './atlas/folded-text.ts'
import { withoutTimes } from './atlas/forms-of.ts'
import type { CodingRow } from './coding-row.ts'
import { nearestPassage } from './nearest-passage.ts'

/** At most so many characters of a source are shown in a problem. */
const shown = 160

/**
 * Finds the stretch of a source that a coding is about, by its exact words, or else by its words but for spaces, line ends, quotation
 * marks and hyphens, which copying changes.
 *
 * @returns the stretch, or `quote-not-found` (with the nearest passage) or `quote-ambiguous` (with all lines)
 */
export function anchorQuote(source: Source, row: CodingRow): Span | Problem {
  const { text } = source
  const { quote: asWritten, start, occurrence } = row
  const unguarded = unguardCell(asWritten)
  const forms = asWritten === unguarded ? [asWritten] : [asWritten, unguarded]
  for (const quote of forms)
    if (start !== undefined && text.startsWith(quote, start)) return { start, end: start + quote.length }
  for (const quote of forms) {
    const spans = findQuote(text, quote, occurrence ?? 101)
    if (occurrence !== undefined && spans.length > 0)
      return spans[occurrence - 1] ?? error(row, 'quote-not-found', tooFew(source, quote, occurrence))
    if (spans.length === 1) return spans[0]!
    if (spans.length > 1) return error(row, 'quote-ambiguous', ambiguous(source, spans))
  }
  const found = anchorFolded(source, row, unguarded)
  // Copied from a file that has times among its words, which the source has on its turns.
  const untimed = withoutTimes(unguarded)
  const again = untimed === unguarded || 'start' in found ? found : anchorFolded(source, row, untimed)
  return 'start' in again ? again : found
}

/** Sources without differences of spacing and signs, made once. */
const foldedSources = new WeakMap<Source, FoldedText>()

/** Where the words stand but for spaces, line ends, quotation marks and hyphens, in one place only. */
function anchorFolded(source: Source, row: CodingRow, quote: string): Span | Problem {
  const folded = foldedSources.get(source) ?? foldText(source.text)
  foldedSources.set(source, folded)
  const { text: sought } = foldText(quote)
  const spans = findQuote(folded.text, sought, 101).map(({ start, end }) => ({
    start: folded.offsets[start]!,
    end: endOfMarks(source.text, folded.offsets[end - 1]! + 1),
  }))
  const found = row.occurrence === undefined ? spans : spans.slice(row.occurrence - 1, row.occurrence)
  if (sought === '' || found.length === 0) return error(row, 'quote-not-found', notFound(source, quote))
  if (found.length > 1) return error(row, 'quote-ambiguous', ambiguous(source, found))
  return found[0]!
}

function error(row: CodingRow, code: string, message: string): Problem {
  return { code, severity: 'error', message, ...(row.place === undefined ? {} : { place: row.place }) }
}

function lineOf(source: Source, offset: number): number {
  return (source.origin?.line ?? 1) + lineColumnAt(indexText(source.text), offset).line - 1
}

function fileOf(source: Source): string {
  return source.origin?.file ?? source.id
}

function tooFew(source: Source, quote: string, occurrence: number): string {
  const times = findQuote(source.text, quote).length
  return `The quote stands only ${times === 1 ? 'once' : `${times} times`} in ${fileOf(source)}, so there is no occurrence ${occurrence}. Correct the occurrence.`
}

function ambiguous(source: Source, spans: readonly Span[]): string {
  const index = indexText(source.text)
  const first = source.origin?.line ?? 1
  const lines = spans.slice(0, 5).map(span => first + lineColumnAt(index, span.start).line - 1)
  const many = spans.length > 100 ? 'more than 100' : String(spans.length)
  return `The quote stands ${many} times in ${fileOf(source)} (lines ${lines.join(', ')}${spans.length > 5 ? ', ...' : ''}). Say which in the column "occurrence", 1 for the first, or make the quote longer.`
}

function notFound(source: Source, quote: string): string {
  const near = nearestPassage(source.text, quote)
  if (near === undefined)
    return `The quote is not in ${fileOf(source)}, nor anything like it. Copy it from the text exactly, or correct the source.`
  const passage = source.text.slice(near.start, near.end).replaceAll('\n', ' ')
  const cut = passage.length > shown ? `${passage.slice(0, shown)}...` : passage
  return `The quote is not in ${fileOf(source)}. Nearest, on line ${lineOf(source, near.start)}: "${cut}". Copy the words from the text exactly.`
}
