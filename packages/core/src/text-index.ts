/**
 * What is needed to turn an offset into a text into another way of counting. Made once per text, in linear time;
 * every conversion takes logarithmic time.
 */
export interface TextIndex {
  readonly text: string
  /** UTF-16 offsets of the starts of all lines (paragraphs): the first is 0. */
  readonly lineStarts: Uint32Array
  /** UTF-16 offsets of all characters that take two UTF-16 units. */
  readonly astral: Uint32Array
}

/** A place in a text: both 1-based, the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Indexes a normalised text for the conversions below. */
export function indexText(text: string): TextIndex {
  let lines = 1
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === 0x0a) lines += 1
    else if (isPair(text, i)) pairs += 1
  }
  // Counted first: a list that grows takes many times as much memory.
  const lineStarts = new Uint32Array(lines)
  const astral = new Uint32Array(pairs)
  let line = 1
  let pair = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === 0x0a) lineStarts[line++] = i + 1
    else if (isPair(text, i)) astral[pair++] = i
  }
  return { text, lineStarts, astral }
}

function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return false
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff
}

/** How many numbers of a sorted list are smaller than `value` (`orEqual`: or equal to it). */
function countBelow(sorted: Uint32Array, value: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const found = sorted[middle]!
    if (found < value || (orEqual && found === value)) low = middle + 1
    else high = middle
  }
  return low
}

function within(index: TextIndex, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > index.text.length)
    throw new RangeError(`Offset ${offset} is not in a text of ${index.text.length} UTF-16 units.`)
}

/**
 * The line and column of a UTF-16 offset.
 *
 * @throws RangeError for an offset outside the text
 */
export function lineColumnAt(index: TextIndex, offset: number): LineColumn {
  within(index, offset)
  const line = countBelow(index.lineStarts, offset, true)
  return { line, column: offset - index.lineStarts[line - 1]! + 1 }
}

/**
 * The UTF-16 offset of a line and column.
 *
 * @throws RangeError for a line or column that the text does not have
 */
export function offsetAt(index: TextIndex, { line, column }: LineColumn): number {
  const start = index.lineStarts[line - 1]
  const next = index.lineStarts[line] ?? index.text.length + 1
  if (start === undefined || !Number.isInteger(column) || column < 1 || start + column - 1 >= next)
    throw new RangeError(`The text has no line ${line}, column ${column}.`)
  return start + column - 1
}

/**
 * The number of the paragraph in which an offset lies, from 1. A paragraph ends at a line end, and empty ones
 * count: so ATLAS.ti numbers them.
 *
 * @throws RangeError for an offset outside the text
 */
export function paragraphAt(index: TextIndex, offset: number): number {
  return lineColumnAt(index, offset).line
}

/**
 * Where a paragraph lies: half-open UTF-16 offsets, without its line end.
 *
 * @param paragraph its number, from 1
 * @throws RangeError for a paragraph that the text does not have
 */
export function paragraphRange(index: TextIndex, paragraph: number): { start: number; end: number } {
  const start = index.lineStarts[paragraph - 1]
  if (start === undefined) throw new RangeError(`The text has no paragraph ${paragraph}.`)
  const next = index.lineStarts[paragraph]
  return { start, end: next === undefined ? index.text.length : next - 1 }
}

/**
 * A UTF-16 offset as a count of Unicode code points, as REFI-QDA counts. An offset inside a character counts as
 * its start.
 *
 * @throws RangeError for an offset outside the text
 */
export function toCodePoints(index: TextIndex, offset: number): number {
  within(index, offset)
  // Each pair that starts before the offset took two units for one character; one that the offset splits gives its start.
  return offset - countBelow(index.astral, offset, false)
}

/**
 * A count of Unicode code points as a UTF-16 offset.
 *
 * @throws RangeError for a count that the text does not reach
 */
export function fromCodePoints(index: TextIndex, codePoints: number): number {
  const total = index.text.length - index.astral.length
  if (!Number.isInteger(codePoints) || codePoints < 0 || codePoints > total)
    throw new RangeError(`Code point ${codePoints} is not in a text of ${total} code points.`)
  // The k-th pair (from 0) starts at code point astral[k] - k, which rises strictly: count those before.
  let low = 0
  let high = index.astral.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (index.astral[middle]! - middle < codePoints) low = middle + 1
    else high = middle
  }
  return codePoints + low
}
