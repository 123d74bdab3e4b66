import { emptyStudy, type Label, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { studyToDataPackage } from '../src/index.ts'
import { awkwardStudy } from './export-cases.ts'

const by = 'anna'
const at = '2024-05-01T10:00:00+02:00'
const label = { nl: 'Naam', en: 'Name' }
const [source] = awkwardStudy.sources
const [segment] = awkwardStudy.segments
const [code] = awkwardStudy.codes

/** The lines of a table of a data package, without its head. */
async function linesOf(name: string, study: Partial<Study>): Promise<readonly string[]> {
  const files = await studyToDataPackage({ ...emptyStudy, ...study })
  const content = files.find(file => file.name === `${name}.csv`)!.content
  return content.split('\n').slice(1, -1)
}

describe('a value of a variable', () => {
  const valued = (values: Readonly<Record<string, string | number | boolean | null>>) =>
    linesOf('values', { cases: [{ id: 'oost', label, values }] })

  it.each([
    ['a text', 'veel', 'text,veel'],
    ['a text that looks like a number', '1', 'text,1'],
    ['a number', 1.5, 'number,1.5'],
    [
      'a negative number, which is none that a spreadsheet runs, but guarded as the text that it is here',
      -3,
      "number,'-3",
    ],
    ['nothing counted', 0, 'number,0'],
    ['truth', true, 'boolean,true'],
    ['falsehood', false, 'boolean,false'],
    ['none', null, 'missing,'],
    ['a day', '2024-02-29', 'text,2024-02-29'],
  ])('is written with its type: %s', async (_, value, cell) => {
    expect(await valued({ v: value })).toEqual([`case,oost,v,${cell}`])
  })

  it('is one of a case, of a source or of a participant, in this order', async () => {
    const values = { v: 1 }
    expect(
      await linesOf('values', {
        participants: [{ id: 'P1', label: 'P', values }],
        sources: [{ ...source!, values }],
        cases: [{ id: 'oost', label, values }],
      }),
    ).toEqual(['case,oost,v,number,1', 'source,s1,v,number,1', 'participant,P1,v,number,1'])
  })

  it('is declared with what it is of, and its type', async () => {
    const variables = (['text', 'number', 'boolean', 'date'] as const).map(type => ({
      id: type,
      label,
      on: 'source' as const,
      type,
    }))
    expect(await linesOf('variables', { variables })).toEqual([
      'text,Naam,Name,source,text',
      'number,Naam,Name,source,number',
      'boolean,Naam,Name,source,boolean',
      'date,Naam,Name,source,date',
    ])
  })
})

describe('a table of a data package', () => {
  const grid = {
    actors: ['A', 'B'],
    indicators: [
      { part: 'verbal' as const, label: 'praat', values: ['veel', null] },
      { part: 'non-verbal' as const, label: 'knikt', values: [null, 'x'] },
    ],
  }
  const frame = {
    id: 'f',
    label,
    table: 8,
    judged: true,
    rows: [
      {
        id: 'r',
        label,
        codes: ['b', 'a'],
        topics: ['visie', 'rol'],
        hints: [{ nl: 'Let op' }, { en: 'Look' }],
      },
      { id: 's', label, codes: [] },
    ],
  }
  const summary = { id: 'su', frame: 'f', row: 'r', case: 'oost', text: 'Kort', by, at }
  const claim = { id: 'cl', text: label as Label, voices: 3, recorded: 'thin' as const, by, at }

  const cases: readonly (readonly [name: string, table: string, Partial<Study>, lines: readonly string[]])[] =
    [
      ['coders', 'coders', { coders: [{ id: 'anna', label: 'Anna, A.' }] }, ['anna,"Anna, A."']],
      [
        'cases in their order, in both languages',
        'cases',
        { cases: ['z', 'a'].map(id => ({ id, label, values: {} })) },
        ['z,Naam,Name', 'a,Naam,Name'],
      ],
      [
        'participants with all that is known of them',
        'participants',
        {
          participants: [
            {
              id: 'P1',
              label: 'R1',
              case: 'oost',
              organisation: 'Politie',
              function: 'Wijkagent',
              note: 'x',
            },
            { id: 'P2', label: 'R2' },
          ],
        },
        ['P1,R1,oost,Politie,Wijkagent,x', 'P2,R2,,,,'],
      ],
      [
        'a source with all that is known of it',
        'sources',
        {
          sources: [
            {
              ...source!,
              form: 'duo',
              activities: 6,
              language: 'nl',
              origin: { file: 'a/b.md', line: 2, format: 'markdown', sha256: 'ff' },
            },
          ],
        },
        ['s1,Gesprek,interview,duo,oost,2024-02-01,6,nl,,a/b.md,2,markdown,ff'],
      ],
      [
        'who took part in a source, in order',
        'source-participants',
        { sources: [{ ...source!, participants: ['P2', 'P1'] }] },
        ['s1,1,P2', 's1,2,P1'],
      ],
      [
        'what was asked in a source, in order',
        'source-topics',
        { sources: [{ ...source!, topics: ['visie', 'rol'] }] },
        ['s1,1,visie', 's1,2,rol'],
      ],
      [
        'turns with times in seconds',
        'turns',
        {
          sources: [
            {
              ...source!,
              turns: [
                { start: 0, end: 5, speaker: 'I', role: 'interviewer', time: 0, timeEnd: 2.25 },
                { start: 5, end: 9, speaker: 'R1', role: 'unknown', participant: 'P1' },
              ],
            },
          ],
        },
        ['s1,1,0,5,I,interviewer,,0,2.25', 's1,2,5,9,R1,unknown,P1,,'],
      ],
      [
        'what was observed, an indicator and an actor a row',
        'observations',
        { sources: [{ ...source!, grid }] },
        [
          's1,1,1,verbal,praat,A,veel',
          's1,1,2,verbal,praat,B,',
          's1,2,1,non-verbal,knikt,A,',
          's1,2,2,non-verbal,knikt,B,x',
        ],
      ],
      [
        'a code with all that is said of it',
        'codes',
        {
          codes: [
            {
              ...code!,
              label,
              definition: { nl: 'Over', en: 'About' },
              qualifier: { nl: 'Niet' },
              color: '#aabbcc',
              version: 2,
              retired: true,
              mergedInto: 'x',
            },
          ],
        },
        ['groep,Naam,Name,,theme,deductive,Over,About,Niet,,#aabbcc,2,true,x'],
      ],
      [
        'the literature of a code, in order',
        'code-literature',
        { codes: [{ ...code!, literature: ['Tuckman (1965)', 'Boogers, 2013'] }] },
        ['groep,1,Tuckman (1965)', 'groep,2,"Boogers, 2013"'],
      ],
      ['frames', 'frames', { frames: [frame] }, ['f,Naam,Name,8,true']],
      ['rows of frames', 'frame-rows', { frames: [frame] }, ['f,1,r,Naam,Name', 'f,2,s,Naam,Name']],
      [
        'codes of rows, in the order of the row',
        'frame-row-codes',
        { frames: [frame] },
        ['f,r,1,b', 'f,r,2,a'],
      ],
      ['topics of rows', 'frame-row-topics', { frames: [frame] }, ['f,r,1,visie', 'f,r,2,rol']],
      ['hints of rows', 'frame-row-hints', { frames: [frame] }, ['f,r,1,Let op,', 'f,r,2,,Look']],
      [
        'a segment with its surroundings and what became of it',
        'segments',
        {
          sources: [{ ...source!, text: '😀 woord.' }],
          segments: [
            {
              ...segment!,
              id: 'x',
              start: 3,
              end: 8,
              quote: 'woord',
              prefix: '😀 ',
              suffix: '.',
              verdict: 'changed',
              comment: 'Let op',
              at,
            },
          ],
        },
        ['x,s1,3,8,2,7,woord,😀 ,.,anna,2024-05-01T10:00:00+02:00,Let op,changed'],
      ],
      [
        'a segment past the end of a corrected text, at its end',
        'segments',
        {
          sources: [{ ...source!, text: 'kort' }],
          segments: [{ ...segment!, id: 'x', start: 90, end: 95, quote: 'q' }],
        },
        ['x,s1,90,95,4,4,q,,,anna,2024-03-01T09:00:00+01:00,,'],
      ],
      [
        'memos on anything',
        'memos',
        {
          memos: [
            { id: 'm1', on: { type: 'study' }, text: 'a', by, at },
            {
              id: 'm2',
              on: { type: 'code', id: 'groep' },
              title: 'Kop',
              text: 'b',
              by,
              at: '1970-01-01T00:00:00Z',
            },
          ],
        },
        ['m1,study,,,a,anna,2024-05-01T10:00:00+02:00', 'm2,code,groep,Kop,b,anna,'],
      ],
      [
        'judgements with a heading in both languages',
        'judgements',
        {
          judgements: [
            { id: 'j', frame: 'f', case: 'oost', rows: ['r'], state: 'current', heading: label, by, at },
          ],
        },
        ['j,f,oost,current,Naam,Name,,anna,2024-05-01T10:00:00+02:00'],
      ],
      [
        'the rows of a judgement, in order',
        'judgement-rows',
        { judgements: [{ id: 'j', frame: 'f', case: 'oost', rows: ['s', 'r'], state: 'current', by, at }] },
        ['j,1,s', 'j,2,r'],
      ],
      [
        'claims with what they need and what they were',
        'claims',
        { claims: [{ ...claim, rules: [] }] },
        ['cl,Naam,Name,3,thin,anna,2024-05-01T10:00:00+02:00'],
      ],
      [
        'rules of claims, for and against',
        'claim-rules',
        { claims: [{ ...claim, rules: [{ case: 'oost', supports: 'a and b', contradicts: 'c' }] }] },
        ['cl,1,oost,a and b,c'],
      ],
      ['queries', 'queries', { queries: [{ id: 'q', label, text: 'a or b' }] }, ['q,Naam,Name,a or b']],
      [
        'summaries',
        'summaries',
        { summaries: [{ ...summary, cites: [] }] },
        ['su,f,r,oost,Kort,anna,2024-05-01T10:00:00+02:00'],
      ],
      [
        'what summaries cite, in order',
        'citations',
        {
          summaries: [
            { ...summary, cites: ['k2', 'k1'].map(coding => ({ coding, quote: 'q', codeVersion: 2 })) },
          ],
        },
        ['su,1,k2,q,2', 'su,2,k1,q,2'],
      ],
    ]

  it.each(cases)('holds %s', async (_, table, study, lines) => {
    expect(await linesOf(table, study)).toEqual(lines)
  })

  it('keeps the lines and the quotation marks of a text', async () => {
    const files = await studyToDataPackage({
      ...emptyStudy,
      sources: [{ ...source!, text: 'een "twee"\n\ndrie, vier' }],
    })
    expect(files.find(({ name }) => name === 'texts.csv')!.content).toBe(
      'source,text\ns1,"een ""twee""\n\ndrie, vier"\n',
    )
  })
})

describe('the description of a data package', () => {
  const descriptorOf = async (study: Partial<Study>, guard = true) =>
    JSON.parse((await studyToDataPackage({ ...emptyStudy, ...study }, { guard }))[0]!.content)

  it('is in the language of the study, and has no place on a machine nor a time of day', async () => {
    const dutch = await descriptorOf({ title: { nl: 'Proef', en: 'Trial' }, language: 'nl' })
    const english = await descriptorOf({ title: { nl: 'Proef', en: 'Trial' }, language: 'en' })
    expect([dutch.title, dutch.name, english.title, english.name]).toEqual([
      'Proef',
      'proef',
      'Trial',
      'trial',
    ])
    expect(JSON.stringify(dutch)).not.toMatch(/"(?:\/|[A-Z]:\\)|20\d\d-\d\d-\d\dT/)
  })

  it('says nothing of a codebook that is not frozen', async () => {
    expect(await descriptorOf({})).not.toHaveProperty('codebook')
  })

  it('says of columns of a list or of numbers nothing of a guard, for they have none', async () => {
    const { resources } = await descriptorOf({})
    const fields = resources.flatMap((each: { schema: { fields: readonly object[] } }) => each.schema.fields)
    for (const { name, type, description, constraints } of fields) {
      const guarded = type === 'string' && constraints?.enum === undefined
      expect(description.includes('An apostrophe may guard'), name).toBe(guarded)
    }
  })
})
