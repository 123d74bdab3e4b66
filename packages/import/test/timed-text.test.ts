import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { captionCases } from './caption-cases.ts'

const samples = new URL('../../../../shared/samples/', import.meta.url)
const present = existsSync(samples)
if (!present)
  console.warn('Skipped: ../shared/samples is not there, so captions from elsewhere are not read.')

async function read(text: string, name = 'a.vtt') {
  const { value, problems } = await readTranscript(bytesOf(text), { name })
  return {
    format: value.origin.format,
    turns: value.turns.map(
      ({ start, end, speaker, time, timeEnd }) =>
        `${speaker}|${time ?? ''}-${timeEnd ?? ''}|${value.text.slice(start, end)}`,
    ),
    problems: problems.map(({ code, place }) => `${code}:${place?.line}`),
    text: value.text,
  }
}

describe('captions', () => {
  it.each([
    [
      'of Teams, with <v Name>, with and without its end',
      'WEBVTT\n\na/1-0\n00:00:01.000 --> 00:00:03.500\n<v Jansen, Piet>Goede middag.</v>\n\na/2-0\n00:00:04.000 --> 00:00:05.000\n<v Jansen, Piet>Ik ben Piet &amp; co.\n\na/3-0\n00:00:06.000 --> 00:00:07.000\n<v Ans>Dag <i>Piet</i>.</v>\n',
      ['Jansen, Piet|1-5|Goede middag. Ik ben Piet & co.', 'Ans|6-7|Dag Piet.'],
      [],
    ],
    [
      'of Zoom, with numbers and names before the words',
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nPiet Jansen: Goede middag.\n\n2\n00:00:03.000 --> 00:00:04.000\nHoe gaat het?\n\n3\n00:00:05.000 --> 00:00:06.000\nAns: Goed: heel goed.\n\n4\n00:00:07.000 --> 00:00:08.000\nPiet Jansen: Mooi.\n\n5\n00:00:08.000 --> 00:00:09.000\nAns: Ja.\n',
      [
        'Piet Jansen|1-4|Goede middag. Hoe gaat het?',
        'Ans|5-6|Goed: heel goed.',
        'Piet Jansen|7-8|Mooi.',
        'Ans|8-9|Ja.',
      ],
      [],
    ],
    [
      'with notes and styles, of which no word is read',
      'WEBVTT - titel\nKind: captions\n\nSTYLE\n::cue { color: red; }\n\nNOTE\ngeheim\n\n00:01.000 --> 00:02.000 align:start\n<v A>Ja <00:01.500>hoor.\n',
      ['A|1-2|Ja hoor.'],
      [],
    ],
    [
      'with a time that is none and without words',
      'WEBVTT\n\n00:00:01.000 --> 00:00:0x.000\n<v A>Ja.\n\n00:00:03.000 --> 00:00:04.000\n\n00:00:05.000 --> 00:00:06.000\n<v A>Nee.\n',
      ['A|1-6|Ja. Nee.'],
      ['bad-time:3', 'empty-cue:6'],
    ],
    [
      'that do not say who speaks',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nJa.\n\n00:03.000 --> 00:04.000\nLet op: nee.\n',
      ['?|1-4|Ja. Let op: nee.'],
      ['no-speakers:3'],
    ],
  ])('%s', async (_, text, turns, problems) => {
    const found = await read(text)
    expect(found.format).toBe('webvtt')
    expect(found.turns).toEqual(turns)
    expect(found.problems).toEqual(problems)
  })

  it('are known by what they hold, whatever they are called', async () => {
    const srt =
      '1\r\n00:00:01,500 --> 00:00:02,000\r\nI: Ja?\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nR1: Nee.\r\n'
    for (const name of ['a.srt', 'a.txt']) {
      const found = await read(srt, name)
      expect([found.format, found.turns]).toEqual(['srt', ['I|1.5-2|Ja?', 'R1|3-4|Nee.']])
    }
    expect((await read('\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\nI: Ja.', 'a.txt')).turns).toEqual([
      'I|1-2|Ja.',
    ])
  })

  it('become text with who speaks before the words, a paragraph a turn', async () => {
    const { text } = await read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Ja.\n\n00:03.000 --> 00:04.000\n<v B>Nee.\n',
    )
    expect(text).toBe('A: Ja.\n\nB: Nee.')
  })

  it('are read up to a number that no recording reaches, and this is said', async () => {
    const { turns, problems } = await read(
      `0:01:00,0 --> 0:01:01,0\nI: a\n${'0:01 --> 0:02\na\n'.repeat(400_001)}`,
      'a.srt',
    )
    expect(turns[0]?.length).toBe('I|60-|'.length + 400_000 * 2 - 1)
    expect(problems).toEqual(['too-many-cues:800001'])
  })

  it('without words are told of up to a number that tells enough', async () => {
    const { problems } = await read(
      `WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Ja.\n${'\n00:03.000 --> 00:04.000\n'.repeat(1_500)}`,
    )
    expect(problems).toHaveLength(1_000)
  })

  it('of one cue have so many voices, and no more', async () => {
    const { turns, problems } = await read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v A>a'.repeat(10_001)}`)
    expect([turns[0]?.slice(0, 12), turns[1]]).toEqual(['A|1-2|a a a ', '?|1-2|a'])
    expect(problems).toEqual(['unknown-speaker:3'])
  })

  it('take participants from the metadata, and say whom it does not name', async () => {
    const { value, problems } = await readTranscript(
      bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Ja.\n\n00:03.000 --> 00:04.000\n<v B>Nee.\n'),
      {
        name: 'a.vtt',
        metadata: { participants: ['P1'], speakers: { A: 'P1' } },
      },
    )
    expect(value.turns.map(({ participant }) => participant)).toEqual(['P1', undefined])
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['unknown-speaker', 6]])
  })
})

describe('a recording as programs write it', () => {
  it.each(Object.entries(captionCases))('%s', async (_, { name, text, format, turns, problems = [] }) => {
    const found = await read(text, name)
    expect(found.turns).toEqual(turns)
    expect(found.problems).toEqual(problems)
    expect(found.format).toBe(format)
    const windows = await read(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'a.txt')
    expect([windows.turns, windows.problems]).toEqual([found.turns, found.problems])
  })
})

describe('a file that is named Markdown', () => {
  it.each([
    ['captions', 'WEBVTT\n\n00:01.000 --> 00:02.000\nI: Ja?\n', 'webvtt', ['I|1-2|Ja?']],
    ['captions as SRT', '1\n00:00:01,000 --> 00:00:02,000\nI: Ja?\n', 'srt', ['I|1-2|Ja?']],
    [
      'times between hashes',
      '# Deel\n\nI: Ja? #00:00:03-1#\n\n## R2: kop\n\nR1: Nee. #00:00:05-0#\n',
      'markdown',
      ['I|-3.1|Ja?', 'R1|3.1-5|Nee.'],
    ],
  ])('is read as what it holds: %s', async (_, text, format, turns) => {
    expect(await read(text, 'a.md')).toMatchObject({ format, turns, problems: [] })
  })

  it('has its marks of codes where the words are without the times', async () => {
    const text = 'I: Ja? #00:00:03-1#\nR1: Wij :code[wonen #00:00:05-0# hier]{code="A" coder="x"} nu.\n'
    const { value } = await readTranscript(bytesOf(text), { name: 'a.md' })
    expect(value.text).toBe('I: Ja?\nR1: Wij wonen hier nu.\n')
    expect(value.marks.map(({ quote, start }) => [quote, start])).toEqual([['wonen hier', 15]])
  })

  it('stays as it is where it says that it is verbatim', async () => {
    const text = '---\nverbatim: true\n---\nI: Ja? #00:00:03-1#\n'
    expect((await read(text, 'a.md')).text).toBe('I: Ja? #00:00:03-1#\n')
  })
})

describe('what Whisper writes', () => {
  it('as JSON is read with its speakers, and it is said what has no words', async () => {
    const segments = [
      { start: 1, end: 2, text: ' Ja.', speaker: 'S1' },
      { start: 'x', text: ' Nee.', speaker: 'S2' },
      { text: 3 },
      null,
    ]
    const found = await read(JSON.stringify({ segments }), 'a.json')
    expect([found.format, found.turns]).toEqual(['whisper-json', ['S1|1-2|Ja.', 'S2|-|Nee.']])
    expect(found.problems).toEqual(['bad-time:1', 'empty-cue:1', 'empty-cue:1'])
  })

  it.each([
    ['of another kind', '{"segments": 3}', 'not-a-transcript'],
    ['of any kind', '{"a": 1}', 'not-a-transcript'],
    ['that is a list of other things', '[{"a": 1}]', 'not-a-transcript'],
    ['that is cut off', '{"segments": [{"start":1,"end":2,"te', 'json-damaged'],
  ])('as JSON %s is no transcript, and says so', async (_, text, code) => {
    expect(await read(text, 'a.json')).toMatchObject({ text: '', turns: [], problems: [`${code}:1`] })
  })

  it('is no JSON where a text begins with a bracket', async () => {
    expect((await read('[lacht] Ja.\nR1: Nee.', 'a.txt')).turns).toEqual(['R1|-|Nee.'])
  })

  it.skipIf(!present)('gives the same words in all four of its forms', async () => {
    const folder = new URL('whisper/', samples)
    const words = await Promise.all(
      readdirSync(folder).map(async name => {
        const { value } = await readTranscript(readFileSync(new URL(name, folder)), { name })
        return value.text.match(/[\p{L}\p{N}']+/gu)
      }),
    )
    expect(words).toHaveLength(4)
    expect(words[0]!.length).toBeGreaterThan(1000)
    for (const each of words.slice(1)) expect(each).toEqual(words[0])
  })
})

describe.skipIf(!present)('captions from elsewhere', () => {
  const folder = new URL('webvtt-edge/', samples)
  const names = present ? readdirSync(folder).filter(name => /\.(?:vtt|srt|sbv)$/.test(name)) : []

  it.each(names)('%s is read, or it is said what is wrong, and nothing is thrown', async name => {
    const { value, problems } = await readTranscript(readFileSync(new URL(name, folder)), { name })
    for (const { start, end } of value.turns) expect(value.text.slice(start, end).trim()).not.toBe('')
    expect(value.text).not.toMatch(/-->|<c|::cue/)
    if (value.turns.length === 0) expect(problems.length).toBeGreaterThan(0)
  })
})
