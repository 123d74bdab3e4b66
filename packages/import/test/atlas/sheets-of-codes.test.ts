import { applyChanges } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { codeOfSheet } from '../../src/atlas/code-of-sheet.ts'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { workbookOfSheets } from '../workbook/workbook-parts.ts'
import { reportStudy, text } from './report-study.ts'

const zant = 'Gesprek mevrouw Zant'
const first = 'en dat is wat waard.'
const head = ['ID', 'Quotation Content', 'Reference']

async function read(...sheets: Parameters<typeof workbookOfSheets>[0]) {
  const { value, problems } = await readQuotations(await workbookOfSheets(sheets), reportStudy, {
    coder: 'anna',
  })
  const { segments, codings } = applyChanges(reportStudy, value)
  return {
    codings: codings.map(({ segment, code }) => {
      const { source, start, quote } = segments.find(({ id }) => id === segment)!
      return [source, start, quote, code]
    }),
    problems: problems.map(({ code, place }) => `${code} ${place?.path?.join() ?? ''}:${place?.line}`),
    messages: problems.map(({ message }) => message),
  }
}

describe('a workbook with a sheet of quotations for each code', () => {
  it('codes them with the code that their sheet is named for, in documents found by all words of their number', async () => {
    const { codings, problems, messages } = await read(
      ['Bellen', [head, ['2:1', first, '3 - 3'], ['2:2', 'Ze bellen terug', '4 - 4']]],
      ['Vertrouwen, wederzijds', [head, ['2:1', first, '3 - 3'], ['5:1', 'Het regent. Er is niemand.', '']]],
    )
    expect(codings).toEqual([
      ['zant', text.indexOf(first), first, 'bellen'],
      ['zant', text.indexOf('Ze bellen terug, ja'), 'Ze bellen terug', 'bellen'],
      ['zant', text.indexOf(first), first, 'vertrouwen-wederzijds'],
      ['markt', 0, 'Het regent.\nEr is niemand.', 'vertrouwen-wederzijds'],
    ])
    expect(problems).toEqual(['document-by-words Bellen:2', 'document-by-words Vertrouwen, wederzijds:3'])
    expect(messages[0]).toContain('document 2 is taken to be "zant"')
  })

  it('has documents by their name where it has a column of them', async () => {
    const named = ['ID', 'Document', 'Quotation Content', 'Number of Codes']
    expect(await read(['Bellen', [named, ['1:1', zant, first, 3]]])).toMatchObject({
      codings: [['zant', text.indexOf(first), first, 'bellen']],
      problems: [],
    })
  })

  it('leaves out quotations of a document that too few words tell, or none', async () => {
    expect(
      await read([
        'Bellen',
        [head, ['1:1', 'Er is niemand.', ''], ['2:1', 'Dit staat in geen enkele tekst.', '']],
      ]),
    ).toMatchObject({ codings: [], problems: ['no-document :2', 'no-document :3'] })
  })

  it('takes no source for two documents', async () => {
    const { codings, problems } = await read([
      'Bellen',
      [head, ['1:1', 'Ze bellen terug, en dat is wat waard.', ''], ['2:1', 'Dat wisselt per wethouder', '']],
    ])
    expect(codings).toEqual([
      ['zant', text.indexOf('Ze bellen'), 'Ze bellen terug, en dat is wat waard.', 'bellen'],
    ])
    expect(problems).toEqual(['document-by-words :2', 'no-document :3'])
  })

  it('leaves out a sheet that is named for no code, or for several, and says how to have it read', async () => {
    const rows = [head, ['1:1', 'Ze bellen terug, en dat is wat waard.', '']]
    const { codings, problems } = await read(
      ['Bellen', rows],
      ['Regen', rows],
      ['Overig', rows],
      ['Info', [['Project', 'x']]],
    )
    expect(codings).toHaveLength(1)
    expect(problems.slice(0, 2)).toEqual(['unknown-code Regen:1', 'ambiguous-code Overig:1'])
  })

  it('leaves out two sheets that seem to be of one code', async () => {
    const rows = [head, ['1:1', 'Ze bellen terug, en dat is wat waard.', '']]
    expect((await read(['Bellen', rows], ['Bellen.', rows])).problems).toEqual([
      'ambiguous-code Bellen:1',
      'ambiguous-code Bellen.:1',
    ])
  })

  it('is none where no sheet is named for a code', async () => {
    expect((await read(['Blad1', [head, ['1:1', first, '']]])).problems).toEqual([
      'not-a-quotation-report :1',
    ])
  })
})

describe('the code that a sheet is named for', () => {
  const code = (id: string, nl: string, parent: string | null = null) =>
    ({ id, label: { nl }, parent, level: 'sub-code', origin: 'deductive', version: 1 }) as const
  const codeOf = codeOfSheet(
    [
      code('a', 'Boos/geïrriteerd?'),
      code('b', 'Samenwerking met de gemeente op papier'),
      code('c', 'Samenwerking met de gemeente in het echt'),
      code('d', 'Het wachten op een antwoord van de ander'),
      code('e', 'Wachten', 'a'),
    ],
    'nl',
  )

  it.each([
    ['Boos_geïrriteerd', 'a'],
    ['Samenwerking met de gemeente op', 'b'],
    ['Samenwerking met de gemeente i…', 'c'],
    ['Samenwerking met de gemeente', 'ambiguous'],
    ['Samenwerking met de gemeente1', 'ambiguous'],
    ['Het wachten op een antwoord va1', 'd'],
    ['Boos_geïrriteerd_ Wachten', 'e'],
    ['Het wachten', undefined],
    ['Info', undefined],
  ])('"%s"', (sheet, id) => {
    const found = codeOf(sheet)
    expect(found === 'ambiguous' ? found : found?.id).toBe(id)
  })
})
