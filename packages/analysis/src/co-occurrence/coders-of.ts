import type { StudyIndex } from '../study-index.ts'

/** Coders as bits: several words of 31, for studies of many coders. */
export interface CoderBits {
  readonly words: number
  readonly wordOf: (coder: number) => number
  readonly bitOf: (coder: number) => number
}

/** Where coders do not matter, all are the same bit. */
export function coderBits(coders: number, acrossCoders: boolean): CoderBits {
  if (acrossCoders) return { words: 1, wordOf: () => 0, bitOf: () => 1 }
  return {
    words: Math.max(1, Math.ceil(coders / 31)),
    wordOf: coder => Math.floor(coder / 31),
    bitOf: coder => 1 << (coder % 31),
  }
}

/** Whether the codings of a segment can be compared at all: a lost segment's words are not where it stood. */
export function countsInText(segment: { readonly verdict?: string }): boolean {
  return segment.verdict !== 'lost'
}

/** The segments of a source that have codings, by where they start; of those, the longer first. */
export function orderedSegments(
  segments: readonly { readonly start: number; readonly end: number; readonly verdict?: string }[],
  inSource: Uint32Array,
  index: StudyIndex,
): readonly number[] {
  const { starts } = index.codingsOfSegment
  return Array.from(inSource)
    .filter(at => starts[at + 1]! > starts[at]! && countsInText(segments[at]!))
    .sort((a, b) => segments[a]!.start - segments[b]!.start || segments[b]!.end - segments[a]!.end || a - b)
}
