import type { Coding, Segment, Source, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { codingsToCsv } from '../src/index.ts'
import { nameCodes, pathText } from '../src/name-codes.ts'
import { documentNames, quotationRows } from '../src/segments-to-csv.ts'
import { awkwardStudy } from './export-cases.ts'

const [source] = awkwardStudy.sources as readonly [Source]
const [segment] = awkwardStudy.segments as readonly [Segment]
const [coding] = awkwardStudy.codings as readonly [Coding]

/** Where the columns of the quotation report are. */
const at = {
  id: 0,
  name: 1,
  document: 2,
  groups: 3,
  codes: 6,
  reference: 7,
  density: 8,
  by: 9,
  last: 10,
  made: 11,
  changed: 12,
}

function studyOf(more: Partial<Study>): Study {
  return { ...awkwardStudy, ...more }
}

function nameOf(quote: string): unknown {
  return quotationRows(studyOf({ segments: [{ ...segment, quote }], codings: [] }), 'nl')[0]![at.name]
}

describe('the name of a quotation', () => {
  it.each([
    ['a short one is whole', 'kort', 'kort'],
    ['nothing is nothing', '', ''],
    ['white space is one space, and none at the ends', '  een\n\ttwee  ', 'een twee'],
    ['60 characters are whole', 'x'.repeat(60), 'x'.repeat(60)],
    ['of 61 without a space, 60 are left', 'x'.repeat(61), `${'x'.repeat(60)}…`],
    ['it is cut between words', `${'x'.repeat(50)} ${'y'.repeat(20)}`, `${'x'.repeat(50)}…`],
    [
      'not in the first half, where little would be left',
      `${'x'.repeat(20)} ${'y'.repeat(60)}`,
      `${'x'.repeat(20)} ${'y'.repeat(39)}…`,
    ],
    ['never within a character', `${'x'.repeat(59)}😀${'y'.repeat(9)}`, `${'x'.repeat(59)}…`],
  ])('%s', (_, quote, name) => {
    expect(nameOf(quote)).toBe(name)
  })
})

describe('the quotation report', () => {
  it('goes by the order of sources, then of creation, whatever the order of segments', () => {
    const second = { ...source, id: 's2', title: 'Tweede' }
    const of = (id: string, inSource: string) => ({ ...segment, id, source: inSource })
    const rows = quotationRows(
      studyOf({
        sources: [second, source],
        segments: [of('a', 's1'), of('b', 's2'), of('c', 's1')],
        codings: [],
      }),
      'nl',
    )
    expect(rows.map(row => [row[at.id], row[at.document]])).toEqual([
      ['1:1', 'Tweede'],
      ['2:1', 'Gesprek'],
      ['2:2', 'Gesprek'],
    ])
  })

  it('counts a code once, however many coders set it, and goes by the order in which they were set', () => {
    const codings = [
      { ...coding, id: '1', code: 'stil', coder: 'anna' },
      { ...coding, id: '2', code: 'ruzie', coder: 'anna' },
      { ...coding, id: '3', code: 'stil', coder: 'bram' },
    ]
    const [row] = quotationRows(studyOf({ segments: [segment], codings }), 'nl')
    expect([row![at.codes], row![at.density]]).toEqual(['=Stil\nRuzie, soms', 2])
  })

  it('has a quotation without codes, with a density of 0', () => {
    const [row] = quotationRows(studyOf({ segments: [segment], codings: [] }), 'nl')
    expect([row![at.codes], row![at.density], row![at.last], row![at.changed]]).toEqual([
      '',
      0,
      'Anna, A.',
      '2024-03-01T09:00:00+01:00',
    ])
  })

  it('was changed last by whom the clock of the world says, not by the letters of the time', () => {
    const codings = [
      // An hour before noon in UTC, and two hours before it: the later one has the smaller text.
      { ...coding, id: '1', coder: 'bram', at: '2024-06-01T09:00:00-02:00' },
      { ...coding, id: '2', coder: 'anna', at: '2024-06-01T12:00:00+02:00' },
    ]
    const [row] = quotationRows(studyOf({ segments: [segment], codings }), 'nl')
    expect([row![at.last], row![at.changed]]).toEqual(['Bram', '2024-06-01T09:00:00-02:00'])
  })

  it('names who is no coder of the study by the id', () => {
    const [row] = quotationRows(studyOf({ segments: [{ ...segment, by: 'import' }], codings: [] }), 'nl')
    expect(row![at.by]).toBe('import')
  })

  it('says in which paragraphs a quotation begins and ends; the end of a line is still of its paragraph', () => {
    const text = 'een\ntwee\n\nvier'
    const referenceOf = (start: number, end: number) =>
      quotationRows(
        studyOf({
          sources: [{ ...source, text, turns: [] }],
          segments: [{ ...segment, start, end }],
          codings: [],
        }),
        'nl',
      )[0]![at.reference]
    expect(referenceOf(0, 3)).toBe('1 - 1')
    expect(referenceOf(0, 4)).toBe('1 - 1')
    expect(referenceOf(0, 5)).toBe('1 - 2')
    expect(referenceOf(4, 14)).toBe('2 - 4')
    // A place past the end of the text, as one whose text was corrected may have.
    expect(referenceOf(90, 99)).toBe('4 - 4')
  })

  it('is in the language of the labels that is asked for, and shows an unknown case by its id', () => {
    const rows = (language: 'nl' | 'en') =>
      quotationRows(studyOf({ sources: [{ ...source, case: 'west', kind: 'fieldwork-note' }] }), language)[0]!
    expect(rows('nl')[at.groups]).toBe('West\nVeldwerknotitie')
    expect(rows('en')[at.groups]).toBe('West side\nFieldwork note')
    expect(rows('en')[at.codes]).toBe('ruzie <i>\nstil <i>')
    const unknown = quotationRows(studyOf({ sources: [{ ...source, case: 'weg' }] }), 'nl')[0]!
    expect(unknown[at.groups]).toBe('weg\nInterview')
  })
})

describe('the names of documents', () => {
  it.each([
    ['titles, where they differ', ['A', 'B'], ['A', 'B']],
    ['titles with ids, where two are the same', ['A', 'B', 'A'], ['A (1)', 'B', 'A (3)']],
    ['also where titles are empty', ['', ''], [' (1)', ' (2)']],
    ['told apart by capitals', ['a', 'A'], ['a', 'A']],
  ])('are %s', (_, titles, names) => {
    expect(documentNames(titles.map((title, i) => ({ ...source, id: String(i + 1), title })))).toEqual(names)
  })
})

describe('the names of codes', () => {
  const code = (id: string, parent: string | null, nl: string) => ({
    ...awkwardStudy.codes[0]!,
    id,
    parent,
    label: { nl },
  })
  const codes = [
    code('a', null, 'A'),
    code('b', 'a', 'Gelijk'),
    code('c', null, 'C'),
    code('d', 'c', 'Gelijk'),
  ]

  it('are labels, and paths where two bear one label', () => {
    expect([...nameCodes(codes, 'nl')]).toEqual([
      ['a', 'A'],
      ['b', 'A > Gelijk'],
      ['c', 'C'],
      ['d', 'C > Gelijk'],
    ])
  })

  it('have their ids where their paths are the same too, as in one language alone', () => {
    const english = [
      { ...codes[0]!, label: { nl: 'Een', en: 'Same' } },
      { ...codes[2]!, label: { nl: 'Twee', en: 'Same' } },
    ]
    expect([...nameCodes(english, 'nl').values()]).toEqual(['Een', 'Twee'])
    expect([...nameCodes(english, 'en').values()]).toEqual(['Same (a)', 'Same (c)'])
  })

  it('have a path from the top down', () => {
    expect(pathText(codes, codes[3]!, 'nl')).toBe('C > Gelijk')
    expect(pathText(codes, codes[0]!, 'nl')).toBe('A')
  })
})

describe('the list of codings', () => {
  const rowsOf = async (study: Study, language?: 'nl' | 'en') =>
    (await codingsToCsv(study, language === undefined ? {} : { language })).split('\n').slice(1, -1)

  it('refuses a coding of a segment, or a segment of a source, that is not there', async () => {
    await expect(codingsToCsv(studyOf({ segments: [] }))).rejects.toThrow(RangeError)
    await expect(codingsToCsv(studyOf({ sources: [] }))).rejects.toThrow(RangeError)
  })

  it('leaves empty what is not known: the day, the speaker, the time, the memo', async () => {
    const { date: _, ...undated } = source
    const { memo: __, ...bare } = coding
    const study = studyOf({
      sources: [{ ...undated, turns: [] }],
      segments: [{ ...segment, quote: 'x' }],
      codings: [{ ...bare, at: '1970-01-01T00:00:00Z' }],
    })
    expect(await rowsOf(study)).toEqual([
      'k1,s1:32-57,s1,Gesprek,Interview,oost,,,,32,57,3,x,ruzie,"Ruzie, soms","Groep > Ruzie, soms",main code,anna,,supports,',
    ])
  })

  it('has ids as they are, and labels in the language that is asked for', async () => {
    const study = studyOf({ segments: [{ ...segment, quote: 'x' }], codings: [coding] })
    expect((await rowsOf(study, 'en'))[0]).toBe(
      'k1,s1:32-57,s1,Gesprek,Interview,oost,2024-02-01,R1,P1,32,57,3,x,ruzie,ruzie <i>,groep <i> > ruzie <i>,main code,anna,2024-03-01T09:00:00+01:00,supports,Let op; memo',
    )
  })

  it('has the id of a code that the codebook has not, and no label for it', async () => {
    const study = studyOf({ segments: [{ ...segment, quote: 'x' }], codings: [{ ...coding, code: 'weg' }] })
    expect((await rowsOf(study))[0]).toContain(',x,weg,,,,anna,')
  })

  it('keeps the order of the study', async () => {
    const codings = ['z', 'a', 'm'].map(id => ({ ...coding, id }))
    const study = studyOf({ segments: [{ ...segment, quote: 'x' }], codings })
    expect((await rowsOf(study)).map(row => row.slice(0, 2))).toEqual(['z,', 'a,', 'm,'])
  })
})
