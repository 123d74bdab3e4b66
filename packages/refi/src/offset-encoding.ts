import type { ProjectText } from './project-text.ts'

/** How a project counts the characters of its texts: four things that programs do differently. */
export interface OffsetEncoding {
  /** What one step is: a Unicode code point, as the standard has it, or a UTF-16 unit. */
  readonly unit: 'code-point' | 'utf-16'
  /** How a line end of CR and LF counts. */
  readonly lineEnd: 'one' | 'two'
  /** Whether a byte order mark counts. */
  readonly bom: 'counted' | 'skipped'
  /** Whether the end is behind the last character, or is that character. */
  readonly end: 'exclusive' | 'inclusive'
}

/** As the standard has it, and as this library writes. */
export const standardOffsets: OffsetEncoding = {
  unit: 'code-point',
  lineEnd: 'two',
  bom: 'skipped',
  end: 'exclusive',
}

/** All sixteen, the standard's first. */
export const offsetEncodings: readonly OffsetEncoding[] = (['exclusive', 'inclusive'] as const).flatMap(end =>
  (['code-point', 'utf-16'] as const).flatMap(unit =>
    (['two', 'one'] as const).flatMap(lineEnd =>
      (['skipped', 'counted'] as const).map(bom => ({ unit, lineEnd, bom, end })),
    ),
  ),
)

/**
 * Turns positions of a project into half-open UTF-16 offsets of the normalised text; `null` for what lies outside the text, is
 * empty, or lies within a character.
 */
export type OffsetReader = (
  start: number,
  end: number,
) => { readonly start: number; readonly end: number } | null

/** Made once a text, in linear time; every stretch takes logarithmic time. */
export function offsetReader(source: ProjectText, encoding: OffsetEncoding): OffsetReader {
  const { text } = source
  const mark = source.bom && encoding.bom === 'counted' ? 1 : 0
  const { before, after, shift } = stepsOf(source, encoding)
  const total = text.length + (shift.at(-1) ?? 0)
  /** The offset of a count; NaN outside the text, and within a character of two units. */
  const offsetOf = (position: number): number => {
    const count = position - mark
    if (!(count >= 0 && count <= total)) return Number.NaN
    let low = 0
    let high = after.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (after[middle]! <= count) low = middle + 1
      else high = middle
    }
    const offset = count - (shift[low - 1] ?? 0)
    // Between CR and LF is before the line end.
    return offset > (before[low] ?? Number.POSITIVE_INFINITY) ? before[low]! : offset
  }
  return (start, end) => {
    const from = offsetOf(start)
    const to = offsetOf(encoding.end === 'inclusive' ? end + 1 : end)
    if (!(from < to) || splitsPair(text, from) || splitsPair(text, to)) return null
    return { start: from, end: to }
  }
}

/** Where counts and offsets part: the offset before each such character, the count after it, and the shift from there on. */
function stepsOf(source: ProjectText, { unit, lineEnd }: OffsetEncoding) {
  const pairs = lineEnd === 'two' ? source.pairs : []
  const astral = unit === 'code-point' ? source.astral : []
  const before: number[] = []
  const after: number[] = []
  const shift: number[] = []
  let drift = 0
  for (let p = 0, a = 0; p < pairs.length || a < astral.length; ) {
    const isPair = (pairs[p] ?? Number.POSITIVE_INFINITY) < (astral[a] ?? Number.POSITIVE_INFINITY)
    const at = isPair ? pairs[p++]! : astral[a++]!
    drift += isPair ? 1 : -1
    before.push(at)
    after.push(at + (isPair ? 1 : 2) + drift)
    shift.push(drift)
  }
  return { before, after, shift }
}

function splitsPair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (!(unit >= 0xdc00 && unit <= 0xdfff)) return false
  const before = text.charCodeAt(offset - 1)
  return before >= 0xd800 && before <= 0xdbff
}
