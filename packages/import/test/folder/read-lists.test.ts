import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { cellText, textOfCell } from '../../src/folder/cell-text.ts'
import { readTurns } from '../../src/folder/read-turns.ts'
import { writeYaml } from '../../src/folder/write-yaml.ts'
import { loadChanged as load } from '../load-changed.ts'

describe('segments.csv', () => {
  it('holds segments that no coding tells of, before those of the codings', async () => {
    const { study, told } = await load({
      'segments.csv':
        'id,source,quote,occurrence,by,at,comment\nlos,west-note-1,De markt,,bram,2024-01-02T03:04:05Z,Nog lezen\n,west-note-1,is leeg,,anna,,\n',
    })
    expect(told).toEqual([])
    const [first, second] = study.segments
    expect(first).toMatchObject({
      id: 'los',
      start: 0,
      end: 8,
      by: 'bram',
      at: '2024-01-02T03:04:05Z',
      comment: 'Nog lezen',
    })
    expect(second).toMatchObject({ id: 'west-note-1:9-16', by: 'anna', at: '2024-12-02T09:00:00+01:00' })
    expect(second).not.toHaveProperty('comment')
  })

  it.each([
    ['a source that is not there', 'nergens,De markt,\n', 'unknown-source'],
    ['words that are not there', 'west-note-1,De maan,\n', 'quote-not-found'],
    ['a time that is none', 'west-note-1,De markt,gisteren\n', 'bad-time'],
  ])('is told of %s, with the line', async (_, row, code) => {
    const { told } = await load({ 'segments.csv': `source,quote,at\n${row}` })
    expect(told).toEqual([`segments.csv:2 ${code}`])
  })
})

describe('turns.csv', () => {
  const verbatim = '---\nkind: interview\nverbatim: true\n---\n\n**R1:** Ja.'

  it('has the turns of a text that is taken as it is', async () => {
    const { study, told } = await load({
      'sources/west/letterlijk.txt': verbatim,
      'turns.csv': 'source,start,end,speaker,role,time\nletterlijk,1,4,R,participant,2.5\n',
    })
    expect(told).toEqual([])
    expect(study.sources.find(({ id }) => id === 'letterlijk')).toMatchObject({
      text: '\n**R1:** Ja.',
      turns: [{ start: 1, end: 4, speaker: 'R', role: 'participant', time: 2.5 }],
    })
  })

  it.each([
    ['a role', '0,4,R,buurman', 'bad-turn'],
    ['an offset', 'x,4,R,participant', 'bad-turn'],
  ])('is told of %s that is none, with the line', async (_, row, code) => {
    const { told } = await load({
      'sources/west/letterlijk.txt': verbatim,
      'turns.csv': `source,start,end,speaker,role\nletterlijk,${row}\n`,
    })
    expect(told).toEqual([`turns.csv:2 ${code}`])
  })
})

describe('a row of turns.csv that does not fit', () => {
  const messages = async (row: string) => {
    const head = 'source,start,end,speaker,role,participant,time,time_end'
    const { problems } = await readTurns(new TextEncoder().encode(`${head}\n${row}\n`), 'turns.csv')
    return problems.map(({ message }) => message)
  }

  it('is told in plain words, with all that is wrong in it', async () => {
    expect(await messages('s,x,,R,buurman,,-1,laat')).toEqual([
      '"start" is "x": it should be a number. Correct it.',
      '"end" is missing: it should be a number. Add it.',
      '"role" is "buurman": it should be "participant", "interviewer" or "unknown". Correct it.',
      '"time" is -1: it should be a number of at least 0. Correct it.',
      '"time_end" is "laat": it should be a number. Correct it.',
    ])
  })

  it('is told which word was likely meant', async () => {
    expect(await messages('s,0,4,R,interview,,,')).toEqual([
      '"role" is "interview": it should be "participant", "interviewer" or "unknown". Is "interviewer" meant?',
    ])
  })

  it('is left out, and those that fit are kept', async () => {
    const rows = 'source,start,end,speaker,role,time_end\ns,0,4,R,participant,2.5\ns,5,x,R,participant,\n'
    const { value, problems } = await readTurns(new TextEncoder().encode(rows), 'turns.csv')
    expect([...value]).toEqual([
      ['s', [{ start: 0, end: 4, speaker: 'R', role: 'participant', timeEnd: 2.5 }]],
    ])
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['bad-turn', { file: 'turns.csv', line: 3 }],
    ])
  })
})

describe('memos.yaml', () => {
  it('has memos on the study or on a thing in it; by default by the first coder', async () => {
    const { study, told } = await load({
      'memos.yaml':
        '- { on: study, text: Waarom deze pleinen? }\n- { id: b, on: code, of: kader, title: Kader, text: Breed., by: bram }\n',
    })
    expect(told).toEqual([])
    expect(study.memos.map(({ id, on, title, text, by }) => [id, on, title, text, by])).toEqual([
      ['memo-1', { type: 'study' }, undefined, 'Waarom deze pleinen?', 'anna'],
      ['b', { type: 'code', id: 'kader' }, 'Kader', 'Breed.', 'bram'],
    ])
  })

  it.each([
    [
      'on what there is not',
      '- { on: study, text: Ja }\n- { on: code, of: maan, text: Nee }',
      'memos.yaml:2 unknown-code',
    ],
    ['on what cannot have one', '- { on: maan, text: Nee }', 'memos.yaml:1 unfit-value'],
  ])('is told of a memo %s', async (_, yaml, told) => {
    expect((await load({ 'memos.yaml': yaml })).told).toEqual([told])
  })
})

describe('a coding with an id of its segment', () => {
  const codings = (rows: string) =>
    load({ 'codings.csv': `source,quote,code,coder,segment,coding,retired\n${rows}` })

  it('has that segment, and an id of its own where it is given', async () => {
    const { study, told } = await codings(
      'west-note-1,De markt,Kader,bram,s1,c1,\nwest-note-1,De markt,Overlap,bram,s1,,\n',
    )
    expect(told).toEqual([])
    const ids = study.codings.map(({ id, segment }) => [id, segment])
    expect(ids).toContainEqual(['c1', 's1'])
    expect(ids).toContainEqual(['s1|overlap|bram', 's1'])
  })

  it('is told of where the segment has other words', async () => {
    const { told } = await codings(
      'west-note-1,De markt,Kader,bram,s1,,\nwest-note-1,is leeg,Kader,bram,s1,,\n',
    )
    expect(told).toEqual(['codings.csv:3 segment-differs'])
  })
})

describe('a cell', () => {
  it.each([
    ['Ja', 'Ja'],
    ['=1+1', "'=1+1"],
    [' Ja', 'json:" Ja"'],
    ['', 'json:""'],
    ['a\0', 'json:"a\\u0000"'],
    ['\ud800', 'json:"\\ud800"'],
    ['json:x', 'json:"json:x"'],
  ])('of %j is %j', (text, cell) => {
    expect(cellText(text)).toBe(cell)
    expect(textOfCell(cell)).toBe(text)
  })

  it('that a person wrote is its text, also where it only looks like another', () => {
    expect(textOfCell('json: dat is een formaat')).toBe('json: dat is een formaat')
  })
})

it('YAML gives back any text, however it is laid out', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          'Ja',
          ' ',
          '\n',
          '\r',
          '\t',
          '---',
          '#',
          ': ',
          '- ',
          '|',
          '\u0085',
          '\ud800',
          '{',
          '~',
        ),
      )
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ text, list: fc.array(text, { maxLength: 3 }) })), value => {
      expect(parse(writeYaml(value))).toEqual(value.map(each => ({ ...each })))
    }),
    { numRuns: 500 },
  )
})
