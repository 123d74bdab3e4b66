import { applyChanges, type Change, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { workbookOf } from '../workbook/workbook-parts.ts'
import { quotationCases } from './quotation-cases.ts'
import { reportStudy, text } from './report-study.ts'

/** A CSV file with the given columns in each row. */
function csvOf(rows: readonly Readonly<Record<string, string>>[], delimiter = ','): string {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`
  return [names, ...rows.map(row => names.map(name => row[name] ?? ''))]
    .map(cells => cells.map(cell).join(delimiter))
    .join('\r\n')
}

function codesAt(study: Study): readonly { readonly quote: string; readonly codes: readonly string[] }[] {
  return study.segments.map(({ id, quote }) => ({
    quote,
    codes: study.codings.filter(coding => coding.segment === id).map(coding => coding.code),
  }))
}

const row = {
  Document: 'Gesprek mevrouw Zant',
  'Quotation Content': 'en dat is wat waard.',
  Codes: 'Bellen',
  'Created by': 'Anna Bos',
}

describe('a row of a quotation report:', () => {
  it.each(quotationCases)('$of', async ({ row: given, quote, codes, problems = [] }) => {
    const read = await readQuotations(csvOf([given]), reportStudy, { file: 'rapport.csv' })
    expect(read.problems.map(problem => problem.code)).toEqual(problems)
    for (const { place } of read.problems) expect(place).toEqual({ file: 'rapport.csv', line: 2 })
    const study = applyChanges(reportStudy, read.value)
    expect(codesAt(study)).toEqual(quote === undefined ? [] : [{ quote, codes }])
  })

  it('stands where the paragraph says, of several places with the same words', async () => {
    const starts = async (reference: string) => {
      const csv = csvOf([{ ...row, 'Quotation Content': 'Ze bellen terug', Reference: reference }])
      const { value } = await readQuotations(csv, reportStudy)
      return applyChanges(reportStudy, value).segments.map(segment => segment.start)
    }
    const second = text.indexOf('Ze bellen terug, ja')
    expect(await starts('3 - 3')).toEqual([text.indexOf('Ze bellen terug')])
    expect(await starts('¶ 4')).toEqual([second])
    expect(await starts('6 – 6')).toEqual([text.lastIndexOf('Ze bellen terug')])
  })
})

describe('a quotation that stands once as written, and once with other spaces', () => {
  const source = { ...reportStudy.sources[0]!, text: 'Ze bellen terug.\nNiets.\nZe  bellen terug.' }
  const study = { ...reportStudy, sources: [source] }

  it.each([
    ['3 - 3', 24],
    ['1 - 1', 0],
    ['2 - 2', 0],
    ['', 0],
  ])('is in the paragraph named: %s', async (reference, start) => {
    const csv = csvOf([{ ...row, 'Quotation Content': 'Ze bellen terug', Reference: reference }])
    const { value, problems } = await readQuotations(csv, study)
    expect(problems).toEqual([])
    expect(value[0]).toMatchObject({ segment: { start } })
  })
})

describe('a quotation of a PDF', () => {
  it.each([
    ['letters that are printed as one', 'Een e\uFB03ciënte \uFB01etser', 'Een efficiënte fietser', 0],
    ['a word with a hyphen of its own at the end of a line', 'per e-\nmail', 'Ze schrijft per e-mail.', 12],
  ])('is found with %s', async (_, content, words, start) => {
    const study = { ...reportStudy, sources: [{ ...reportStudy.sources[0]!, text: words }] }
    const { value, problems } = await readQuotations(csvOf([{ ...row, 'Quotation Content': content }]), study)
    expect(problems).toEqual([])
    expect(value[0]).toMatchObject({ segment: { start } })
  })
})

describe('a quotation from a text with letters and accents apart', () => {
  it('ends after the accent', async () => {
    const words = 'Over het cafe\u0301 en het idee.'
    const sources = reportStudy.sources.map(source =>
      source.id === 'zant' ? { ...source, text: words } : source,
    )
    const csv = csvOf([{ ...row, 'Quotation Content': 'het café' }])
    const { value, problems } = await readQuotations(csv, { ...reportStudy, sources })
    expect(problems).toEqual([])
    expect(value[0]).toMatchObject({ segment: { start: 5, end: 14, quote: 'het cafe\u0301' } })
  })
})

describe('a quotation report is read', () => {
  const heads: readonly (readonly [string, readonly string[]])[] = [
    ['Windows', ['Document', 'Quotation Content', 'Codes', 'Created by']],
    ['Mac', ['Document', 'Text Content', 'Codes', 'Author']],
    ['web', ['document', 'content', 'codes', 'created_by']],
    ['German', ['Dokument', 'Zitatinhalt', 'Kodes', 'Erstellt von']],
    ['Spanish', ['Documento', 'Contenido de la cita', 'Códigos', 'Creado por']],
  ]
  const values = Object.values(row)

  it.each(heads)('with the columns of %s, in any order', async (_, names) => {
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
    ]) {
      const csv = csvOf([Object.fromEntries(order.map(i => [names[i]!, values[i]!]))])
      const { value, problems } = await readQuotations(csv, reportStudy)
      expect(problems).toEqual([])
      expect(value.map(change => [change.kind, change.by])).toEqual([
        ['add-segment', 'anna'],
        ['code-segment', 'anna'],
      ])
    }
  })

  it.each([
    ['commas', csvOf([row])],
    ['semicolons, with a byte order mark', `\uFEFF${csvOf([row], ';')}`],
    ['tabs', csvOf([row], '\t')],
    ['semicolons in UTF-16', Buffer.from(`\uFEFF${csvOf([row], ';')}`, 'utf16le')],
  ])('from %s', async (_, csv) => {
    const { value, problems } = await readQuotations(csv, reportStudy)
    expect(problems).toEqual([])
    expect(value).toHaveLength(2)
  })

  it('from a workbook, below a title, with times and numbers of its own', async () => {
    const inline = (cell: string, value: string) =>
      `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
    const bytes = await workbookOf({
      sheet: [
        `<row r="1">${inline('A1', 'Quotation Report')}</row>`,
        `<row r="3">${['ID', 'Document', 'Quotation Content', 'Codes', 'Density', 'Created by', 'Created'].map((name, i) => inline(`${'ABCDEFG'[i]}3`, name)).join('')}</row>`,
        `<row r="4">${inline('A4', '1:1')}${inline('B4', 'Gesprek mevrouw Zant')}${inline('C4', 'en dat is wat waard.')}${inline('D4', 'Bellen, Vertrouwen, wederzijds')}<c r="E4"><v>2</v></c>${inline('F4', 'Bram Ost')}<c r="G4" s="2"><v>45363.427083333336</v></c></row>`,
        `<row r="5">${inline('B5', 'Elders')}${inline('C5', 'x')}</row>`,
      ].join(''),
    })
    const { value, problems } = await readQuotations(bytes, reportStudy, { file: 'rapport.xlsx' })
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['unknown-document', { file: 'rapport.xlsx', line: 5 }],
    ])
    expect(value).toMatchObject([
      { kind: 'add-coder', coder: { id: 'bram-ost', label: 'Bram Ost' } },
      { kind: 'add-segment', by: 'bram-ost', at: '2024-03-12T10:15:00Z' },
      { kind: 'code-segment', coding: { code: 'bellen' }, at: '2024-03-12T10:15:00Z' },
      { kind: 'code-segment', coding: { code: 'vertrouwen-wederzijds' } },
    ])
  })

  it('only once: what the study has is not added again', async () => {
    const csv = csvOf([{ ...row, Comment: 'Let op', 'Quotation Name': 'De kern' }, row])
    const first = await readQuotations(csv, reportStudy)
    expect(first.value.map(change => change.kind)).toEqual(['add-segment', 'write-memo', 'code-segment'])
    const study = applyChanges(reportStudy, first.value)
    expect(await readQuotations(csv, study)).toEqual({ value: [], problems: [] })
  })

  it('on a segment of its own where one that is lost stood there', async () => {
    const csv = csvOf([row])
    const coded = applyChanges(reportStudy, (await readQuotations(csv, reportStudy)).value)
    const study = {
      ...coded,
      segments: coded.segments.map(segment => ({ ...segment, verdict: 'lost' as const })),
    }
    const [{ id }] = coded.segments as [(typeof coded.segments)[0]]
    const { value } = await readQuotations(csv, study)
    const added = value.flatMap(change => (change.kind === 'add-segment' ? [change.segment.id] : []))
    expect(added).toEqual([`${id}/2`])
  })

  it('with comments on the segment, and names that are not its first words as memos', async () => {
    const csv = csvOf([
      { ...row, 'Quotation Name': 'en dat is…', 'Quotation Comment': 'Let op\nNog eens' },
      { ...row, 'Quotation Name': 'De kern', 'Quotation Comment': 'Iets anders' },
    ])
    const study = applyChanges(reportStudy, (await readQuotations(csv, reportStudy)).value)
    expect(study.segments.map(segment => segment.comment)).toEqual(['Let op\nNog eens'])
    expect(study.memos.map(memo => memo.text)).toEqual(['Iets anders', 'De kern'])
  })

  it('with new codes where that is asked, also in a category', async () => {
    const csv = csvOf([
      { ...row, Codes: 'Weer: Regen\nWeer: Zon\nBellen\nSamenwerking: Regen' },
      { ...row, Codes: 'weer: regen' },
    ])
    const { value, problems } = await readQuotations(csv, reportStudy, { addCodes: true })
    expect(problems).toEqual([])
    const added = value.filter(
      (change): change is Change & { kind: 'add-code' } => change.kind === 'add-code',
    )
    expect(added.map(({ code }) => [code.id, code.label, code.parent])).toEqual([
      ['weer', { nl: 'Weer' }, null],
      ['regen', { nl: 'Regen' }, 'weer'],
      ['zon', { nl: 'Zon' }, 'weer'],
      ['regen-2', { nl: 'Regen' }, 'samen'],
    ])
    expect(codesAt(applyChanges(reportStudy, value))[0]?.codes).toEqual(['regen', 'zon', 'bellen', 'regen-2'])
  })

  it('with new codes in one line that stand alone elsewhere in the report, before or after', async () => {
    const csv = csvOf([
      { ...row, Codes: 'Weer, wind, Bellen' },
      { ...row, 'Quotation Content': 'Dat wisselt per wethouder', Codes: 'Weer, wind\nBellen' },
      { ...row, 'Quotation Content': 'Hoe gaat het', Codes: 'Bellen, Zon' },
    ])
    const { value, problems } = await readQuotations(csv, reportStudy, { addCodes: true })
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['ambiguous-codes', 5]])
    const study = applyChanges(reportStudy, value)
    expect(codesAt(study).map(({ codes }) => codes)).toEqual([
      ['weer-wind', 'bellen'],
      ['weer-wind', 'bellen'],
      [],
    ])
    expect((await readQuotations(csv, reportStudy)).problems[0]?.code).toBe('ambiguous-codes')
  })

  it('are not added by the hundred thousand: such a column holds other words', async () => {
    const rows = Array.from({ length: 100_001 }, (_, i) => `a,b,c${i},1\n`)
    const csv = `Document,Quotation Content,Codes,Number of Codes\na,b,"x, y",2\n${rows.join('')}`
    const { value, problems } = await readQuotations(csv, reportStudy, { addCodes: true, file: 'r.csv' })
    expect(value).toEqual([])
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.file])).toEqual([
      ['too-many-codes', 'error', 'r.csv'],
    ])
  })

  it('with new codes that do not keep the backslash before a slash', async () => {
    const csv = csvOf([{ ...row, Codes: 'Weer\\\\/wind' }])
    const { value } = await readQuotations(csv, reportStudy, { addCodes: true })
    expect(value.find(({ kind }) => kind === 'add-code')).toMatchObject({
      code: { label: { nl: 'Weer/wind' } },
    })
  })

  it('with new codes that do not keep the dot before their name', async () => {
    const csv = csvOf([{ ...row, Codes: '● Weer\n○ Weer: Regen' }])
    const { value, problems } = await readQuotations(csv, reportStudy, { addCodes: true })
    expect(problems).toEqual([])
    expect(
      value.flatMap(change => (change.kind === 'add-code' ? [[change.code.label, change.code.parent]] : [])),
    ).toEqual([
      [{ nl: 'Weer' }, null],
      [{ nl: 'Regen' }, 'weer'],
    ])
  })

  it.each([
    ['', 'the row does not tell which is meant'],
    ['5 - 5', 'none of these is in paragraph 5, which the row names'],
    ['3 - 4', 'none of these is in paragraphs 3 to 4, which the row names'],
  ])('with why a place is not clear, where the row says "%s"', async (reference, why) => {
    const csv = csvOf([{ ...row, 'Quotation Content': 'Ze bellen terug', Reference: reference }])
    const { problems } = await readQuotations(csv, reportStudy)
    expect(problems.map(({ code }) => code)).toEqual(['quote-ambiguous'])
    expect(problems[0]?.message).toContain(why)
  })

  it('with what is known and what is not in codes that cannot be told apart', async () => {
    const messageOf = async (codes: string, count: string) => {
      const csv = csvOf([{ ...row, Codes: codes, 'Number of Codes': count }])
      const { problems } = await readQuotations(csv, reportStudy)
      return problems.map(({ code, message }) => `${code}: ${message}`).join()
    }
    expect(await messageOf('Bellen, Regen, Zon', '')).toMatch(/^ambiguous-codes: .*"Regen", "Zon"/)
    expect(await messageOf('Bellen, Vertrouwen, wederzijds', '')).toMatch(/^ambiguous-codes: (?!.*unknown)/)
    expect(await messageOf('Bellen\nVertrouwen', '3')).toMatch(/^code-count: .*states 3 .*has 2/)
    expect(await messageOf('', '3')).toMatch(/^code-count: .*states 3 .*has 0/)
  })

  it('with very much space in codes and places, soon', async () => {
    const space = ' '.repeat(400_000)
    const csv = csvOf([{ ...row, Codes: `Bellen${space}x`, Reference: `3 -${space}x` }])
    const { problems } = await readQuotations(csv, reportStudy)
    expect(problems.map(({ code }) => code)).toEqual(['unknown-code'])
  })

  it('with the coder that is named where rows name none, or else with a warning, once', async () => {
    const { 'Created by': _, ...bare } = row
    const csv = csvOf([bare, { ...bare, 'Quotation Content': 'Dat wisselt per wethouder' }])
    const named = await readQuotations(csv, reportStudy, { coder: 'anna bos' })
    expect([named.problems, named.value.map(change => change.by)]).toEqual([[], Array(4).fill('anna')])
    const unnamed = await readQuotations(csv, reportStudy)
    expect(unnamed.problems.map(({ code, severity }) => [code, severity])).toEqual([['no-coder', 'warning']])
    expect(unnamed.value[0]).toMatchObject({ kind: 'add-coder', coder: { label: 'Onbekende codeur' } })
  })

  it.each([
    ['nothing', ''],
    ['another table', 'Naam;Leeftijd\nJan;40\n'],
    ['a report without codes', 'Document,Quotation Content\na,b\n'],
    [
      'a report as text of an older version',
      'HU: x\n\nP 1: Gesprek.rtf - 1:1 [en dat is..]  (3:3)   (Super)\nCodes:\t[Bellen]\nNo memos\n\nen dat is wat waard.\n',
    ],
    [
      'a report as text',
      'Quotation Report\n\n1:1 ¶ 3 in Gesprek\nContent: en dat is wat waard.\nCodes: ● Bellen\n',
    ],
  ])('not from %s', async (_, csv) => {
    const { value, problems } = await readQuotations(csv, reportStudy)
    expect([value, problems.map(problem => problem.code)]).toEqual([[], ['not-a-quotation-report']])
  })
})
