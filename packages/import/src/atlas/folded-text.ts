/** A text in which what tools change about a quotation is the same, and where each of its characters stood. */
export interface FoldedText {
  readonly text: string
  /** UTF-16 offset in the text as it was of each unit of the folded text; one more for the end. */
  readonly offsets: Uint32Array
}

/**
 * A text with each run of white space one space, `…` three points, quotation marks and hyphens straight, letters and their accents
 * in one and letters printed as one apart, and without soft hyphens and other characters that are not seen. White space at the ends goes.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  const offsets: number[] = []
  let space = -1
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!
    const seen = same.get(unit) ?? (/\s/.test(unit) ? ' ' : unit)
    if (seen === '') continue
    if (seen === ' ') {
      if (space === -1) space = i
      continue
    }
    if (space !== -1 && folded !== '') {
      folded += ' '
      offsets.push(space)
    }
    space = -1
    const after = endOfMarks(text, i + 1)
    if (after > i + 1) {
      const whole = text.slice(i, after).normalize('NFC')
      for (let n = 0; n < whole.length; n++) offsets.push(i)
      folded += whole
      i = after - 1
      continue
    }
    for (let n = 0; n < seen.length; n++) offsets.push(i)
    folded += seen
  }
  const last = offsets.at(-1)
  offsets.push(last === undefined ? 0 : last + 1)
  return { text: folded, offsets: Uint32Array.from(offsets) }
}

/** Where the accents end that stand by themselves from a place on. */
export function endOfMarks(text: string, at: number): number {
  let end = at
  while (end < text.length && text.charCodeAt(end) >= 0x300 && /\p{M}/u.test(text[end]!)) end++
  return end
}

const same: ReadonlyMap<string, string> = new Map([
  ['…', '...'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['\u00AD', ''],
  ['\u200B', ''],
  ['\u200C', ''],
  ['\u200D', ''],
  ['\u2060', ''],
  ['\uFEFF', ''],
])
