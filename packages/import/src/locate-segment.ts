import { contextLength, type Segment, type SegmentMove } from '@codeerbank/core'
import { diffArrays } from 'diff'
import { runAt, type TextAlignment } from './text-alignment.ts'
import type { TextFinder } from './text-finder.ts'

/** Where a segment stands in a corrected text. */
export interface LocatedSegment {
  readonly start: number
  readonly end: number
  readonly verdict: SegmentMove['verdict']
  readonly score: number
}

/** Less than this share of a segment's words left where they were, and it counts as lost there. */
const enoughWords = 0.5
/** Elsewhere more is asked, for nothing else says that it is the same place. */
const enoughElsewhere = 0.7
/** A quote of so many characters that stands once in both texts is its own proof; a shorter one needs its surroundings. */
const tellingQuote = 24

/** More differences than this between a segment's words and others, and they are not counted. */
const mostEdits = 2000

/** Words that take up so many times the room of others have little in common with them. */
const mostLonger = 8

/** Two versions of a text, how they lie against each other, and where quotes stand in them. */
export interface TwoTexts {
  readonly newText: string
  readonly alignment: TextAlignment
  readonly before: TextFinder
  readonly after: TextFinder
}

/** Finds one segment of an old text in the new one. */
export function locateSegment(segment: Segment, texts: TwoTexts): LocatedSegment {
  const { newText, alignment } = texts
  if (segment.verdict === 'lost') return byQuote(segment, texts) ?? lost(segment)
  const run = alignment.runs[runAt(alignment.runs, segment.start)]
  if (run !== undefined && segment.end <= run.before + run.length) {
    const start = segment.start - run.before + run.after
    return {
      start,
      end: start + segment.end - segment.start,
      verdict: start === segment.start ? 'exact' : 'moved',
      score: 1,
    }
  }
  const start = alignment.place(segment.start, 'start')
  const end = alignment.place(segment.end, 'end')
  const here = start < end ? trimmed(newText, start, end) : undefined
  if (here !== undefined && newText.slice(here.start, here.end) === segment.quote)
    return { ...here, verdict: here.start === segment.start ? 'exact' : 'moved', score: 1 }
  const moved = byQuote(segment, texts)
  if (moved !== undefined) return moved
  if (here !== undefined) {
    const score = likeness(segment.quote, newText.slice(here.start, here.end))
    if (score >= enoughWords) return { ...here, verdict: 'changed', score }
  }
  const near = texts.after.nearest(segment.quote)
  if (near !== undefined) {
    const score = likeness(segment.quote, newText.slice(near.start, near.end))
    if (score >= enoughElsewhere) return { ...near, verdict: 'changed', score }
  }
  return lost(segment)
}

function lost({ start, end }: Segment): LocatedSegment {
  return { start, end, verdict: 'lost', score: 0 }
}

/** By the exact words, where they are telling or their surroundings agree; never one of several places that fit alike. */
function byQuote(segment: Segment, { newText, before, after }: TwoTexts): LocatedSegment | undefined {
  const places = after.exactly(segment.quote, 200)
  if (places.length === 0) return undefined
  const scored = places
    .map(place => ({ ...place, around: agreement(segment, newText, place.start, place.end) }))
    .sort((a, b) => b.around - a.around)
  const [best, next] = scored
  const alone = places.length === 1 && before.exactly(segment.quote, 2).length <= 1
  const telling = alone && segment.quote.length >= tellingQuote
  const placed = best!.around >= contextLength / 2 && (next === undefined || best!.around - next.around >= 8)
  if (!telling && !placed) return undefined
  const { start, end } = best!
  return { start, end, verdict: start === segment.start ? 'exact' : 'moved', score: 1 }
}

/** How many characters before and after a place agree with what stood around a segment. */
function agreement({ prefix, suffix }: Segment, text: string, start: number, end: number): number {
  let before = 0
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return before + after
}

/** The share of the words of two texts that are the same and in order, letters of either case being the same. */
function likeness(one: string, other: string): number {
  if (other.length > mostLonger * (one.length + 100)) return 0
  const [a, b] = [wordsIn(one), wordsIn(other)]
  if (a.length === 0 || b.length === 0) return 0
  const same = (diffArrays(a, b, { maxEditLength: mostEdits }) ?? [])
    .filter(part => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0)
  return same / Math.max(a.length, b.length)
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return from < to ? { start: from, end: to } : undefined
}
