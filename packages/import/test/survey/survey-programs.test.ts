import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSurvey, type SurveyMapping } from '../../src/index.ts'
import { bytesOf } from '../bytes.ts'

async function read(content: string | Uint8Array, mapping: SurveyMapping, name = 'enquete.csv') {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const { value, problems } = await readSurvey(bytes, { name, mapping })
  return {
    respondents: value.participants.map(({ id, values = {} }) => [id, values]),
    documents: value.sources.map(({ metadata, text }) => [metadata.date, text]),
    problems: problems.map(({ code, place }) => `${code}:${place?.line}`),
  }
}

const oost = { is: 'oost' }

describe('a survey as programs write it', () => {
  it('of Qualtrics has a head of three rows, of which the second has the questions', async () => {
    const table = [
      '\uFEFFRecordedDate,ResponseId,Q1,Q4',
      '"Recorded Date","Response ID","Hoe oud bent u?","Wat moet er anders?"',
      '"{""ImportId"":""recordedDate"",""timeZone"":""Europe/Amsterdam""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID4_TEXT""}"',
      '2024-03-12 10:09:12,R_1a,34,"Meer groen,\nen bankjes"',
      '2024-03-13 10:09:12,R_2b,,Niets',
    ].join('\r\n')
    const found = await read(table, {
      respondent: 'ResponseId',
      case: oost,
      date: 'RecordedDate',
      variables: [{ column: 'Q1', id: 'leeftijd', type: 'number' }],
      answers: [{ column: 'Q4' }],
    })
    expect(found).toEqual({
      respondents: [
        ['R_1a', { leeftijd: 34 }],
        ['R_2b', { leeftijd: null }],
      ],
      documents: [
        ['2024-03-12', '## Wat moet er anders?\n\nMeer groen,\nen bankjes'],
        ['2024-03-13', '## Wat moet er anders?\n\nNiets'],
      ],
      problems: [],
    })
  })

  it('of Microsoft Forms has options in one cell, and days of which one shows that the month comes first', async () => {
    const table =
      'ID,Completion time,Wat gebruikt u?,Wat mist u?\n1,3/12/2024 10:05:11,Speeltuin;Park;,Groen\n2,3/13/2024 10:05:11,Park;,Niets\n3,4/1/2024 9:00:00,,Rust\n'
    const found = await read(table, {
      respondent: 'ID',
      case: oost,
      date: 'Completion time',
      variables: [
        { column: 'Wat gebruikt u?', option: 'Speeltuin' },
        { column: 'Wat gebruikt u?', option: 'Park', id: 'park' },
      ],
      answers: [{ column: 'Wat mist u?' }],
    })
    expect(found).toEqual({
      respondents: [
        ['1', { Speeltuin: true, park: true }],
        ['2', { Speeltuin: false, park: true }],
        ['3', { Speeltuin: null, park: null }],
      ],
      documents: [
        ['2024-03-12', '## Wat mist u?\n\nGroen'],
        ['2024-03-13', '## Wat mist u?\n\nNiets'],
        ['2024-04-01', '## Wat mist u?\n\nRust'],
      ],
      problems: [],
    })
  })

  it('of Google Forms has options with commas between and in them, and days that begin with the year', async () => {
    const table =
      'Tijdstempel,Wat gebruikt u?\n2024/03/12 10:03:11 a.m. CET,"Speeltuin, Park, met hond"\n2024/03/13 2:03:11 p.m. CET,Parkeerplaats\n'
    const found = await read(table, {
      case: oost,
      date: 'Tijdstempel',
      variables: [
        { column: 'Wat gebruikt u?', option: 'Park, met hond' },
        { column: 'Wat gebruikt u?', option: 'Park' },
        { column: 'Tijdstempel', id: 'dag', type: 'date' },
      ],
      answers: [],
    })
    expect(found.respondents).toEqual([
      ['2', { 'Park, met hond': true, Park: true, dag: '2024-03-12' }],
      ['3', { 'Park, met hond': false, Park: false, dag: '2024-03-13' }],
    ])
    expect(found.problems).toEqual([])
  })

  it('of Google Forms in Dutch has the day first, with a time behind it', async () => {
    const found = await read('Tijdstempel,Mening\n12-3-2024 10:03:11,Goed\n', {
      case: oost,
      date: 'Tijdstempel',
      answers: [{ column: 'Mening' }],
    })
    expect(found.documents).toEqual([['2024-03-12', '## Mening\n\nGoed']])
  })

  it('has days that may be two where no other shows their order, and these are missing', async () => {
    const found = await read('Dag,Mening\n3/4/2024,Goed\n5/4/2024,Slecht\n', {
      case: oost,
      date: 'Dag',
      answers: [{ column: 'Mening' }],
    })
    expect(found.problems).toEqual(['bad-value:2', 'bad-value:3'])
  })

  it('is not told to lack answers where their column is not there', async () => {
    expect(
      (await read('Nr,Mening\n1,Goed\n', { case: oost, answers: [{ column: 'Vraag' }] })).problems,
    ).toEqual(['missing-column:1'])
  })

  it('that cannot be read on from a row is not said to be empty too', async () => {
    expect(
      (await read('Nr,Mening\n1,"Goed\n', { case: oost, answers: [{ column: 'Mening' }] })).problems,
    ).toEqual(['malformed-csv:2'])
  })

  it.each([
    ['packed', gzipSync('Nr,Mening\n1,Goed\n')],
    ['a PDF', bytesOf('%PDF-1.7\n')],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('that is %s, whatever it is called, is said to be no table', async (_, bytes) => {
    expect((await read(bytes, { case: oost, answers: [] })).problems).toEqual(['not-a-workbook:undefined'])
  })
})
