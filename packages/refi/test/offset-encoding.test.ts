import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type OffsetEncoding,
  offsetEncodings,
  offsetReader,
  standardOffsets,
} from '../src/offset-encoding.ts'
import { decodeProjectText, projectText, withPairs } from '../src/project-text.ts'
import { encodeSelection } from './encode-selection.ts'

// As the file has it: a mark, an emoji of two units, CR and LF; as a text: "a😀b\nc" with "b" at 3 and "c" at 5.
const file = '\ufeffa😀b\r\nc'
const text = projectText(file, false)

describe('the standard', () => {
  it('counts code points, a line end as its characters, no mark, the end exclusive, and is tried first', () => {
    expect(standardOffsets).toEqual({ unit: 'code-point', lineEnd: 'two', bom: 'skipped', end: 'exclusive' })
    expect(offsetEncodings[0]).toEqual(standardOffsets)
    expect(new Set(offsetEncodings.map(each => Object.values(each).join())).size).toBe(16)
  })
})

const unit = (of: OffsetEncoding['unit']) => ({ unit: of })
const cases: readonly {
  what: string
  counts: Partial<OffsetEncoding>
  start: number
  end: number
  is: readonly [number, number] | null
}[] = [
  { what: 'the emoji in code points', counts: {}, start: 1, end: 2, is: [1, 3] },
  { what: 'the emoji in units', counts: unit('utf-16'), start: 1, end: 3, is: [1, 3] },
  { what: 'half the emoji', counts: unit('utf-16'), start: 1, end: 2, is: null },
  { what: 'from half the emoji', counts: unit('utf-16'), start: 2, end: 4, is: null },
  { what: 'the last letter in code points', counts: {}, start: 5, end: 6, is: [5, 6] },
  { what: 'the last letter in units', counts: unit('utf-16'), start: 6, end: 7, is: [5, 6] },
  { what: 'the last letter, a line end as one', counts: { lineEnd: 'one' }, start: 4, end: 5, is: [5, 6] },
  { what: 'the last letter, the mark counted', counts: { bom: 'counted' }, start: 6, end: 7, is: [5, 6] },
  { what: 'the last letter, its end included', counts: { end: 'inclusive' }, start: 5, end: 5, is: [5, 6] },
  { what: 'a line end', counts: {}, start: 3, end: 5, is: [4, 5] },
  { what: 'the first half of a line end', counts: {}, start: 3, end: 4, is: null },
  { what: 'up to amid a line end', counts: {}, start: 2, end: 4, is: [3, 4] },
  { what: 'from amid a line end', counts: {}, start: 4, end: 6, is: [4, 6] },
  { what: 'all of it', counts: {}, start: 0, end: 6, is: [0, 6] },
  { what: 'more than all of it', counts: {}, start: 0, end: 7, is: null },
  { what: 'before it', counts: {}, start: -1, end: 2, is: null },
  { what: 'the mark alone', counts: { bom: 'counted' }, start: 0, end: 1, is: null },
  { what: 'nothing', counts: {}, start: 2, end: 2, is: null },
  { what: 'nothing, in what includes its end', counts: { end: 'inclusive' }, start: 2, end: 1, is: null },
  { what: 'the wrong way round', counts: {}, start: 3, end: 2, is: null },
  { what: 'no numbers', counts: {}, start: Number.NaN, end: 2, is: null },
  { what: 'no number at its end', counts: {}, start: 0, end: Number.NaN, is: null },
]

describe('positions of a project as offsets of a text', () => {
  it.each(cases)('$what', ({ counts, start, end, is }) => {
    const span = offsetReader(text, { ...standardOffsets, ...counts })(start, end)
    expect(span && [span.start, span.end]).toEqual(is)
  })

  it('find every stretch of every text again, in each of the sixteen ways', () => {
    const piece = fc.constantFrom('a', ' ', '😀', '👩‍👩‍👧', '\r\n', '\n', '\r', 'e\u0301', '\u0000', '\ufeff')
    const any = fc.tuple(fc.boolean(), fc.array(piece, { minLength: 1, maxLength: 12 }))
    fc.assert(
      fc.property(any, fc.nat(20), fc.nat(20), ([mark, pieces], from, length) => {
        // A mark is one only at the start.
        const whole = (mark ? '\ufeff' : '') + ['x', ...pieces].join('')
        const points = Array.from(whole.slice(mark ? 1 : 0).replace(/\r\n/g, '\u2028'))
        const first = from % points.length
        const last = Math.min(points.length, first + 1 + (length % 5))
        const inFile = (n: number) =>
          (mark ? 1 : 0) + points.slice(0, n).join('').replaceAll('\u2028', '\r\n').length
        const inText = (n: number) => points.slice(0, n).join('').length
        for (const encoding of offsetEncodings) {
          const at = encodeSelection(whole, inFile(first), inFile(last), encoding)
          // Which of the two characters of a line end is the last one is not said where the end is included.
          const span = offsetReader(projectText(whole, false), encoding)(at.start, at.end)
          expect(span).toEqual({ start: inText(first), end: inText(last) })
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the file of a text', () => {
  it.each([
    { what: 'UTF-8', bytes: Buffer.from('é😀'), text: 'é😀', bom: false, guessed: false },
    { what: 'UTF-8 with a mark', bytes: Buffer.from('\ufeffé'), text: 'é', bom: true, guessed: false },
    {
      what: 'UTF-16, little end first',
      bytes: Buffer.from('\ufeffé😀', 'utf16le'),
      text: 'é😀',
      bom: true,
      guessed: false,
    },
    {
      what: 'UTF-16, big end first',
      bytes: Buffer.from('\ufeffé😀', 'utf16le').swap16(),
      text: 'é😀',
      bom: true,
      guessed: false,
    },
    { what: 'Windows-1252', bytes: Buffer.from([0x93, 0xe9, 0x94]), text: '“é”', bom: false, guessed: true },
    {
      what: 'UTF-8 that breaks off',
      bytes: Buffer.from('é').subarray(0, 1),
      text: 'Ã',
      bom: false,
      guessed: true,
    },
    { what: 'nothing', bytes: Buffer.from(''), text: '', bom: false, guessed: false },
  ])('is read: $what', ({ bytes, text: expected, bom, guessed }) => {
    expect(decodeProjectText(bytes)).toMatchObject({ text: expected, bom, guessed })
  })

  it('has where its line ends are two characters, and which characters take two units', () => {
    expect(text).toEqual({ text: 'a😀b\nc', bom: true, pairs: [4], astral: [1], guessed: false })
    expect(projectText('\r\n\r\n\r\n', false).pairs).toEqual([0, 1, 2])
    expect(projectText('a\rb\nc', false)).toMatchObject({ text: 'a\nb\nc', pairs: [] })
    expect(projectText('\ud83d😀\ude00', false).astral).toEqual([1])
  })

  it('had CR and LF perhaps where it has LF', () => {
    const [plain, kept] = withPairs([projectText('a\nb\n', false), text]) ?? []
    expect(plain?.pairs).toEqual([1, 3])
    expect(kept).toBe(text)
    expect(withPairs([text, projectText('a', false)])).toBeNull()
  })
})
