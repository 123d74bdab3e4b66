import type { Paragraphs } from './find-quotation.ts'

/** Where a row says that its quotation stands. */
export interface StatedPosition {
  readonly reference: string
  readonly start: string
  readonly end: string
}

/** A longer reference is none. */
const longest = 1000

const paragraph = "(?:¶+|paragraphs?|absatz|absätze|párrafos?|parágrafos?|alinea(?:[’']?s)?)?\\s*(\\d{1,7})"
const written = new RegExp(`^\\s*${paragraph}(?:\\s*[-–—]\\s*${paragraph})?(?:\\s+in\\b.*)?\\s*$`, 'iu')

/**
 * Paragraphs as `3 - 3`, `¶ 4 – 6` or `12`, or by the positions of start and end where there is no reference; pages, times and
 * places in pictures are none.
 */
export function paragraphsOf({ reference, start, end }: StatedPosition): Paragraphs | undefined {
  if (reference.trim() === '') {
    if (!/^\s*\d{1,7}\s*$/.test(start) || !/^\s*\d{1,7}\s*$/.test(end)) return undefined
    return { first: Number(start), last: Number(end) }
  }
  if (reference.length > longest) return undefined
  const found = written.exec(reference.replace(/^\s*\d+:\d+\s*¶/u, '¶'))
  if (found === null) return undefined
  const first = Number(found[1])
  return { first, last: found[2] === undefined ? first : Number(found[2]) }
}
