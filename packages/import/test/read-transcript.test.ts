import { describe, expect, it } from 'vitest'
import { readTranscript } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { turnCases } from './turn-cases.ts'

const read = (text: string, name = 'a.md') => readTranscript(bytesOf(text), { name })
const codes = async (text: string, name?: string) =>
  (await read(text, name)).problems.map(({ code, place }) => `${code}:${place?.line}`)
const turnsOf = async (text: string, name?: string) => {
  const { value } = await read(text, name)
  return value.turns.map(
    ({ start, end, speaker, role, time }) =>
      `${speaker}|${role}|${time ?? ''}|${value.text.slice(start, end)}`,
  )
}

describe('turns', () => {
  it.each(turnCases)('are found with %s', async (_, text, turns) => {
    expect(await turnsOf(text, 'a.md')).toEqual(turns)
    expect(await turnsOf(text, 'a.txt')).toEqual(turns)
  })

  it('are parted by headings in Markdown, which are no one’s words', async () => {
    expect(await turnsOf('# Deel\n\nR1: Een.\n\n## Deel twee\n\nR1: Twee.')).toEqual([
      'R1|participant||Een.',
      'R1|participant||Twee.',
    ])
  })

  it.each(['a.md', 'a.txt'])('keep what Markdown would take for a mark, in %s', async name => {
    expect(await turnsOf('P1: Een <laughs> twee\n---\n    vier spaties\n\nP1: *ja*', name)).toEqual([
      'P1|participant||Een <laughs> twee\n---\n    vier spaties',
      'P1|participant||*ja*',
    ])
  })

  it('are those of participants by what the front matter says of labels', async () => {
    const { value, problems } = await read(
      '---\nparticipants: [H01, H02]\nspeakers: { Jan: H01, Vraag: interviewer, Iemand: unknown }\n---\nJan: Een.\n\nVraag: Twee?\n\nIemand: Drie.\n\nH02: Vier.',
    )
    expect(value.turns.map(({ role, participant }) => [role, participant])).toEqual([
      ['participant', 'H01'],
      ['interviewer', undefined],
      ['unknown', undefined],
      ['participant', 'H02'],
    ])
    expect(problems).toEqual([])
  })
})

describe('a transcript that is not as it should be', () => {
  it.each([
    ['without turns', 'Een verhaal.', ['no-turns:1']],
    ['with nothing in it', '', ['empty-source:1']],
    ['with front matter alone', '---\nid: a\n---\n\n', ['empty-source:1']],
    ['with an empty turn', 'R1: Een.\nI:\nR1: Twee.', ['empty-turn:2']],
    ['with a time that is none', '---\nid: a\n---\n\nR1: [00:99:00] Een.', ['bad-time:5']],
    [
      'with a speaker that nobody knows',
      '---\nparticipants: [H01]\n---\nR1: Een.\nR1: Twee.',
      ['unknown-speaker:4'],
    ],
    ['with front matter that never ends', '---\nid: a\nR1: Een.', ['front-matter-open:1']],
    ['with a kind that does not exist', '---\nid: a\nkind: gesprek\n---\nR1: Een.', ['unfit-value:3']],
    ['with a date that is none', '---\ndate: 12 maart\n---\nR1: Een.', ['unfit-value:2']],
    ['with a key that does not exist', '---\nid: a\n\nauteur: ik\n---\nR1: Een.', ['unknown-key:4']],
    ['with YAML that is none', '---\ntitle: a: b\n---\nR1: Een.', ['malformed-yaml:2']],
  ])('%s says so, with the line', async (_, text, expected) => {
    expect(await codes(text)).toEqual(expected)
  })

  it('keeps what fits of front matter that does not', async () => {
    const { value } = await read('---\nid: goed\nkind: gesprek\n---\nR1: Een.')
    expect(value.metadata).toEqual({ id: 'goed' })
  })

  it('tells all faults at once, in the order of the lines', async () => {
    expect(await codes('---\nkind: x\ndate: y\n---\nR1: [99:99] Een.\nI:\n')).toEqual([
      'unfit-value:2',
      'unfit-value:3',
      'bad-time:5',
      'empty-turn:6',
    ])
  })

  it('is no text at all', async () => {
    const { value, problems } = await readTranscript(Uint8Array.from([0x52, 0x31, 0x3a, 0x81]), {
      name: 'a.txt',
    })
    expect([value.text, problems.map(({ code }) => code)]).toEqual(['', ['not-utf8']])
  })
})

describe('a head that looks like turns', () => {
  it.each([
    [
      'lines of those who speak below',
      'Interview 3\nInterviewer: vrouw\nRespondent: man, 45 jaar\n\nInterviewer: Hoe gaat het?\nRespondent: Goed.',
      ['perhaps-head:2', 'perhaps-head:3'],
    ],
    ['one line', 'R1: vrouw, bewoner, 61\n\nI: Hoe gaat het?\nR1: Goed.', ['perhaps-head:1']],
    ['one in bold', '**R1:** 61 jaar\n\n**I:** Hoe gaat het?\n\n**R1:** Goed.', ['perhaps-head:1']],
    ['a sentence', 'R1: Ik woon hier 45 jaar.\n\nI: Hoe gaat het?\nR1: Goed.', []],
    ['short answers', 'I: Hoe oud\nR1: oud\n\nI: Hoe gaat het?\nR1: Goed.', []],
    ['somebody who speaks twice', 'I: en\nR1: 45 jaar\nI: goh\n\nI: Hoe gaat het?\nR1: Goed.', []],
    ['somebody who does not come back', 'R2: man, 45 jaar\n\nI: Hoe gaat het?\nR1: Goed.', []],
  ])('is told of where it may be one: %s', async (_, text, expected) => {
    expect(await codes(text)).toEqual(expected)
  })
})

describe('a label of which it is not known whether it is one', () => {
  it.each([
    ['a name that comes once', 'I: Een.\nBram: Twee.\nI: Drie.', ['perhaps-speaker:2']],
    [
      'two names that come once',
      'I: Een.\nBram: Twee.\nAnna de Wit: Drie.',
      ['perhaps-speaker:2', 'perhaps-speaker:3'],
    ],
    ['words above the first turn', 'Datum: 12 maart\nPlaats: Zwolle\n\nI: Een.', []],
    [
      'a function that comes back, and is told once',
      'I: Een.\nBewoner van de wijk: A.\nI: Twee.\nBewoner van de wijk: B.\nI: Drie.\nBewoner van de wijk: C.',
      ['perhaps-speaker:2'],
    ],
    ['a sentence', 'I: Een.\nEn toen zei ik: twee.', []],
    ['a name beside labels in bold', '**I:** Een.\n\nBram: Twee.', []],
    ['a time', 'I: Een.\n10:30 was het.', []],
    ['a full name with a time, which is one', 'I: Een.\n[00:03] Bram Bos: Twee.', []],
    [
      'one name with a time before it, which is read as one',
      'I: Een.\n[00:03] Bram: Twee.',
      ['perhaps-words:2'],
    ],
    ['a name with a time behind its colon', 'I: Een.\nBram: [00:03] Twee.', []],
    ['a word that opens a sentence, with a time before it', 'I: Een.\n[00:00:03] Nee: twee.', []],
    ['such a word below a time', 'I: Een.\n\n[00:00:03]\nNee: twee.', []],
  ])('is told of where it may be: %s', async (_, text, expected) => {
    expect(await codes(text)).toEqual(expected)
  })

  it('is not where the metadata names it', async () => {
    const { problems } = await readTranscript(bytesOf('I: Een.\nBram: Twee.'), {
      name: 'a.txt',
      metadata: { participants: ['H01'], speakers: { Bram: 'H01' } },
    })
    expect(problems).toEqual([])
  })
})

describe('the text of a source', () => {
  it('begins after the front matter, with LF and without a byte order mark; its line and hash are kept', async () => {
    const { value } = await read('\uFEFF---\r\nid: x\r\n---\r\n\r\nR1: Een.\r\nTwee.')
    expect(value.text).toBe('R1: Een.\nTwee.')
    expect(value.origin).toEqual({
      file: 'a.md',
      line: 5,
      format: 'markdown',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('goes by the file’s name where it has no id', async () => {
    expect((await read('R1: Een.', 'map/int 1.final.txt')).value.metadata.id).toBe('int 1.final')
  })
})

describe('marks in the text', () => {
  const marksOf = async (text: string) => (await read(text)).value

  it('are taken out, the words stay, and offsets are those of the text without them', async () => {
    const { text, marks } = await marksOf(
      'R1: 😀 :code[heel *wat* woorden]{code="Kat" coder="anna" memo="m"} en :code[meer]{code="Hond" coder="bram" stance="contradicts"}.',
    )
    expect(text).toBe('R1: 😀 heel *wat* woorden en meer.')
    expect(
      marks.map(({ quote, code, coder, start, memo, stance }) => [quote, code, coder, start, memo, stance]),
    ).toEqual([
      ['heel *wat* woorden', 'Kat', 'anna', 7, 'm', undefined],
      ['meer', 'Hond', 'bram', 29, undefined, 'contradicts'],
    ])
  })

  it('may lie in each other', async () => {
    const { text, marks } = await marksOf(
      'R1: :code[een :code[twee]{code="B" coder="x"} drie]{code="A" coder="x"}',
    )
    expect(text).toBe('R1: een twee drie')
    expect(marks.map(({ quote, code, start }) => [quote, code, start])).toEqual([
      ['een twee drie', 'A', 4],
      ['twee', 'B', 8],
    ])
  })

  it('take their coder from the front matter where they name none', async () => {
    expect((await marksOf('---\ncoder: anna\n---\nR1: :code[x]{code="A"}')).marks[0]?.coder).toBe('anna')
  })

  it.each([
    ['no code', ':code[x]{coder="a"}'],
    ['no coder', ':code[x]{code="A"}'],
    ['no words', ':code[]{code="A" coder="a"}'],
    ['an attribute too many', ':code[x]{code="A" coder="a" kleur="rood"}'],
    ['a stance that is none', ':code[x]{code="A" coder="a" stance="misschien"}'],
  ])('with %s are reported with their line', async (_, mark) => {
    expect(await codes(`---\nid: a\n---\nR1: Een.\n\nR1: ${mark} en`)).toEqual(['bad-mark:6'])
  })

  it('are left alone in plain text, and other marks are left alone everywhere', async () => {
    expect((await read('R1: :code[x]{code="A" coder="a"}', 'a.txt')).value.text).toBe(
      'R1: :code[x]{code="A" coder="a"}',
    )
    expect((await marksOf('R1: om 10:30 :smile[x] :code')).text).toBe('R1: om 10:30 :smile[x] :code')
  })
})
