import type { PdfLine } from './pdf-pages.ts'

/** Of two columns each has at least this part of the lines, and hardly any line lies over both. */
const smallest = 0.25
const mostOver = 0.05

/**
 * Where lines end that are full, in the column in which a line stands.
 *
 * @param lines all lines of the text
 * @returns a function of a line
 */
export function rightMargins(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const gutter = gutterOf(lines)
  const right = fullRight(lines.filter(({ x }) => x >= gutter))
  if (gutter === 0) return () => right
  const left = fullRight(lines.filter(line => line.right <= gutter))
  return line => (line.x < gutter && line.right <= gutter ? left : right)
}

/** The place that one line in ten reaches or passes. */
function fullRight(lines: readonly PdfLine[]): number {
  const ends = lines.map(({ right }) => right).sort((a, b) => a - b)
  return ends[Math.floor(ends.length * 0.9)] ?? 0
}

/** Where a right column begins; 0 where there is one column only. */
function gutterOf(lines: readonly PdfLine[]): number {
  const ends = lines.map(({ right }) => right).sort((a, b) => a - b)
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b)
  let ended = 0
  let before = 0
  let [best, fewest] = [0, lines.length * mostOver]
  for (; before < starts.length; before++) {
    const at = starts[before]!
    if (before > 0 && at - starts[before - 1]! < 1) continue
    while (ended < ends.length && ends[ended]! <= at) ended += 1
    const inRight = lines.length - before
    const over = before - ended
    const isPair = ended >= lines.length * smallest && inRight >= lines.length * smallest
    if (isPair && over <= fewest) [best, fewest] = [at, over]
  }
  return best
}
