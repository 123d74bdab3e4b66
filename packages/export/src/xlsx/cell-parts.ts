/** The most that a cell of a spreadsheet holds: UTF-16 units, and line ends (Excel specifications and limits). */
export const cellLimits = { characters: 32_767, lineEnds: 253 } as const

/** What is kept free in a cell for a line that says where its text goes on. */
const room = { characters: 200, lineEnds: 2 } as const

/** Divides a text into parts that fit in a cell each, never within a character; a text that fits is one part. */
export function cellParts(text: string): readonly string[] {
  if (fits(text)) return [text]
  const parts: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = endOfPart(text, start)
    parts.push(text.slice(start, end))
    start = end
  }
  return parts
}

function fits(text: string): boolean {
  if (text.length > cellLimits.characters) return false
  let lineEnds = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineEnds++
  return lineEnds <= cellLimits.lineEnds
}

function endOfPart(text: string, start: number): number {
  const furthest = Math.min(text.length, start + cellLimits.characters - room.characters)
  let lineEnds = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < furthest; at = text.indexOf('\n', at + 1)) {
    lineEnds++
    if (lineEnds === cellLimits.lineEnds - room.lineEnds) return at + 1
  }
  if (furthest === text.length) return furthest
  const splitsPair = /[\uD800-\uDBFF]/.test(text[furthest - 1]!) && /[\uDC00-\uDFFF]/.test(text[furthest]!)
  return splitsPair ? furthest - 1 : furthest
}
