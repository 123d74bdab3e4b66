import type { Problem } from '@codeerbank/core'

/** Control characters, U+FFFE and U+FFFF in UTF-8, as bytes; references to them; and what NULs a file ends in. */
const unfit =
  /[\0-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]));/gi

/** An ampersand that begins no reference, as programs write it that put words into XML unchecked (QualCoder, in annotations). */
const ampersand = /&(?!(?:#\d+|#x[0-9a-f]+|[a-z_][\w.-]*);)/gi

/** An end tag that QualCoder writes with a slip. */
const slip = /<\/(Audio|Video)'Selection>/g

/** A larger file, or one with more such characters, is not mended: it would take too much memory, and is no slip of a program. */
const largest = 48 * 1024 * 1024
const most = 100_000

/** XML that was mended. */
export interface FitXml {
  readonly bytes: Uint8Array
  /** How many characters XML cannot hold. */
  readonly count: number
  /** How many ampersands and end tags were put right. */
  readonly slips: number
}

/**
 * XML in UTF-8 with U+FFFD for each character that XML cannot hold, and with the slips of programs put right that write XML
 * unchecked, with what stood in a PDF or was pasted.
 *
 * @returns `null` where there is nothing to mend, or too much
 */
export function fitCharacters(bytes: Uint8Array): FitXml | null {
  if (bytes.length > largest) return null
  // One letter a byte, so that all other bytes stay as they are.
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const whole = Buffer.from(bytes.subarray(0, end)).toString('latin1')
  const unchecked = whole.includes('<![CDATA[') ? [slip] : [ampersand, slip]
  const count = bytes.length - end + countOf(whole, [unfit])
  const slips = countOf(whole, unchecked)
  if (count + slips === 0 || count + slips > most) return null
  const fit = whole.replace(unfit, '\xef\xbf\xbd').replace(slip, '</$1Selection>')
  const mended = unchecked.includes(ampersand) ? fit.replace(ampersand, '&amp;') : fit
  return { bytes: Buffer.from(mended, 'latin1'), count, slips }
}

/** How often patterns are found, as far as that matters. */
function countOf(text: string, patterns: readonly RegExp[]): number {
  let count = 0
  for (const pattern of patterns)
    for (const _ of text.matchAll(pattern)) {
      count += 1
      if (count > most) return count
    }
  return count
}

/** What is said of XML that was mended. */
export function fitProblems({ count, slips }: FitXml, file: string | undefined): readonly Problem[] {
  const place = file === undefined ? {} : { place: { file } }
  const found: Problem[] = []
  if (count > 0)
    found.push({
      code: 'xml-characters',
      severity: 'warning',
      message: `The file has ${count} characters that XML cannot hold; each was read as U+FFFD. Look for that in names and notes.`,
      ...place,
    })
  if (slips > 0)
    found.push({
      code: 'xml-slips',
      severity: 'warning',
      message: `The file has ${slips} faults of the program that wrote it, such as an ampersand by itself; they were read as they were meant. Look whether all came over.`,
      ...place,
    })
  return found
}
