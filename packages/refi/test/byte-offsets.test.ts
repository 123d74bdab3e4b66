import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { byteEncodings, type OffsetEncoding, offsetReader, standardOffsets } from '../src/offset-encoding.ts'
import { projectText } from '../src/project-text.ts'
import { encodeSelection } from './encode-selection.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

// In bytes: a mark 3, "é" 2, "€" 3, "😀" 4, a line end 2; as a text "aé€😀b\nc" with "b" at 5 and "c" at 7.
const text = projectText('\ufeffaé€😀b\r\nc', false)

describe('positions in bytes as offsets of a text', () => {
  const cases: readonly {
    what: string
    counts?: Partial<OffsetEncoding>
    start: number
    end: number
    is: readonly [number, number] | null
  }[] = [
    { what: 'a letter of one byte', start: 0, end: 1, is: [0, 1] },
    { what: 'a letter of two bytes', start: 1, end: 3, is: [1, 2] },
    { what: 'half a letter of two bytes', start: 1, end: 2, is: null },
    { what: 'a sign of three bytes', start: 3, end: 6, is: [2, 3] },
    { what: 'an emoji of four bytes', start: 6, end: 10, is: [3, 5] },
    { what: 'half an emoji', start: 6, end: 8, is: null },
    { what: 'from amid an emoji', start: 7, end: 11, is: null },
    { what: 'the last letter', start: 13, end: 14, is: [7, 8] },
    {
      what: 'the last letter, a line end as one',
      counts: { lineEnd: 'one' },
      start: 12,
      end: 13,
      is: [7, 8],
    },
    { what: 'the last letter, the mark counted', counts: { bom: 'counted' }, start: 16, end: 17, is: [7, 8] },
    {
      what: 'the last byte of a letter included',
      counts: { end: 'inclusive' },
      start: 1,
      end: 2,
      is: [1, 2],
    },
    { what: 'up to amid a line end', start: 10, end: 12, is: [5, 6] },
    { what: 'all of it', start: 0, end: 14, is: [0, 8] },
    { what: 'more than all of it', start: 0, end: 15, is: null },
  ]

  it.each(cases)('$what', ({ counts = {}, start, end, is }) => {
    const span = offsetReader(text, { ...standardOffsets, unit: 'utf-8', ...counts })(start, end)
    expect(span && [span.start, span.end]).toEqual(is)
  })

  it('find every stretch of every text again, in each of the eight ways', () => {
    const piece = fc.constantFrom('a', ' ', 'é', '€', '😀', 'e\u0301', '\r\n', '\n', '\ud83d')
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(piece, { maxLength: 12 }),
        fc.nat(20),
        fc.nat(5),
        (mark, pieces, from, length) => {
          const points = ['x', ...pieces]
          const first = from % points.length
          const last = Math.min(points.length, first + 1 + length)
          const file = (mark ? '\ufeff' : '') + points.join('')
          const inFile = (n: number) => (mark ? 1 : 0) + points.slice(0, n).join('').length
          const inText = (n: number) => points.slice(0, n).join('').replaceAll('\r\n', '\n').length
          for (const encoding of byteEncodings) {
            const at = encodeSelection(file, inFile(first), inFile(last), encoding)
            const span = offsetReader(projectText(file, false), encoding)(at.start, at.end)
            expect(span).toEqual({ start: inText(first), end: inText(last) })
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

const talk =
  'Één keer per week bellen zij elkaar – elke dinsdag.\nDe coördinator zegt: “één telefoontje is genoeg”.'
const marked = ['bellen zij elkaar', 'elke dinsdag', 'coördinator', 'telefoontje is genoeg']
const read = async (stretches: readonly { at: number; end: number; name?: string }[], origin = '') =>
  readQdpx(
    await makeQdpx(
      projectXml(
        `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${stretches
          .map(
            ({ at, end, name = '' }, i) =>
              `<PlainTextSelection guid="${guid(10 + i)}" name="${name}" startPosition="${at}" endPosition="${end}"/>`,
          )
          .join('')}</TextSource></Sources>`,
        origin,
      ),
      { 'sources/a.txt': talk },
    ),
  )

describe('a project whose positions count bytes', () => {
  // "Één" is 5 bytes and the dash 3: counted with the bytes of the file beside it.
  const stretches = [
    { at: 20, end: 37 },
    { at: 42, end: 54 },
    { at: 59, end: 71 },
    { at: 87, end: 108 },
  ]

  it.each([
    { what: 'with names', named: true },
    { what: 'without names', named: false },
  ])('is read so, and that is said: $what', async ({ named }) => {
    const { value, problems } = await read(
      stretches.map((each, i) => (named ? { ...each, name: marked[i]! } : each)),
    )
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(marked)
    expect(value.offsets).toMatchObject({ unit: 'utf-8', end: 'exclusive', score: 1, checked: 4 })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['offsets-in-bytes', 'warning']])
  })

  it('is not meant where characters fit as well', async () => {
    const { value, problems } = await read([{ at: 18, end: 35 }], 'origin="NVivo 14 for Windows"')
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen zij elkaar'])
    expect(value.offsets.unit).toBe('utf-16')
    expect(problems).toEqual([])
  })

  it('is not meant where one selection of half a word does not fit', async () => {
    // Of "bellen" without its first letter, and three of whole words.
    const { value, problems } = await read([
      { at: 19, end: 35 },
      { at: 38, end: 50 },
      { at: 55, end: 66 },
      { at: 78, end: 89 },
    ])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual([
      'ellen zij elkaar',
      'elke dinsdag',
      'coördinator',
      'telefoontje',
    ])
    expect(value.offsets.unit).toBe('code-point')
    expect(problems.map(({ code }) => code)).toEqual(['offsets-uncertain', 'selection-half-word'])
  })
})
