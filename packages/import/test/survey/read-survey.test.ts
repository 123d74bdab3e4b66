import { emptyStudy, hasErrors, type Study } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addSurvey,
  parseSurveyMapping,
  readSurvey,
  readSurveyMapping,
  type SurveyMapping,
} from '../../src/index.ts'
import { surveyValue } from '../../src/survey/survey-value.ts'
import { bytesOf } from '../bytes.ts'
import { mutate, mutation } from '../mutate.ts'
import { mapping, rowFaults, table, valueCases } from './survey-cases.ts'
import { workbookOf } from './survey-workbook.ts'

async function read(content: string | Uint8Array, given: Partial<SurveyMapping> = {}, name = 'enquete.csv') {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const { value, problems } = await readSurvey(bytes, { name, mapping: { ...mapping, ...given } })
  return { value, problems: problems.map(({ code, place }) => `${code}:${place?.line}`) }
}

const head = table.split('\r\n')[0]!
const study: Study = {
  ...emptyStudy,
  cases: ['oost', 'west'].map(id => ({ id, label: { nl: id }, values: {} })),
}

describe('a survey', () => {
  it('has lines of its rows below a line that says what separates cells, as Excel writes it', async () => {
    const { value, problems } = await read(`sep=;\r\n${head}\r\n1;;;West;;;;;a;b\r\n1;;;West;;;;;a;b`)
    expect(value.participants.map(({ id }) => id)).toEqual(['1'])
    expect(problems).toEqual(['duplicate-respondent:4'])
  })

  it('says where a row has more cells than the head', async () => {
    const { value, problems } = await read(`${head}\n1;;;West;;;;;a;b;c\n2;;;West;;;;;a;b;;`)
    expect(value.participants.map(({ id }) => id)).toEqual(['1', '2'])
    expect(problems).toEqual(['uneven-row:2'])
  })

  it('without rows below its head says so, and one that cannot be read says only why', async () => {
    expect((await read(head)).problems).toEqual(['empty-source:1'])
    expect((await read('')).problems).toEqual(['empty-source:1'])
  })

  it('has a variable for each closed question, with the values of respondents, documents and cases', async () => {
    const { value, problems } = await read(table)
    expect(problems).toEqual([])
    expect(value.variables).toEqual([
      { id: 'leeftijd', label: { nl: 'Leeftijd', en: 'Age' }, on: 'participant', type: 'number' },
      { id: 'lid', label: { nl: 'lid', en: 'lid' }, on: 'source', type: 'boolean' },
      { id: 'inwoners', label: { nl: 'inwoners', en: 'inwoners' }, on: 'case', type: 'number' },
    ])
    expect(value.participants).toEqual([
      { id: '1', label: 'Ans', case: 'oost', function: 'bewoner', values: { leeftijd: 43 } },
      { id: '2', label: '2', case: 'west', values: { leeftijd: null } },
    ])
    expect(value.cases).toEqual([
      { id: 'oost', values: { inwoners: 1200 } },
      { id: 'west', values: { inwoners: 800 } },
    ])
  })

  it('has a document for each respondent, a heading for each question that was answered', async () => {
    const { value } = await read(table)
    expect(value.sources.map(({ text }) => text)).toEqual([
      '## Wat gaat goed?\n\nDe speeltuin.\nEn de buren.\n\n## En wat moet er anders?\n\nMeer groen.',
      '## En wat moet er anders?\n\nMinder "gedoe"; graag.',
    ])
    expect(value.sources.map(({ metadata }) => metadata)).toEqual([
      {
        id: 'enquete-1',
        title: 'Ans',
        kind: 'interview',
        case: 'oost',
        participants: ['1'],
        date: '2024-03-12',
        language: 'nl',
        values: { lid: true },
      },
      {
        id: 'enquete-2',
        title: 'enquete-2',
        kind: 'interview',
        case: 'west',
        participants: ['2'],
        date: '2024-03-13',
        language: 'nl',
        values: { lid: false },
      },
    ])
    expect(value.sources.map(({ origin }) => `${origin.file}:${origin.line} ${origin.format}`)).toEqual([
      'enquete.csv:2 survey',
      'enquete.csv:4 survey',
    ])
  })

  it('has answers that are turns of their respondents', async () => {
    const { value } = await read(table)
    const said = value.sources.flatMap(({ text, turns }) =>
      turns.map(({ start, end, speaker, participant, role }) => [
        speaker,
        participant,
        role,
        text.slice(start, end),
      ]),
    )
    expect(said).toEqual([
      ['1', '1', 'participant', 'De speeltuin.\nEn de buren.'],
      ['1', '1', 'participant', 'Meer groen.'],
      ['2', '2', 'participant', 'Minder "gedoe"; graag.'],
    ])
  })

  it('goes into a study that has its cases', async () => {
    const { value } = await read(table)
    const made = addSurvey(study, value)
    expect(made.sources.map(({ id, case: of, kind }) => [id, of, kind])).toEqual([
      ['enquete-1', 'oost', 'interview'],
      ['enquete-2', 'west', 'interview'],
    ])
    expect(made.participants).toEqual(value.participants)
    expect(made.cases.map(({ values }) => values)).toEqual([{ inwoners: 1200 }, { inwoners: 800 }])
    expect(made.variables).toEqual(value.variables)
    expect(() => addSurvey(made, value)).toThrow('(and')
    expect(() => addSurvey(emptyStudy, value)).toThrow('case')
  })

  it('goes into a study that has its variables', async () => {
    const { value } = await read(table)
    expect(addSurvey({ ...study, variables: value.variables }, value).variables).toEqual(value.variables)
  })

  it('in a workbook is the same, with numbers, truths and days of its own', async () => {
    const rows = [
      ['Nr', 'Naam', 'Rol', 'Wijk', 'Ingevuld', 'Leeftijd', 'Lid?', 'Inwoners', 'Wat gaat goed?', 'v2'],
      [
        1,
        'Ans',
        'bewoner',
        'Wijk Oost',
        new Date('2024-03-12T00:00:00Z'),
        43,
        true,
        1200,
        'De speeltuin.\nEn de buren.',
        'Meer groen.',
      ],
      [2, null, null, 'West', '2024-03-13', -99, 'nee', 800, 'n.v.t.', 'Minder "gedoe"; graag.'],
    ]
    const found = await read(
      workbookOf({ Uitleg: [['Over deze enquête']], Antwoorden: rows }),
      { sheet: 'Antwoorden' },
      'enquete.xlsx',
    )
    const csv = await read(table)
    expect(found.problems).toEqual([])
    const bare = ({ value }: typeof found) => ({
      ...value,
      sources: value.sources.map(({ origin: _, ...source }) => source),
    })
    expect(bare(found)).toEqual(bare(csv))
    expect(found.value.sources.map(({ origin }) => origin.line)).toEqual([2, 3])
  })

  it('may have a head of several rows, and heads over lines and in other letters', async () => {
    const text = '"NR ";"  Wat\n gaat  goed?"\nvraag 0;vraag 1\n7;Alles.'
    const found = await read(text, {
      respondent: 'nr',
      case: { is: 'oost' },
      headRows: 2,
      date: 'Nr',
      variables: [],
      answers: [{ column: 'Wat gaat goed?' }],
      participant: {},
    })
    expect(found.value.sources.map(({ text: words }) => words)).toEqual(['## Wat gaat goed?\n\nAlles.'])
  })

  it('without a column for respondents names them by their rows', async () => {
    const { respondent: _, date: __, participant: ___, ...rest } = mapping
    const { value } = await readSurvey(bytesOf('vraag\nJa.\nNee.'), {
      name: 'map/peiling.csv',
      mapping: { ...rest, case: { is: 'oost' }, variables: [], answers: [{ column: 'vraag' }], prefix: 'p' },
    })
    expect(value.sources.map(({ metadata }) => [metadata.id, metadata.participants])).toEqual([
      ['p-2', ['2']],
      ['p-3', ['3']],
    ])
  })

  it.each(rowFaults)('with %s is read but for that', async (_, rows, problems, respondents) => {
    const found = await read([head, ...rows].join('\n'))
    expect(found.problems).toEqual(problems)
    expect(found.value.participants).toHaveLength(respondents)
  })

  it.each([
    [
      'a column that is not there',
      { answers: [{ column: 'v3' }, { column: 'v2' }] },
      ['missing-column:1'],
      2,
    ],
    ['no column of respondents', { respondent: 'Nummer' }, ['missing-column:1'], 0],
    ['no column of cases', { case: { column: 'Buurt' } }, ['missing-column:1'], 0],
  ] as const)('whose mapping has %s is read as far as it can be', async (_, given, problems, respondents) => {
    const found = await read(table, given)
    expect(found.problems).toEqual(problems)
    expect(found.value.participants).toHaveLength(respondents)
  })

  it.each([
    ['a head twice', 'Nr;v2;v2\n1;a;b', ['duplicate-column:1', 'bad-value:2']],
    ['nothing in it', '', ['empty-source:1']],
    ['a sheet that is not there', null, ['missing-sheet:1']],
  ])('with %s says so', async (_, text, problems) => {
    const content = text ?? workbookOf({ Blad1: [['Nr']] })
    const small = {
      case: { is: 'oost' },
      date: 'Nr',
      participant: {},
      variables: [],
      answers: [{ column: 'v2' }],
      ...(text === null ? { sheet: 'Blad2' } : {}),
    }
    expect((await read(content, small)).problems).toEqual(problems)
  })

  it('with a head that comes twice has the one whose place the mapping names', async () => {
    const text = 'Nr;v2;v2\n1;een;twee'
    for (const column of ['#C', '#c', '#3']) {
      const small = { case: { is: 'oost' }, participant: {}, variables: [], answers: [{ column }] }
      const { respondent, date: _, ...rest } = mapping
      const { value, problems } = await readSurvey(bytesOf(text), {
        name: 'a.csv',
        mapping: { ...rest, ...(respondent === undefined ? {} : { respondent }), ...small },
      })
      expect(problems).toEqual([])
      expect(value.sources.map(source => source.text)).toEqual(['## v2\n\ntwee'])
    }
    const far = [{ column: '#AB' }, { column: '#4' }, { column: '#0' }]
    expect(
      (await read(text, { case: { is: 'oost' }, participant: {}, variables: [], answers: far })).problems,
    ).toEqual(['missing-column:1', 'missing-column:1', 'missing-column:1', 'missing-column:1'])
  })

  it('that was damaged at random gives rows or problems', async () => {
    const workbook = workbookOf({ Blad1: table.split('\r\n').map(line => line.split(';')) })
    const property = fc.asyncProperty(
      fc.constantFrom(bytesOf(table), workbook),
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      async (file, mutations) => {
        const { value, problems } = await readSurvey(mutate(file, mutations), { name: 'a', mapping })
        for (const { text, turns } of value.sources)
          for (const { start, end } of turns) expect(text.slice(start, end).trim()).not.toBe('')
        if (value.participants.length === 0) expect(hasErrors(problems) || problems.length === 0).toBe(true)
        for (const { place } of problems) expect(place?.file).toBe('a')
      },
    )
    await fc.assert(property, { numRuns: 1000 })
  })
})

describe('the cell of a survey', () => {
  it.each(valueCases)('%j as %s is %j', (cell, type, value) => {
    expect(surveyValue(cell, type)).toBe(value)
  })
})

describe('the mapping of a survey', () => {
  it('is checked where it comes from outside', () => {
    expect(parseSurveyMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  })

  it('is read from YAML and JSON, with the lines of what does not fit', () => {
    expect(readSurveyMapping(bytesOf(JSON.stringify(mapping)), 'm.json')).toEqual({
      value: mapping,
      problems: [],
    })
    const yaml = 'case: { is: oost }\nanswers:\n  - column: Wat?\nkolom: 3\n'
    const { value, problems } = readSurveyMapping(bytesOf(yaml), 'm.yaml')
    expect(value).toEqual({ case: { is: 'oost' }, answers: [{ column: 'Wat?' }] })
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line])).toEqual([
      ['unknown-key', 'm.yaml', 4],
    ])
    expect(readSurveyMapping(bytesOf('case: ['), 'm.yaml')).toMatchObject({
      value: null,
      problems: [{ code: 'malformed-yaml' }],
    })
    expect(readSurveyMapping(Uint8Array.of(0xff), 'm.yaml')).toMatchObject({
      value: null,
      problems: [{ code: 'not-utf8' }],
    })
  })

  it.each([
    ['nothing', null, []],
    ['no answers', { case: { is: 'oost' } }, ['answers']],
    ['no case', { answers: [] }, ['case']],
    ['another key', { case: { is: 'oost' }, answers: [], kolom: 1 }, ['kolom']],
    [
      'a type that is none',
      { case: { is: 'oost' }, answers: [], variables: [{ column: 'a', type: 'getal' }] },
      ['variables', 0, 'type'],
    ],
    [
      'one id twice',
      { case: { is: 'oost' }, answers: [], variables: [{ column: 'a' }, { column: 'b', id: 'a' }] },
      ['variables'],
    ],
  ])('with %s is refused, with the place', (_, value, path) => {
    let problems: unknown
    try {
      parseSurveyMapping(value)
    } catch (error) {
      problems = error
    }
    expect(problems).toMatchObject({
      name: 'StudyError',
      problems: [{ code: 'bad-mapping', place: { path } }],
    })
  })
})
