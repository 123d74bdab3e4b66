import {
  findQuote,
  indexText,
  lineColumnAt,
  type Problem,
  paragraphAt,
  type Source,
  type Span,
  type TextIndex,
} from '@codeerbank/core'
import { nearestPassage } from '../nearest-passage.ts'
import { endOfMarks, type FoldedText, foldText } from './folded-text.ts'
import { formsOf, withoutTimes } from './forms-of.ts'

/** The paragraphs that a report names, from 1, empty ones counted. */
export interface Paragraphs {
  readonly first: number
  readonly last: number
  /** Whether what is written so is of pages in a PDF. */
  readonly perhapsPages?: true
}

/** What is asked for: the words of a quotation, and where the report says that they stand. */
export interface SoughtQuotation {
  readonly content: string
  readonly paragraphs?: Paragraphs
}

/** A quotation that was found; `cut` where the report has only its beginning, or has no room for more. */
export interface FoundQuotation extends Span {
  readonly cut?: 'cut' | 'full'
}

/** More places than this are not told apart. */
const mostPlaces = 1000
/** Words of which the end is missing are looked for if there are so many characters of them. */
const tellingBeginning = 24
/** For so many quotations of a report the nearest passage is looked for: it takes a while each. */
const mostSuggestions = 100
const shown = 120
interface IndexedSource {
  readonly index: TextIndex
  readonly folded: () => FoldedText
}

/** Makes a function that finds quotations in sources by their words, and reports those that it cannot place for sure. */
export function quotationFinder(): (
  source: Source,
  sought: SoughtQuotation,
) => FoundQuotation | Omit<Problem, 'place'> {
  const known = new Map<string, IndexedSource>()
  let suggestions = 0
  return (source, sought) => {
    const { content } = sought
    const paragraphs =
      source.origin?.format === 'pdf' && sought.paragraphs?.perhapsPages ? undefined : sought.paragraphs
    const text = source.text
    const indexed = indexOf(source)
    const asWritten = content.replace(/\r\n?/g, '\n')
    const trimmed = asWritten.trim()
    const done = (spans: readonly Span[]) =>
      filled(source, content, choose(source, indexed.index, spans, paragraphs))
    for (const quote of new Set([asWritten, trimmed])) {
      const spans = findQuote(text, quote, mostPlaces)
      if (spans.length === 0) continue
      if (paragraphs === undefined || within(indexed.index, spans, paragraphs).length === 1)
        return done(spans)
      // Not in the paragraphs as written, but perhaps with other spaces or signs.
      const there = within(
        indexed.index,
        placesIn(text, indexed.folded(), foldText(asWritten).text),
        paragraphs,
      )
      return done(there.length === 1 ? there : spans)
    }
    const folded = indexed.folded()
    for (const form of formsOf(asWritten)) {
      const spans = placesIn(text, folded, foldText(form).text)
      if (spans.length > 0) return done(spans)
    }
    const { text: wanted } = foldText(withoutTimes(asWritten))
    const beginning = wanted.replace(/\s*(?:\.\.\.|\[\.\.\.\])$/, '')
    const begun =
      beginning === wanted || beginning.length < tellingBeginning ? [] : placesIn(text, folded, beginning)
    if (begun.length > 0) {
      const chosen = choose(source, indexed.index, begun, paragraphs)
      return 'severity' in chosen ? chosen : { ...chosen, cut: 'cut' }
    }
    suggestions++
    return notFound(source, indexed.index, trimmed, suggestions <= mostSuggestions)
  }

  function indexOf(source: Source): IndexedSource {
    let indexed = known.get(source.id)
    if (indexed === undefined) {
      let folded: FoldedText | undefined
      indexed = {
        index: indexText(source.text),
        folded: () => {
          folded ??= foldText(source.text)
          return folded
        },
      }
      known.set(source.id, indexed)
    }
    return indexed
  }
}

/** A cell of a workbook holds so many characters, a line end counting as two or as one; what comes after is lost without a sign. */
const longestCell = 32_767

function filled(
  { text }: Source,
  content: string,
  found: Span | Omit<Problem, 'place'>,
): FoundQuotation | Omit<Problem, 'place'> {
  if (!('end' in found) || content.length > longestCell) return found
  const lineEnds = content.split('\n').length - 1
  const full = content.length + lineEnds >= longestCell - 1 && text.slice(found.end).trim() !== ''
  return full ? { ...found, cut: 'full' } : found
}

function placesIn(source: string, { text, offsets }: FoldedText, wanted: string): readonly Span[] {
  return findQuote(text, wanted, mostPlaces).map(({ start, end }) => ({
    start: offsets[start]!,
    end: endOfMarks(source, offsets[end - 1]! + 1),
  }))
}

/** The places that are from one paragraph to another. */
function within(index: TextIndex, spans: readonly Span[], { first, last }: Paragraphs): readonly Span[] {
  return spans.filter(
    ({ start, end }) => paragraphAt(index, start) === first && paragraphAt(index, end - 1) === last,
  )
}

function nameOf({ first, last }: Paragraphs): string {
  return first === last ? `paragraph ${first}` : `paragraphs ${first} to ${last}`
}

/** The only place, or the only one in the paragraphs that the report names. */
function choose(
  source: Source,
  index: TextIndex,
  spans: readonly Span[],
  paragraphs: Paragraphs | undefined,
): Span | Omit<Problem, 'place'> {
  if (spans.length === 1) return spans[0]!
  const named = paragraphs === undefined ? [] : within(index, spans, paragraphs)
  if (named.length === 1) return named[0]!
  const first = source.origin?.line ?? 1
  const lines = (named.length > 1 ? named : spans)
    .slice(0, 5)
    .map(({ start }) => first + lineColumnAt(index, start).line - 1)
  const many = spans.length >= mostPlaces ? `${mostPlaces} times or more` : `${spans.length} times`
  const why =
    paragraphs === undefined
      ? 'the row does not tell which is meant'
      : named.length > 1
        ? `several of these are in ${nameOf(paragraphs)}, which the row names`
        : `none of these is in ${nameOf(paragraphs)}, which the row names`
  return {
    code: 'quote-ambiguous',
    severity: 'error',
    message: `The words stand ${many} in ${source.id} (lines ${[...new Set(lines)].join(', ')}${spans.length > 5 ? ', ...' : ''}), and ${why}. Code the place by hand, or make the quotation longer.`,
  }
}

function notFound(source: Source, index: TextIndex, words: string, suggest: boolean): Omit<Problem, 'place'> {
  const near = suggest ? nearestPassage(source.text, words.slice(0, 2000)) : undefined
  const base = { code: 'quote-not-found', severity: 'error' } as const
  if (near === undefined)
    return {
      ...base,
      message: `The words are not in ${source.id}. Was its text changed after the report was made? Correct the row, or the document.`,
    }
  const line = (source.origin?.line ?? 1) + lineColumnAt(index, near.start).line - 1
  const passage = source.text.slice(near.start, Math.min(near.end, near.start + shown)).replaceAll('\n', ' ')
  return {
    ...base,
    message: `The words are not in ${source.id}. Nearest, on line ${line}: "${passage}${near.end - near.start > shown ? '...' : ''}". Correct the row, or the document.`,
  }
}
