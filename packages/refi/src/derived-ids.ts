import type { Coding, Segment } from '@codeerbank/core'

/** The id that a segment has where it was made from a list of codings: a project need not name it. */
export function derivedSegmentId({ source, start, end }: Pick<Segment, 'source' | 'start' | 'end'>): string {
  return `${source}:${start}-${end}`
}

/** The id that a coding has where it was made from a list of codings: a project need not name it. */
export function derivedCodingId({
  segment,
  code,
  coder,
}: Pick<Coding, 'segment' | 'code' | 'coder'>): string {
  // Joined, not put together: the text is then in one piece, as whatever looks it up needs it.
  return [segment, code, coder].join('|')
}
