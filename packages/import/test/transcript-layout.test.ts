import { indexText, lineColumnAt } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestFile, readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { layoutCases, markdownLookalikes, speakerFaults } from './transcript-cases.ts'

const read = (text: string, name = 'a.md') => readTranscript(bytesOf(text), { name })
const turnsOf = async (text: string, name?: string) => {
  const { value } = await read(text, name)
  const index = indexText(value.text)
  return value.turns.map(({ start, end, speaker }) => {
    const line = value.origin.line + lineColumnAt(index, start).line - 1
    return `${line}|${speaker}|${value.text.slice(start, end)}`
  })
}

describe('the turns of a transcript', () => {
  it.each(layoutCases)('are right with %s', async (_, text, turns) => {
    expect(await turnsOf(text)).toEqual(turns)
  })

  it.each(layoutCases)(
    'are on the lines of the file, with %s, behind front matter, CRLF and a BOM',
    async (_, text, turns) => {
      const moved = turns.map(turn => turn.replace(/^\d+/, line => String(Number(line) + 4)))
      expect(await turnsOf(`\uFEFF---\r\nid: a\r\n---\r\n\r\n${text.replaceAll('\n', '\r\n')}`)).toEqual(
        moved,
      )
    },
  )

  it('begin at headings in Markdown alone: in plain text a number sign is a word', async () => {
    const text = 'R1: Een.\n## Twee\nR1: Drie.'
    expect(await turnsOf(text, 'a.md')).toEqual(['1|R1|Een.', '3|R1|Drie.'])
    expect(await turnsOf(text, 'a.txt')).toEqual(['1|R1|Een.\n## Twee', '3|R1|Drie.'])
    expect(await turnsOf(text, 'a.TXT')).toEqual(['1|R1|Een.\n## Twee', '3|R1|Drie.'])
  })

  it('begin at a label without a space behind it where that can be nothing else', async () => {
    const text =
      'I:Hoe dan?\nRespondent:Zo.\nNou:dat zei ik.\nNou:weer.\nhttps://wijk.example\n10:30 ging ik.\nResearcher 1 : Goed.'
    expect(await turnsOf(text, 'a.txt')).toEqual([
      '1|I|Hoe dan?',
      '2|Respondent|Zo.\nNou:dat zei ik.\nNou:weer.\nhttps://wijk.example\n10:30 ging ik.',
      '7|Researcher 1|Goed.',
    ])
  })

  it('never overlap, come in order, and hold just the words that were said', async () => {
    const speaker = fc.constantFrom('R1', 'R2', 'Interviewer', 'Onbekend')
    const words = fc.constantFrom('Ja.', 'Nee: niet zo.', 'Een\n\ntwee.', '😀 zei hij', 'שלום', '10:30 dus')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(speaker, words), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\n\n', '\r\n', '\n\n# Deel\n\n'),
        fc.constantFrom('**', ''),
        async (said, between, bold) => {
          const text = said.map(([who, what]) => `${bold}${who}:${bold} ${what}`).join(between)
          const { value } = await read(text)
          expect(value.turns.map(turn => [turn.speaker, value.text.slice(turn.start, turn.end)])).toEqual(
            said,
          )
          value.turns.reduce((end, turn) => {
            expect(turn.start).toBeGreaterThanOrEqual(end)
            return turn.end
          }, 0)
        },
      ),
    )
  })
})

describe('words that Markdown would take for something else', () => {
  it.each(markdownLookalikes)('stay words: %s', async (_, words) => {
    const text = `R1: ${words}\n\nI: Ja.`
    for (const name of ['a.md', 'a.txt']) {
      const { value, problems } = await read(text, name)
      expect(problems).toEqual([])
      expect(value.text).toBe(text)
      expect(value.turns.map(({ start, end }) => value.text.slice(start, end))).toEqual([words, 'Ja.'])
    }
  })

  it.each(markdownLookalikes)('stay words beside a mark: %s', async (_, words) => {
    const mark = 'I: :code[Ja]{code="K" coder="anna"}.'
    const { value, problems } = await read(`${mark}\n\nR1: ${words}`)
    expect(problems).toEqual([])
    expect(value.text).toBe(`I: Ja.\n\nR1: ${words}`)
    expect(value.marks.map(({ quote, start }) => [quote, start])).toEqual([['Ja', 3]])
  })
})

describe('speakers and times', () => {
  it.each(speakerFaults)('with %s', async (_, text, faults) => {
    const { problems } = await read(text)
    expect(problems.map(({ code, place }) => `${code}:${place?.line}`).sort()).toEqual([...faults].sort())
  })

  it('keep a turn whose time is bad, without the time', async () => {
    const { value } = await read('R1: [00:61] Een.')
    expect(value.turns).toEqual([{ start: 12, end: 16, speaker: 'R1', role: 'participant' }])
  })

  it('are warned of, not refused, where they are not understood', async () => {
    const { problems } = await read('---\nparticipants: [H01]\n---\nR1: [00:61] Een.\nI:')
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['bad-time', 'warning'],
      ['unknown-speaker', 'warning'],
      ['empty-turn', 'warning'],
    ])
  })

  it('go by the front matter before what is customary', async () => {
    const { value } = await read(
      '---\nparticipants: [Q, H02]\nspeakers: { R1: interviewer, I: H02, Piet: unknown, R2: H09 }\n---\nR1: Een.\nI: Twee.\nPiet: Drie.\nQ: Vier.\nR2: Vijf.',
    )
    expect(value.turns.map(({ speaker, role, participant }) => [speaker, role, participant])).toEqual([
      ['R1', 'interviewer', undefined],
      ['I', 'participant', 'H02'],
      ['Piet', 'unknown', undefined],
      ['Q', 'participant', 'Q'],
      ['R2', 'participant', 'H09'],
    ])
  })
})

describe('the bytes of a transcript', () => {
  it('may be UTF-16 with a byte order mark', async () => {
    const text = '\uFEFFR1: Zo’n 😀.\r\nI: Ja.'
    const little = Uint8Array.from(Buffer.from(text, 'utf16le'))
    const big = Uint8Array.from(Buffer.from(text, 'utf16le').swap16())
    for (const bytes of [little, big]) {
      const { value, problems } = await readTranscript(bytes, { name: 'a.txt' })
      expect([value.text, problems]).toEqual(['R1: Zo’n 😀.\nI: Ja.', []])
    }
  })

  it('are known by their SHA-256 as they were, whatever was normalised', async () => {
    // FIPS 180-2, appendix B.1: the digest of "abc".
    const { value } = await read('abc', 'a.txt')
    expect(value.origin.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const [lf, crlf] = await Promise.all([read('R1: a\n'), read('R1: a\r\n')])
    expect(lf.value.text).toBe(crlf.value.text)
    expect(lf.value.origin.sha256).not.toBe(crlf.value.origin.sha256)
  })

  it.each([
    ['a byte that UTF-8 does not have', [0x52, 0x0a, 0x0a, 0x81, 0x0a], 3],
    ['a character that is cut off at the end', [0x52, 0x0a, 0xf0, 0x9f], 2],
    ['half a UTF-16 unit', [0xff, 0xfe, 0x52], 1],
    ['a zero byte', [0x52, 0x0a, 0x00], 2, 'zero-character'],
    ['UTF-16 without its mark', [0x52, 0x00, 0x31, 0x00, 0x3a, 0x00], 1, 'utf-16-unmarked'],
  ])('with %s are no text', async (_, bytes, line, fault = 'not-utf8') => {
    const { value, problems } = await readTranscript(Uint8Array.from(bytes), { name: 'map/b.txt' })
    expect(problems.map(({ code, severity, place }) => [code, severity, place])).toEqual([
      [fault, 'error', { file: 'map/b.txt', line }],
    ])
    expect([value.metadata.id, value.text, value.turns]).toEqual(['b', '', []])
  })

  it('that Windows-1252 has and UTF-8 has not are read as such, with a warning at the first of them', async () => {
    // é, ’ and € are one byte each there: E9, 92 and 80.
    const bytes = Uint8Array.from([...bytesOf('I: Ja.\nR1: Caf'), 0xe9, 0x92, ...bytesOf(' 3 '), 0x80])
    const { value, problems } = await readTranscript(bytes, { name: 'a.txt' })
    expect(value.text).toBe('I: Ja.\nR1: Café’ 3 €')
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['windows-1252', 'warning', 2],
    ])
  })

  it('of UTF-8 that was damaged are not taken for Windows-1252', async () => {
    const bytes = Uint8Array.from([...bytesOf('R1: één caf'), 0xe9])
    expect((await readTranscript(bytes, { name: 'a.txt' })).problems.map(({ code }) => code)).toEqual([
      'not-utf8',
    ])
  })

  it('of more than the largest file are refused', async () => {
    const { value, problems } = await readTranscript(new Uint8Array(largestFile + 1).fill(0x61), {
      name: 'a.txt',
    })
    expect(problems.map(({ code }) => code)).toEqual(['file-too-large'])
    expect(value.text).toBe('')
    expect(largestFile).toBe(67_108_864)
  })

  it.each([
    ['int-01.md', 'int-01'],
    ['oost/int-01.md', 'int-01'],
    ['oost\\int-01.txt', 'int-01'],
    ['int.01.deel.md', 'int.01.deel'],
    ['int-01', 'int-01'],
    ['.md', '.md'],
  ])('in the file %j are the source %j', async (name, id) => {
    expect((await read('R1: Een.', name)).value.metadata.id).toBe(id)
  })

  it('has turns up to a number that no transcript reaches, and an error beyond', async () => {
    const read = async (count: number) => {
      const { value, problems } = await readTranscript(bytesOf('R1: a\n'.repeat(count)), { name: 'a.txt' })
      return [value.turns.length, problems.map(({ code, place }) => `${code}:${place?.line}`)]
    }
    expect(await read(200_000)).toEqual([200_000, []])
    expect(await read(200_001)).toEqual([200_000, ['too-many-turns:200000']])
  })
})
