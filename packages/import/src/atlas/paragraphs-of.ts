import type { Paragraphs } from './find-quotation.ts'

/** Where a row says that its quotation stands. */
export interface StatedPosition {
  readonly reference: string
  readonly start: string
  readonly end: string
  /** The number of the quotation, which some rows have as their reference too. */
  readonly id: string
}

/** A longer reference is none. */
const longest = 1000

const paragraph =
  "(?:¶+|paragraphs?|par\\.|absatz|absätze|párrafos?|parágrafos?|alinea(?:[’']?s?)?)?\\s*(\\d{1,7})(?:[.,]0+)?"
const written = new RegExp(`^\\s*${paragraph}(?:\\s*[-–—]\\s*${paragraph})?(?:\\s+in\\b.*)?\\s*$`, 'iu')

/** `(12:340) - (14:20)` and `12 [340] - 14 [20]`: paragraphs, and characters in them; `(12:14)`: paragraphs alone. */
const place = '\\(?\\s*(\\d{1,7})\\s*(?::|\\[)\\s*\\d{1,7}\\s*\\]?\\s*\\)?'
const withCharacters = new RegExp(`^\\s*${place}\\s*[-–—]\\s*${place}\\s*$`, 'u')
const inBrackets = /^\s*\(\s*(\d{1,7})\s*:\s*(\d{1,7})\s*\)\s*$/
const bare = /^\s*(\d{1,7}):(\d{1,7})\s*$/

/**
 * Paragraphs as `3 - 3`, `¶ 4 – 6` or `12`, or by the positions of start and end where there is no reference; as older versions have
 * them, `(12:14)` and `(12:340) - (14:20)`; pages, times and places in pictures are none. `3:5` may be the number of the
 * quotation, and is no paragraph unless the row has another number.
 */
export function paragraphsOf({ reference, start, end, id }: StatedPosition): Paragraphs | undefined {
  if (reference.trim() === '') {
    if (!/^\s*\d{1,7}\s*$/.test(start) || !/^\s*\d{1,7}\s*$/.test(end)) return undefined
    return { first: Number(start), last: Number(end) }
  }
  if (reference.length > longest) return undefined
  const found = written.exec(reference.replace(/^\s*\d+:\d+\s*¶/u, '¶'))
  if (found !== null) {
    const first = Number(found[1])
    return { first, last: found[2] === undefined ? first : Number(found[2]) }
  }
  const isNumber = id.trim() === '' || id.trim() === reference.trim()
  const pair =
    withCharacters.exec(reference) ?? inBrackets.exec(reference) ?? (isNumber ? null : bare.exec(reference))
  if (pair === null || Number(pair[1]) > Number(pair[2])) return undefined
  return { first: Number(pair[1]), last: Number(pair[2]), perhapsPages: true }
}
