import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQdpx } from '../src/index.ts'
import { offsetEncodings } from '../src/offset-encoding.ts'
import { encodeSelection } from './encode-selection.ts'
import { guid, makeQdpx, projectXml } from './make-qdpx.ts'

const sentence = fc.constantFrom(
  'We bellen elkaar 😀 elke dinsdag.',
  'Dat is 👩‍👩‍👧 afgesproken, en het gebeurt ook.',
  'Niemand wist 🙂 wie er zou komen.',
  'De wethouder 😀😀 liet niets van zich horen.',
  'Zo’n plein is van iedereen.',
)
/** A text file with a byte order mark, CRLF and emoji: one on which all sixteen ways of counting differ. */
const file = fc
  .array(sentence, { minLength: 4, maxLength: 10 })
  .map(lines => `\ufeff${['Begin 😀 van het gesprek.', ...lines].join('\r\n')}\r\n`)

/** Some words of the file in their places, whole words only: as UTF-16 offsets in the file. */
const project = file.chain(text =>
  fc
    .array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 6 })), { minLength: 6, maxLength: 12 })
    .map(marked => {
      const words = [...text.matchAll(/[\p{L}’]+/gu)]
      const stretches = marked.map(([from, count]) => {
        const first = from % words.length
        const last = words[Math.min(words.length - 1, first + count - 1)]!
        return { start: words[first]!.index, end: last.index + last[0].length }
      })
      return { text, stretches }
    }),
)

function nameOf(naming: string, words: string, place: number): string {
  if (naming === 'words as names') return words
  if (naming === 'no names' || place % 3 === 2) return ''
  return place % 3 === 1 ? `${words.slice(0, Math.ceil(words.length / 2))}…` : words
}

describe.each(offsetEncodings.map(each => ({ ...each })))(
  'a project that counts in $unit, a line end as $lineEnd, a byte order mark $bom, the end $end',
  encoding => {
    it.each(['words as names', 'no names', 'some names, some of them cut short'])(
      'is understood, with %s',
      async naming => {
        await fc.assert(
          fc.asyncProperty(project, async ({ text, stretches }) => {
            const quotes = stretches.map(({ start, end }) => text.slice(start, end).replaceAll('\r\n', '\n'))
            const selections = stretches.map(({ start, end }, i) => {
              const at = encodeSelection(text, start, end, encoding)
              const name = nameOf(naming, quotes[i]!.replace(/\s+/g, ' '), i)
              return `<PlainTextSelection guid="${guid(i + 10)}" name="${name}" startPosition="${at.start}" endPosition="${at.end}"/>`
            })
            const xml = projectXml(
              `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selections.join('')}</TextSource></Sources>`,
            )
            const { value, problems } = await readQdpx(await makeQdpx(xml, { 'sources/a.txt': text }))
            expect(problems).toEqual([])
            expect(value.study.segments.map(({ quote }) => quote)).toEqual(quotes)
            const { unit, lineEnd, bom, end, score } = value.offsets
            expect({ unit, lineEnd, bom, end, score }).toEqual({ ...encoding, score: 1 })
          }),
          { numRuns: 15, seed: 20_240_312 },
        )
      },
    )
  },
)

describe('what a project says of itself', () => {
  it.each([
    { origin: 'NVivo 14.23 for Windows', unit: 'utf-16', lineEnd: 'two' },
    { origin: 'ATLAS.ti 23.1 Windows', unit: 'code-point', lineEnd: 'one' },
    { origin: 'MAXQDA 2022', unit: 'code-point', lineEnd: 'two' },
  ])('is a first guess: $origin', async ({ origin, unit, lineEnd }) => {
    const { value } = await readQdpx(await makeQdpx(projectXml('', `origin="${origin}"`)))
    expect(value.offsets).toMatchObject({ unit, lineEnd, bom: 'skipped', end: 'exclusive', checked: 0 })
  })

  it('gives way to the words of one selection', async () => {
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">
        <PlainTextSelection guid="${guid(2)}" name="bellen elkaar" startPosition="6" endPosition="19"/>
      </TextSource></Sources>`,
      'origin="NVivo 14"',
    )
    // Counted in UTF-16 units these would be the words " bellen elkaa".
    const { value } = await readQdpx(await makeQdpx(xml, { 'sources/a.txt': '😀😀 We bellen elkaar.' }))
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar'])
    expect(value.offsets).toMatchObject({ unit: 'code-point', expected: { unit: 'utf-16' } })
  })
})

describe('what nothing tells', () => {
  const read = async (text: string, selections: string, attributes = '') =>
    readQdpx(
      await makeQdpx(
        projectXml(
          `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selections}</TextSource></Sources>`,
          attributes,
        ),
        { 'sources/a.txt': text },
      ),
    )
  const selection = (n: number, start: number, end: number, name = '') =>
    `<PlainTextSelection guid="${guid(n)}" name="${name}" startPosition="${start}" endPosition="${end}"/>`

  it('is said where the words hang on it', async () => {
    // In code points "c", in UTF-16 units "b".
    const { value, problems } = await read('😀😀 a b c d', selection(2, 7, 8))
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['offsets-undecided', 'warning']])
    expect(value.offsets).toMatchObject({ unit: 'code-point', undecided: 1 })
  })

  it('is not said where the words are the same', async () => {
    const { problems } = await read('een dag toe 😀😀', selection(2, 4, 7))
    expect(problems).toEqual([])
  })

  it('is not said where it is known how the program counts', async () => {
    const { value, problems } = await read(
      '😀😀 a b c d',
      selection(2, 7, 8),
      'origin="NVivo 14 for Windows"',
    )
    expect(problems).toEqual([])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['b'])
  })

  it('is told by one name, cut short or with its line ends left out', async () => {
    const text = '😀 Wij\r\nbellen nooit meer op.'
    const units = (words: string) => text.indexOf(words)
    const all = [
      selection(2, units('bellen'), units(' nooit'), 'bell…'),
      selection(3, units('Wij'), units(' nooit'), 'Wijbellen'),
      selection(4, units('meer'), units('.')),
    ]
    const { value, problems } = await read(text, all.join(''))
    expect(problems).toEqual([])
    expect(value.offsets).toMatchObject({ unit: 'utf-16', lineEnd: 'two', end: 'exclusive' })
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen', 'Wij\nbellen', 'meer op'])
  })
})

describe('a selection that does not fit', () => {
  const read = async (selections: string) =>
    readQdpx(
      await makeQdpx(
        projectXml(
          `<CodeBook><Codes><Code guid="${guid(9)}" name="A" isCodable="true"/></Codes></CodeBook>
          <Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selections}</TextSource></Sources>`,
        ),
        { 'sources/a.txt': 'Zij bellen elkaar elke dinsdag, ook in de zomer.\nHij komt nooit.' },
      ),
    )
  const selection = (n: number, start: number | string, end: number | string, name = '') =>
    `<PlainTextSelection guid="${guid(n)}" name="${name}" startPosition="${start}" endPosition="${end}"><Coding guid="${guid(n + 50)}"><CodeRef targetGUID="${guid(9)}"/></Coding></PlainTextSelection>`

  it.each([
    { what: 'beyond the text', xml: selection(2, 40, 90000), code: 'selection-outside-text' },
    { what: 'before the text', xml: selection(2, -4, 3), code: 'selection-outside-text' },
    { what: 'empty', xml: selection(2, 4, 4), code: 'selection-outside-text' },
    { what: 'the wrong way round', xml: selection(2, 9, 4), code: 'selection-outside-text' },
    { what: 'without numbers', xml: selection(2, 'x', ''), code: 'selection-outside-text' },
    {
      what: 'named for words that stand elsewhere',
      xml:
        selection(3, 4, 17, 'bellen elkaar') +
        selection(4, 18, 31, 'elke dinsdag,') +
        selection(2, 32, 47, 'Hij komt nooit.'),
      code: 'selection-misplaced',
    },
  ])('is a problem and no quote: $what', async ({ xml, code }) => {
    const { value, problems } = await read(xml)
    expect(
      problems.filter(({ code: found }) => found !== 'offsets-uncertain').map(each => each.code),
    ).toEqual([code])
    expect(value.study.segments.some(({ id }) => id === guid(2))).toBe(false)
    expect(value.notCarried).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'text-selection', count: 1, kept: false }),
        expect.objectContaining({ what: 'coding', count: 1, kept: false }),
      ]),
    )
  })

  it('is none where a person gave it a name of their own, which is kept', async () => {
    const { value, problems } = await read(
      selection(3, 4, 17, 'bellen elkaar') + selection(2, 18, 30, 'de vaste dag'),
    )
    expect(problems).toEqual([])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['bellen elkaar', 'elke dinsdag'])
    expect(value.study.memos.map(({ on, title }) => [on.id, title])).toEqual([[guid(2), 'de vaste dag']])
  })

  it.each([
    { what: 'longer than its stretch', name: 'elke dinsdag, ook in de zomer' },
    { what: 'shorter than its stretch', name: 'de zomer' },
  ])('is none where its name is $what, whatever stands elsewhere', async ({ name }) => {
    const { value, problems } = await read(selection(3, 49, 63, name) + selection(4, 4, 17, 'bellen elkaar'))
    expect(problems).toEqual([])
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['Hij komt nooit', 'bellen elkaar'])
    expect(value.study.memos.map(({ title }) => title)).toEqual([name])
  })
})

describe('a selection of half a word', () => {
  const text = 'Zij bellen elkaar elke dinsdag, ook in de zomer.'
  const whole = [
    [0, 3],
    [4, 17],
    [18, 30],
    [32, 47],
  ]
  const half = [
    [5, 17],
    [18, 28],
    [33, 41],
    [43, 48],
  ]
  const read = async (stretches: readonly (readonly number[])[], origin = 'Iets 1.0', named = false) => {
    const selections = stretches.map(
      ([start = 0, end], i) =>
        `\n<PlainTextSelection guid="${guid(10 + i)}" name="${named ? text.slice(start, end) : ''}" startPosition="${start}" endPosition="${end}"/>`,
    )
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selections.join('')}</TextSource></Sources>`,
      `origin="${origin}"`,
    )
    const { value, problems } = await readQdpx(await makeQdpx(xml, { 'sources/a.txt': text }))
    return {
      quotes: value.study.segments.map(({ quote }) => quote),
      problems: problems.map(({ code, severity, place }) => [code, severity, place?.line]),
      message: problems.at(-1)?.message,
    }
  }

  it('is kept among others that fit, and said with its line', async () => {
    const { quotes, problems, message } = await read([...whole, half[0]!])
    expect(quotes).toEqual(['Zij', 'bellen elkaar', 'elke dinsdag', 'ook in de zomer', 'ellen elkaar'])
    expect(problems).toEqual([['selection-half-word', 'warning', 6]])
    expect(message).toBe('A selection begins or ends within a word. Look whether its quote is right.')
  })

  it.each([
    { what: 'goes on after its name, within a word', start: 4, end: 14, name: 'bellen', said: true },
    {
      what: 'is cut short in its name, and ends within a word',
      start: 4,
      end: 15,
      name: 'bell…',
      said: true,
    },
    { what: 'goes on after its name, up to the end of a word', start: 4, end: 17, name: 'bell', said: false },
    { what: 'begins within a word, as its name has it', start: 5, end: 17, name: 'ellen', said: false },
    { what: 'is half a word, as its name has it', start: 4, end: 8, name: 'bell', said: false },
  ])('is said where it $what: $said', async ({ start, end, name, said }) => {
    const selection = `<PlainTextSelection guid="${guid(2)}" name="${name}" startPosition="${start}" endPosition="${end}"/>`
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selection}</TextSource></Sources>`,
      'origin="ATLAS.ti 23"',
    )
    const { value, problems } = await readQdpx(await makeQdpx(xml, { 'sources/a.txt': text }))
    expect(value.study.segments.map(({ quote }) => quote)).toEqual([text.slice(start, end)])
    expect(problems.map(({ code }) => code)).toEqual(said ? ['selection-half-word'] : [])
  })

  it('is told once, with the lines of the first five', async () => {
    const many = Array.from({ length: 6 }, () => half[0]!)
    const { problems, message } = await read([...Array.from({ length: 8 }, () => whole).flat(), ...many])
    expect(problems).toEqual([['selection-half-word', 'warning', 34]])
    expect(message).toBe(
      '6 selections begin or end within a word (lines 34, 35, 36, 37, 38, ...). Look whether their quotes are right.',
    )
  })

  it('is left out where most are so and it begins there: then positions are meant otherwise', async () => {
    const many = [...half, ...half, ...half]
    const { quotes, problems } = await read([whole[0]!, ...many])
    expect(quotes).toEqual(['Zij', 'elke dinsd', 'elke dinsd', 'elke dinsd'])
    const lines = [3, 5, 6, 7, 9, 10, 11, 13, 14]
    expect(problems).toEqual([
      ['offsets-uncertain', 'warning', undefined],
      ...lines.map(line => ['selection-misplaced', 'error', line]),
      ['selection-half-word', 'warning', 4],
    ])
  })

  it('is kept where most are so of a few', async () => {
    const { quotes, problems } = await read([whole[0]!, ...half])
    expect(quotes).toEqual(['Zij', 'ellen elkaar', 'elke dinsd', 'ok in de', 'omer.'])
    expect(problems).toEqual([
      ['offsets-uncertain', 'warning', undefined],
      ['selection-half-word', 'warning', 3],
    ])
  })

  it.each([
    { what: 'it bears its words as a name', origin: 'Iets 1.0', named: true },
    { what: 'this library wrote it', origin: 'Codeerbank 0.1.0', named: false },
  ])('is kept without a word where $what', async ({ origin, named }) => {
    const { quotes, problems } = await read([...whole, half[0]!], origin, named)
    expect(quotes.at(-1)).toBe('ellen elkaar')
    expect(problems).toEqual([])
  })
})

describe('texts whose line ends were changed on the way', () => {
  const lines = [
    'Hoe gaat het?',
    'Goed, we helpen elkaar.',
    'En het plein?',
    'Dat is nog niet klaar.',
    'Einde.',
  ]
  const words = ['we helpen', 'het', 'nog niet', 'Einde']
  // Counted where each line end is two characters.
  const starts = [21, 43, 62, 79]
  const read = async (text: string, naming: (words: string) => string) =>
    readQdpx(
      await makeQdpx(
        projectXml(
          `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${words
            .map(
              (each, i) =>
                `<PlainTextSelection guid="${guid(10 + i)}" name="${naming(each)}" startPosition="${starts[i]}" endPosition="${starts[i]! + each.length}"/>`,
            )
            .join('')}</TextSource></Sources>`,
        ),
        { 'sources/a.txt': text },
      ),
    )

  it.each([
    { what: 'with names', naming: (each: string) => each },
    { what: 'without names', naming: () => '' },
  ])('are read as positions count them, and that is said: $what', async ({ naming }) => {
    const { value, problems } = await read(lines.join('\n'), naming)
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(words)
    expect(problems.map(({ code }) => code)).toEqual(['line-ends-changed'])
    expect(value.offsets).toMatchObject({ lineEnd: 'two', score: 1 })
  })

  it('are not meant where they still are CR and LF', async () => {
    const { value, problems } = await read(lines.join('\r\n'), each => each)
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(words)
    expect(problems).toEqual([])
  })
})

describe('a script without spaces between words', () => {
  it('has no borders of words to be measured by', async () => {
    const xml = projectXml(
      `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt"><PlainTextSelection guid="${guid(2)}" name="" startPosition="2" endPosition="6"/></TextSource></Sources>`,
      'origin="NVivo 14 for Windows"',
    )
    const { value, problems } = await readQdpx(
      await makeQdpx(xml, { 'sources/a.txt': '他们每周二互相打电话。' }),
    )
    expect(value.study.segments.map(({ quote }) => quote)).toEqual(['每周二互'])
    expect(problems).toEqual([])
    expect(value.offsets.score).toBe(1)
  })
})

describe('the score', () => {
  it('takes no offence at a space or a line end within a selection, but at half a word', async () => {
    const at = (n: number, start: number, end: number) =>
      `<PlainTextSelection guid="${guid(n)}" name="" startPosition="${start}" endPosition="${end}"/>`
    const read = async (selections: string) =>
      readQdpx(
        await makeQdpx(
          projectXml(
            `<Sources><TextSource guid="${guid(1)}" name="A" plainTextPath="internal://a.txt">${selections}</TextSource></Sources>`,
            'origin="NVivo 14 for Windows"',
          ),
          { 'sources/a.txt': 'Hoe gaat het?\nGoed, en jij?\nOok goed.\n' },
        ),
      )
    const paragraphs = await read(at(2, 0, 14) + at(3, 14, 28) + at(4, 28, 38))
    expect(paragraphs.problems).toEqual([])
    expect(paragraphs.value.offsets.score).toBe(1)
    const halves = await read(at(2, 1, 6) + at(3, 15, 26) + at(4, 28, 37))
    expect(halves.problems.map(({ code }) => code)).toEqual(['offsets-uncertain', 'selection-half-word'])
    expect(halves.value.offsets.score).toBeCloseTo(1 / 3)
  })
})
