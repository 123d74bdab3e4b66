import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodings } from '../src/index.ts'
import { bytesOf } from './bytes.ts'
import { csvCases, faultyCsv } from './csv-cases.ts'

describe('a list of codings', () => {
  it.each(csvCases)('is read with %s', async (_, csv, rows) => {
    for (const given of [csv, bytesOf(csv)]) {
      const { value, problems } = await readCodings(given, { file: 'codings.csv' })
      expect(problems).toEqual([])
      expect(
        value.map(
          ({ source, quote, code, coder, place }) => `${place?.line}|${source}|${quote}|${code}|${coder}`,
        ),
      ).toEqual(rows)
    }
  })

  it.each(faultyCsv)(
    'with %s says so, with the line, and keeps the other rows',
    async (_, csv, faults, kept) => {
      const { value, problems } = await readCodings(csv, { file: 'codings.csv' })
      const found = problems.map(({ code, place }) => `${code}:${place?.line}`)
      expect(found.sort()).toEqual([...faults].sort())
      expect(
        problems.every(({ severity, place }) => severity === 'error' && place?.file === 'codings.csv'),
      ).toBe(true)
      expect(value.map(({ quote }) => quote)).toEqual(kept)
    },
  )

  it('with a column under two names is read by its own, and the other is said to be left out', async () => {
    const { value, problems } = await readCodings('source,quote,citaat,code,coder\na,een,twee,K,x')
    expect(value.map(({ quote }) => quote)).toEqual(['een'])
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.line])).toEqual([
      ['column-left-out', 'warning', 1],
    ])
  })

  it('with times without an offset takes them to be in UTC', async () => {
    const { value, problems } = await readCodings(
      'source,quote,code,coder,at\na,een,K,x,2024-10-03T10:15:00\na,twee,K,x,2024-10-03T10:20:00',
    )
    expect(value.map(({ at }) => at)).toEqual(['2024-10-03T10:15:00Z', '2024-10-03T10:20:00Z'])
    expect(problems).toEqual([])
  })

  it('takes what a row says beside quote and code', async () => {
    const { value } = await readCodings(
      'source,quote,code,coder,occurrence,start,memo,at,stance\na,een,K,x,2,17,Let op!,2024-10-03T10:15:00+02:00,contradicts\nb,twee,L,y,,,,,supports\nc,drie,M,z,,-1,,,Contradicts',
    )
    expect(value).toEqual([
      {
        source: 'a',
        quote: 'een',
        code: 'K',
        coder: 'x',
        occurrence: 2,
        start: 17,
        memo: 'Let op!',
        at: '2024-10-03T10:15:00+02:00',
        stance: 'contradicts',
        place: { line: 2 },
      },
      { source: 'b', quote: 'twee', code: 'L', coder: 'y', place: { line: 3 } },
      { source: 'c', quote: 'drie', code: 'M', coder: 'z', stance: 'contradicts', place: { line: 4 } },
    ])
  })

  it('that a spreadsheet on Windows saved is read, with a warning', async () => {
    const csv = Uint8Array.from([...bytesOf('source,quote,code,coder\na,caf'), 0xe9, ...bytesOf(',K,x')])
    const { value, problems } = await readCodings(csv, { file: 'codings.csv' })
    expect(value.map(({ quote }) => quote)).toEqual(['café'])
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['windows-1252', { file: 'codings.csv', line: 2 }],
    ])
  })

  it('that is not text says at which line', async () => {
    const { value, problems } = await readCodings(
      Uint8Array.from([...bytesOf('source,quote,code,coder\na,'), 0x81, ...bytesOf(',K,x')]),
      { file: 'codings.csv' },
    )
    expect(value).toEqual([])
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['not-utf8', { file: 'codings.csv', line: 2 }],
    ])
  })

  it('has places without a file where none is named', async () => {
    const { value, problems } = await readCodings('source,quote,code,coder\na,een,K,x\n,,,x')
    expect([value[0]?.place, problems[0]?.place]).toEqual([{ line: 2 }, { line: 3 }])
  })

  it('with a quote that never closes in a large file is told soon', async () => {
    const { problems } = await readCodings(
      `source,quote,code,coder\na,5" x,K,x\na,"een\n${'twee,drie,vier,vijf\n'.repeat(50_000)}`,
    )
    expect(problems.map(({ code, place }) => `${code}:${place?.line}`)).toEqual(['malformed-csv:3'])
  })

  it('gives back any cells that are quoted as CSV asks, and their lines', async () => {
    const cell = fc
      .array(fc.constantFrom('a', ',', ';', '"', '\n', ' ', '😀', "'", '=', 'é', '\t'), {
        minLength: 1,
        maxLength: 8,
      })
      .map(parts => parts.join(''))
      .filter(text => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async quotes => {
        const csv = quotes.map(quote => `s,"${quote.replaceAll('"', '""')}",K,x\n`)
        const { value, problems } = await readCodings(`source,quote,code,coder\n${csv.join('')}`)
        expect(problems).toEqual([])
        expect(value.map(({ quote }) => quote)).toEqual(quotes)
        let line = 2
        for (const [i, quote] of quotes.entries()) {
          expect(value[i]?.place?.line).toBe(line)
          line += quote.split('\n').length
        }
      }),
    )
  })
})
