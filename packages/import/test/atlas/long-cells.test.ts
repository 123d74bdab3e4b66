import { applyChanges, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/atlas/read-quotations.ts'
import { workbookOfSheets } from '../workbook/workbook-parts.ts'
import { reportStudy } from './report-study.ts'

const words = Array.from({ length: 6000 }, (_, i) => `woord${i}`).join(' ')
const lines = words.replaceAll(' ', '\n')

const studyWith = (text: string): Study => ({
  ...reportStudy,
  sources: reportStudy.sources.map(source => (source.id === 'zant' ? { ...source, text } : source)),
})

async function read(text: string, content: string, more: Parameters<typeof workbookOfSheets>[0] = []) {
  const study = studyWith(text)
  const book = await workbookOfSheets([
    [
      'Quotations',
      [
        ['Document', 'Quotation Content', 'Codes', 'Created by'],
        ['Gesprek mevrouw Zant', content, 'Bellen', 'Anna Bos'],
      ],
    ],
    ...more,
  ])
  const { value, problems } = await readQuotations(book, study)
  return {
    ends: applyChanges(study, value).segments.map(({ end }) => end),
    problems: problems.map(({ code, place }) => `${code} ${place?.line}`),
  }
}

describe('a quotation as long as a cell of a workbook can be', () => {
  it('may go on: that is said', async () => {
    expect(await read(words, words.slice(0, 32_767))).toEqual({ ends: [32_767], problems: ['quote-cut 2'] })
  })

  it('may go on too where line ends of two characters are read as one', async () => {
    const cell = lines.replaceAll('\n', '\r\n').slice(0, 32_767)
    expect((await read(lines, cell)).problems).toEqual(['quote-cut 2'])
  })

  it('does not if it ends where the text does', async () => {
    const whole = words.slice(0, 32_767)
    expect(await read(whole, whole)).toEqual({ ends: [32_767], problems: [] })
  })

  it('is not meant where a cell is shorter', async () => {
    expect(await read(words, words.slice(0, 32_000))).toEqual({ ends: [32_000], problems: [] })
  })
})

describe('a quotation that goes on in the sheet at the end is read whole', () => {
  it.each([
    ['Continued', 'goes on in the sheet', ['Sheet', 'Cell', 'Part', 'Text']],
    ['Vervolg', 'gaat verder in het blad', ['Blad', 'Cel', 'Deel', 'Tekst']],
  ])('%s', async (name, says, head) => {
    const content = `${words.slice(0, 32_000)}\n[${says} "${name}"]`
    const rest = [
      head,
      ['Quotations', 'B2', 2, words.slice(32_000, 50_000)],
      ['Quotations', 'B2', 3, words.slice(50_000)],
    ]
    expect(await read(words, content, [[name, rest]])).toEqual({ ends: [words.length], problems: [] })
  })
})
