import { readArchive, writeArchive } from '@codeerbank/archive'
import { applyChanges } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { rowsOf, workbookFiles, workbookOf, workbookOfSheets } from '../workbook/workbook-parts.ts'
import { reportStudy, text } from './report-study.ts'

/** The files of an archive as text. */
async function filesOf(bytes: Uint8Array) {
  const entries = await readArchive(bytes)
  return Promise.all(
    entries.map(async ({ name, chunks }) => {
      const pieces: Uint8Array[] = []
      for await (const piece of chunks()) pieces.push(piece)
      return { name, content: Buffer.concat(pieces).toString() }
    }),
  )
}

async function read(content: string | Uint8Array) {
  const { value, problems } = await readQuotations(content, reportStudy)
  const { segments, codings } = applyChanges(reportStudy, value)
  return {
    quotes: segments.map(({ quote }) => quote),
    starts: segments.map(({ start }) => start),
    codes: segments.map(({ id }) => codings.filter(({ segment }) => segment === id).map(({ code }) => code)),
    at: segments.map(({ at }) => at),
    comments: segments.map(({ comment }) => comment),
    problems: problems.map(({ code, place }) => `${code} ${place?.line ?? place?.path?.join('!')}`),
    messages: problems.map(({ message }) => message),
  }
}

const zant = 'Gesprek mevrouw Zant'
const first = 'en dat is wat waard.'

describe('a report whose times were changed when it was saved again', () => {
  it('has them by the date of change where that tells what comes first', async () => {
    const csv = `Document,Quotation Content,Codes,Created by,Created,Modified\n${zant},${first},Bellen,Anna Bos,3/4/2024 10:15,3/13/2024 9:00\n`
    expect(await read(csv)).toMatchObject({ at: ['2024-03-04T10:15:00Z'], problems: [] })
  })

  it.each([
    ['separated by semicolons', ';', 'Document;Quotation Content;Codes;Created by;Created', '3/4/2024 10:15'],
    ['with heads in Spanish', ',', 'Documento,Contenido de cita,Códigos,Creado por,Creado', '3/4/2024 10:15'],
    ['in Dutch, with hyphens', ',', 'Bron,Citaat,Codes,Codeur,Gemaakt op', '3-4-2024 10:15'],
  ])('has them with the day first, and a warning, %s', async (_, sign, head, time) => {
    const csv = `${head}\n${[zant, first, 'Bellen', 'Anna Bos', time].join(sign)}\n`
    const found = await read(csv)
    expect(found).toMatchObject({ at: ['2024-04-03T10:15:00Z'], problems: ['day-first 2'] })
    expect(found.messages[0]).toContain(`"${time}" is read as 2024-04-03T10:15:00Z`)
  })

  it('has them as numbers of days in a workbook, which may count from 1904 on', async () => {
    const book = (days: number, properties = '') =>
      workbookOf({
        properties,
        sheet: rowsOf([
          ['Document', 'Quotation Content', 'Codes', 'Created by', 'Created'],
          [zant, first, 'Bellen', 'Anna Bos', days],
        ]),
      })
    const found = { at: ['2024-03-12T12:00:00Z'], problems: ['serial-time 2'] }
    expect(await read(await book(45363.5))).toMatchObject(found)
    expect(await read(await book(43901.5, 'date1904="1"'))).toMatchObject(found)
  })
})

describe('the place of a quotation is told by a reference such as', () => {
  const second = text.indexOf('Ze bellen terug, ja')
  const csv = (reference: string, id = '1:1') =>
    `ID,Document,Quotation Content,Codes,Created by,Reference\n${id},${zant},Ze bellen terug,Bellen,Anna Bos,${reference}\n`

  it.each(['(4:15) - (4:30)', '4:15 - 4:30', '4 [15] - 4 [30]', '(4:4)', '4:4', '4.0', 'par. 4'])(
    '%s',
    async reference => {
      expect(await read(csv(reference))).toMatchObject({ starts: [second], problems: [] })
    },
  )

  it('nothing that is only the number of the quotation, or a page', async () => {
    for (const each of [csv('4:4', '4:4'), csv('4:4', ''), csv('p 4')])
      expect((await read(each)).problems).toEqual(['quote-ambiguous 2'])
  })

  it('a place in a paragraph, but in a PDF, where it is one on a page', async () => {
    const [source, ...others] = reportStudy.sources
    const pdf = { ...source!, origin: { ...source!.origin!, format: 'pdf' } }
    const read = async (reference: string) => {
      const study = { ...reportStudy, sources: [pdf, ...others] }
      return (await readQuotations(csv(reference), study)).problems.map(({ code }) => code)
    }
    expect(await read('(4:15) - (4:30)')).toEqual(['quote-ambiguous'])
    expect(await read('4 - 4')).toEqual([])
  })
})

describe('the codes of a quotation are read from', () => {
  it('a row for each, with their number in all', async () => {
    const head = 'ID,Document,Quotation Content,Created by,Codes'
    const rows = ['Bellen', '"Vertrouwen, wederzijds"'].map(
      code => `1:1,${zant},${first},Anna Bos,${code},2\n`,
    )
    for (const name of ['Number of Codes', 'Density'])
      expect(await read(`${head},${name}\n${rows.join('')}`)).toMatchObject({
        codes: [['bellen', 'vertrouwen-wederzijds']],
        problems: [],
      })
  })

  it('a column for each', async () => {
    for (const names of ['Codes,Codes', 'Code 1,Code 2', 'Codes,Code 2'])
      expect(
        await read(
          `Document,Quotation Content,Created by,${names}\n${zant},${first},Anna Bos,Bellen,Vertrouwen\n`,
        ),
      ).toMatchObject({ codes: [['bellen', 'vertrouwen']], problems: [] })
  })

  it('names with a backslash before each slash', async () => {
    const codes = reportStudy.codes.map(code =>
      code.id === 'bellen' ? { ...code, label: { nl: 'Bellen/mailen' } } : code,
    )
    const csv = `Document,Quotation Content,Created by,Codes\n${zant},${first},Anna Bos,Bellen\\\\/mailen\n`
    const { value, problems } = await readQuotations(csv, { ...reportStudy, codes })
    expect([problems, value.map(({ kind }) => kind)]).toEqual([[], ['add-segment', 'code-segment']])
  })
})

describe('what a report has is not lost without a word:', () => {
  it('a second column of comments', async () => {
    const csv = `Document,Quotation Content,Codes,Created by,Comment,Quotation Comment\n${zant},${first},Bellen,Anna Bos,Van het document,Van het citaat\n`
    expect(await read(csv)).toMatchObject({
      comments: ['Van het citaat'],
      problems: ['column-passed-over 1'],
    })
  })

  it('but not one that says the same', async () => {
    const csv = `Document,Quotation Content,Codes,Created by,Comment,Quotation Comment\n${zant},${first},Bellen,Anna Bos,Let op,Let op\n${zant},Hoe gaat het,Bellen,Anna Bos,,Kijk\n`
    expect(await read(csv)).toMatchObject({ comments: ['Let op', 'Kijk'], problems: [] })
  })

  it('a row with a comment or a number alone', async () => {
    const csv = `ID,Document,Quotation Content,Codes,Comment\n,,,,Los commentaar\n1:3,,,,\nTotaal,,,,\n`
    expect((await read(csv)).problems).toEqual(['no-words 2', 'no-words 3'])
  })

  it('cells that an unquoted comma pushed past the last column, and notes beside the table', async () => {
    const head = 'Document,Quotation Content,Created by,Codes'
    const row = `${zant},${first},Anna Bos,Bellen`
    expect((await read(`${head}\n${row}\n${zant},Hoe gaat het, op het plein,Bellen,x\n`)).problems).toContain(
      'unheaded-cells 3',
    )
    const found = await read(`${head},,\n${row},,nakijken\n${row},,ook\n`)
    expect(found).toMatchObject({ codes: [['bellen']], problems: ['unheaded-cells 2'] })
    expect(found.messages[0]).toContain('as 1 more does')
  })

  it('the result of a formula that was not saved', async () => {
    const sheet = rowsOf([
      ['Document', 'Quotation Content', 'Created by', 'Codes'],
      [zant, first, 'Anna Bos', 'FORMULA'],
    ]).replace('<c t="inlineStr"><is><t xml:space="preserve">FORMULA</t></is></c>', '<c r="D2"><f>A1</f></c>')
    expect((await read(await workbookOf({ sheet }))).problems).toEqual(['cell-error Blad1!D2'])
  })
})

describe('a report whose rows were each saved as one cell', () => {
  it('is read as it was, with the rows where they are', async () => {
    const csv = `"Document,Quotation Content,Codes,Created by"\n"${zant},""${first}"",""Bellen, Luisteren, niet horen"",Anna Bos"\n\n"Elders,x,Bellen,Anna Bos"\n`
    expect(await read(csv)).toMatchObject({
      codes: [['bellen', 'luisteren']],
      problems: ['unknown-document 4'],
    })
  })
})

describe('a hidden sheet', () => {
  const head = ['Document', 'Quotation Content', 'Codes', 'Created by']
  const hidden = async (bytes: Uint8Array, name: string) =>
    writeArchive(
      (await filesOf(bytes)).map(file => ({
        ...file,
        content: file.content.replace(`<sheet name="${name}"`, `<sheet name="${name}" state="hidden"`),
      })),
    )

  it('is not read beside one that is shown, and that is said', async () => {
    const book = await workbookOfSheets([
      ['Nu', [head, [zant, first, 'Bellen', 'Anna Bos']]],
      ['Oud', [head, [zant, first, 'Vertrouwen', 'Anna Bos']]],
    ])
    const found = await read(await hidden(book, 'Oud'))
    expect(found).toMatchObject({ codes: [['bellen']], problems: ['hidden-sheet 1'] })
    expect(found.messages[0]).toContain('"Oud" is not read')
  })

  it('is read where no other has quotations, and that is said too', async () => {
    const files = workbookFiles({ sheet: rowsOf([head, [zant, first, 'Bellen', 'Anna Bos']]) })
    const found = await read(await hidden(await writeArchive(files), 'Blad1'))
    expect(found).toMatchObject({ codes: [['bellen']], problems: ['hidden-sheet 1'] })
  })
})

describe('words and documents are found', () => {
  it('with quotation marks around the words', async () => {
    const csv = `Document,Quotation Content,Codes,Created by\n${zant},"“${first}”",Bellen,Anna Bos\n`
    expect(await read(csv)).toMatchObject({ quotes: [first], problems: [] })
  })

  it.each(['Document 1: Gesprek mevrouw Zant', 'Gesprek_mevrouw_Zant.docx'])('%s', async document => {
    const csv = `Document,Quotation Content,Codes,Created by\n${document},${first},Bellen,Anna Bos\n`
    expect(await read(csv)).toMatchObject({ quotes: [first], problems: [] })
  })
})
