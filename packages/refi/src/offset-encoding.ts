import type { ProjectText } from './project-text.ts'

/** How a project counts the characters of its texts: four things that programs do differently. */
export interface OffsetEncoding {
  /** What one step is: a Unicode code point, as the standard has it, a UTF-16 unit, or a byte of UTF-8. */
  readonly unit: 'code-point' | 'utf-16' | 'utf-8'
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

function encodingsIn(units: readonly OffsetEncoding['unit'][]): readonly OffsetEncoding[] {
  return (['exclusive', 'inclusive'] as const).flatMap(end =>
    units.flatMap(unit =>
      (['two', 'one'] as const).flatMap(lineEnd =>
        (['skipped', 'counted'] as const).map(bom => ({ unit, lineEnd, bom, end })),
      ),
    ),
  )
}

/** The sixteen that are tried on every project, the standard's first. */
export const offsetEncodings = encodingsIn(['code-point', 'utf-16'])

/** Those of programs that count the bytes of a text, tried where none of the sixteen fits. */
export const byteEncodings = encodingsIn(['utf-8'])

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
  const mark = source.bom && encoding.bom === 'counted' ? (encoding.unit === 'utf-8' ? 3 : 1) : 0
  const { before, after, shift } = knownSteps(source, encoding)
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
    const next = before[low] ?? Number.POSITIVE_INFINITY
    if (offset <= next) return offset
    // Between CR and LF is before the line end; between the bytes of a character is nowhere.
    return text.charCodeAt(next) === lineFeed ? next : Number.NaN
  }
  return (start, end) => {
    const from = offsetOf(start)
    const to = offsetOf(encoding.end === 'inclusive' ? end + 1 : end)
    if (!(from < to) || splitsPair(text, from) || splitsPair(text, to)) return null
    return { start: from, end: to }
  }
}

const lineFeed = 10

type Steps = ReturnType<typeof stepsOf>

const steps = new WeakMap<ProjectText, Map<string, Steps>>()

/** The steps of a text, made once for the readings that share them: a byte order mark and the end change nothing in them. */
function knownSteps(source: ProjectText, encoding: OffsetEncoding): Steps {
  const ofSource = steps.get(source) ?? new Map<string, Steps>()
  steps.set(source, ofSource)
  const key = `${encoding.unit} ${encoding.lineEnd}`
  const known = ofSource.get(key) ?? stepsOf(source, encoding)
  ofSource.set(key, known)
  return known
}

/** Where counts and offsets part: the offset before each such character, the count after it, and the shift from there on. */
function stepsOf(source: ProjectText, { unit, lineEnd }: OffsetEncoding) {
  const pairs = lineEnd === 'two' ? source.pairs : []
  const wide = unit === 'code-point' ? source.astral : unit === 'utf-8' ? wideCharacters(source.text) : []
  const before: number[] = []
  const after: number[] = []
  const shift: number[] = []
  let drift = 0
  for (let p = 0, w = 0; p < pairs.length || w < wide.length; ) {
    const isPair = (pairs[p] ?? Number.POSITIVE_INFINITY) < (wide[w] ?? Number.POSITIVE_INFINITY)
    const at = isPair ? pairs[p++]! : wide[w++]!
    const character = isPair ? lineFeed : source.text.codePointAt(at)!
    drift += isPair ? 1 : unit === 'utf-8' ? extraBytes(character) : -1
    before.push(at)
    after.push(at + (character > 0xffff ? 2 : 1) + drift)
    shift.push(drift)
  }
  return { before, after, shift }
}

/** The UTF-16 offsets of the characters that take more bytes of UTF-8 than UTF-16 units. */
export function wideCharacters(text: string): readonly number[] {
  return Array.from(text.matchAll(/[^\0-\x7f]/gu), ({ index }) => index)
}

/** How many more bytes than UTF-16 units a character beyond ASCII takes. */
function extraBytes(character: number): number {
  return character < 0x800 ? 1 : 2
}

function splitsPair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (!(unit >= 0xdc00 && unit <= 0xdfff)) return false
  const before = text.charCodeAt(offset - 1)
  return before >= 0xd800 && before <= 0xdbff
}
