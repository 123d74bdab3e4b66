import { applyChanges, type Change, replay, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSource, anchorCodings, type CodingRow, readCodings, readTranscript } from '../src/index.ts'
import { nearestPassage } from '../src/nearest-passage.ts'
import { bytesOf } from './bytes.ts'

const at = '2024-03-01T09:00:00+01:00'
const base: readonly Change[] = [
  { id: '1', at, by: 'anna', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { id: '2', at, by: 'anna', kind: 'add-coder', coder: { id: 'bram', label: 'Bram' } },
  { id: '3', at, by: 'anna', kind: 'add-case', case: { id: 'oost', label: {}, values: {} } },
  ...['Kat', 'Hond', 'Oud'].map(
    (nl): Change => ({
      id: `code-${nl}`,
      at,
      by: 'anna',
      kind: 'add-code',
      code: { id: nl.toLowerCase(), label: { nl }, parent: null, level: 'theme', origin: 'deductive' },
    }),
  ),
  { id: '4', at, by: 'anna', kind: 'retire-code', code: 'oud' },
]

async function studyWith(text: string): Promise<Study> {
  const { value } = await readTranscript(bytesOf(text), { name: 'int-1.txt' })
  return addSource(replay(base), value, { case: 'oost' })
}

const row = (quote: string, more: Partial<CodingRow> = {}): CodingRow => ({
  source: 'int-1',
  quote,
  code: 'Kat',
  coder: 'anna',
  ...more,
})

describe('a list of codings', () => {
  const linesOf = async (csv: string) => {
    const { value, problems } = await readCodings(csv, { file: 'c.csv' })
    return {
      rows: value.map(({ quote, place }) => `${place?.line} ${quote}`),
      faults: problems.map(({ code, place }) => `${code}:${place?.line}`),
    }
  }

  it('knows the line of each row, also behind quotes over several lines and empty lines', async () => {
    expect(
      await linesOf('source,quote,code,coder\na,"een\ntwee",K,x\n\na,drie,K,x\r\na,"v""ier",K,x'),
    ).toEqual({
      rows: ['2 een\ntwee', '5 drie', '6 v"ier'],
      faults: [],
    })
  })

  it.each([
    ['semicolons', 'source;quote;code;coder\na;een, twee;K;x', ['2 een, twee']],
    ['tabs and a byte order mark', '\uFEFFsource\tquote\tcode\tcoder\na\teen\tK\tx', ['2 een']],
    [
      'Dutch heads in another order, and columns of its own',
      'Codeur,Code,Citaat,Bron,Kleur\nx,K,een,a,rood',
      ['2 een'],
    ],
  ])('is read with %s', async (_, csv, rows) => {
    expect(await linesOf(csv)).toEqual({ rows, faults: [] })
  })

  it.each([
    ['without a column', 'source,quote,code\na,b,c', ['missing-column:1']],
    ['with a column twice', 'source,quote,code,coder,quote\na,b,c,d,e', ['duplicate-column:1']],
    ['with a quote that never closes', 'source,quote,code,coder\na,b,c,d\na,"b,c,d', ['malformed-csv:3']],
    ['with a row that is too long', 'source,quote,code,coder\na,b,c,d,e', ['uneven-row:2']],
    ['with cells left empty', 'source,quote,code,coder\na,,c,', ['incomplete-coding:2']],
    [
      'with an occurrence that is none',
      'source,quote,code,coder,occurrence\na,b,c,d,twee',
      ['bad-occurrence:2'],
    ],
    ['with a time that is none', 'source,quote,code,coder,at\na,b,c,d,gisteren', ['bad-time:2']],
    ['with a stance that is none', 'source,quote,code,coder,stance\na,b,c,d,misschien', ['bad-stance:2']],
    ['with nothing in it', '', ['missing-column:1']],
  ])('%s says so, with the line', async (_, csv, faults) => {
    expect((await linesOf(csv)).faults).toEqual(faults)
  })
})

describe('codings', () => {
  it('are anchored to the exact words; the same words are one segment, whoever codes them', async () => {
    const study = await studyWith('R1: De kat 😀 slaapt.\nR1: De hond niet.')
    const { value, problems } = anchorCodings(study, [
      row('kat 😀 slaapt', { at }),
      row('kat 😀 slaapt', { coder: 'bram', code: 'hond' }),
    ])
    expect(problems).toEqual([])
    expect(value.map(({ id }) => id)).toEqual([
      'add-segment:int-1:7-20',
      'code-segment:int-1:7-20|kat|anna',
      'code-segment:int-1:7-20|hond|bram',
    ])
    const coded = applyChanges(study, value)
    expect(coded.segments[0]).toMatchObject({
      start: 7,
      end: 20,
      prefix: 'R1: De ',
      suffix: '.\nR1: De hond niet.',
      by: 'anna',
      at,
    })
  })

  it('stand at the occurrence that is meant, or at the offset that is given', async () => {
    const study = await studyWith('R1: ja ja ja')
    const starts = (given: CodingRow) =>
      anchorCodings(study, [given]).value.flatMap(change =>
        change.kind === 'add-segment' ? [change.segment.start] : [],
      )
    expect([
      starts(row('ja', { occurrence: 2 })),
      starts(row('ja', { start: 10 })),
      starts(row('ja', { start: 5, occurrence: 1 })),
    ]).toEqual([[7], [10], [4]])
  })

  it('find words that a spreadsheet’s guard stands before', async () => {
    expect(anchorCodings(await studyWith('R1: -ja'), [row("'-ja")]).problems).toEqual([])
  })

  it.each([
    [
      'words that are not there, with the nearest',
      row('de kat slaept diep'),
      'quote-not-found',
      'line 1: "De kat slaapt diep"',
    ],
    ['words unlike anything there', row('xylofoon quasar'), 'quote-not-found', 'nor anything like it'],
    ['words that stand there twice', row('dier'), 'quote-ambiguous', '2 times in int-1.txt (lines 1, 2)'],
    ['an occurrence that is not there', row('dier', { occurrence: 3 }), 'quote-not-found', 'only 2 times'],
    ['an unknown source', row('dier', { source: 'int-2' }), 'unknown-source', 'Is "int-1" meant?'],
    ['an unknown code', row('slaapt', { code: 'Katt' }), 'unknown-code', 'Is "Kat" meant?'],
    ['a retired code', row('slaapt', { code: 'Oud' }), 'retired-code', 'no longer used'],
    ['an unknown coder', row('slaapt', { coder: 'annna' }), 'unknown-coder', 'Is "anna" meant?'],
  ])('of %s are refused, with the remedy', async (_, given, code, words) => {
    const study = await studyWith('R1: De kat slaapt diep, dat dier.\nR1: Wat een dier.')
    const { value, problems } = anchorCodings(study, [{ ...given, place: { file: 'c.csv', line: 9 } }])
    expect(value).toEqual([])
    expect(problems.map(problem => [problem.code, problem.severity, problem.place])).toEqual([
      [code, 'error', { file: 'c.csv', line: 9 }],
    ])
    expect(problems[0]?.message).toContain(words)
  })

  it('that are listed twice, or stand in the study already, are told and passed over', async () => {
    const study = await studyWith('R1: De kat.')
    const once = anchorCodings(study, [row('kat'), row('kat')])
    expect([once.value.length, once.problems.map(({ code, severity }) => [code, severity])]).toEqual([
      2,
      [['duplicate-coding', 'warning']],
    ])
    const coded = applyChanges(study, once.value)
    expect(anchorCodings(coded, [row('kat'), row('kat', { code: 'Hond' })]).value).toHaveLength(1)
  })

  it('are anchored to just these words, in text with emoji, combining marks, any line end and right-to-left script', async () => {
    const piece = fc.constantFrom('woord ', '😀', 'e\u0301', '\r\n', '\n', 'שלום ', '\u200f', 'x', '👩‍👧 ')
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 2, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        async (parts, a, b) => {
          const study = await studyWith(`R1: ${parts.join('')}.`)
          const { text } = study.sources[0]!
          const characters = Array.from(text)
          const from = a % characters.length
          const quote = characters.slice(from, from + 1 + (b % (characters.length - from))).join('')
          const { value } = anchorCodings(study, [row(quote, { occurrence: 1 })])
          for (const change of value)
            if (change.kind === 'add-segment')
              expect(text.slice(change.segment.start, change.segment.end)).toBe(quote)
          expect(value).toHaveLength(2)
        },
      ),
    )
  })
})

describe('the nearest passage', () => {
  it.each([
    ['een twee drie', 'nul een twee vier vijf', 'een twee vier'],
    ['EEN TWEE', 'een, twee', 'een, twee'],
    ['een twee drie vier', 'iets anders helemaal', undefined],
    ['', 'een', undefined],
    ['een', '', undefined],
  ])('to %j in %j is %j', (quote, text, expected) => {
    const found = nearestPassage(text, quote)
    expect(found === undefined ? undefined : text.slice(found.start, found.end)).toBe(expected)
  })
})
