import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'
import { loadChanged as load } from './load-changed.ts'
import { sound } from './study-folder-cases.ts'

describe('a sound study folder', () => {
  it('has no problems, and gives every part of the study', async () => {
    const { study, told } = await load()
    expect(told).toEqual([])
    expect(study.title).toEqual({ nl: 'Plein en markt', en: 'Square and market' })
    expect(study.coders).toEqual([
      { id: 'anna', label: 'Anna A.' },
      { id: 'bram', label: 'bram' },
    ])
    expect(study.variables).toEqual([
      { id: 'soort', label: { nl: 'Soort' }, on: 'case', type: 'text' },
      { id: 'Leden', label: { nl: 'Leden' }, on: 'participant', type: 'number' },
      { id: 'weer', label: { nl: 'weer' }, on: 'source', type: 'text' },
    ])
    expect(study.participants).toEqual([
      {
        id: 'H01',
        label: 'Jan',
        case: 'oost',
        organisation: 'Gemeente',
        function: 'Beleid',
        values: { Leden: 12.5 },
      },
      { id: 'H02', label: 'Piet', case: 'west' },
    ])
    expect(study.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['kader', null],
      ['overlap', 'kader'],
      ['verschil', 'kader'],
    ])
    expect(study.frames.map(({ id, rows }) => [id, rows.map(row => [row.id, row.codes])])).toEqual([
      [
        'fasen',
        [
          ['vormen', ['overlap']],
          ['stormen', ['verschil']],
          ['normeren', ['kader']],
        ],
      ],
    ])
  })

  it('gives sources as their files, their folders and the list say', async () => {
    const { study } = await load()
    const [interview, observation, note] = study.sources
    expect(interview).toMatchObject({
      id: 'oost-int-1',
      title: 'Eerste gesprek',
      kind: 'interview',
      form: 'individual',
      case: 'oost',
      date: '2024-10-03',
      participants: ['H01'],
      values: { weer: 'zon' },
      text: '**Interviewer:** Hoe ziet u het?\n\n**R1:** [00:00:05] Wij zien hetzelfde 😀, echt hetzelfde.\n',
      origin: { file: 'sources/oost/oost-int-1.md', line: 11, format: 'markdown' },
    })
    expect(interview?.turns.map(({ role, participant, time }) => [role, participant, time])).toEqual([
      ['interviewer', undefined, undefined],
      ['participant', 'H01', 5],
    ])
    expect(observation?.grid).toEqual({
      actors: ['H01'],
      indicators: [{ part: 'non-verbal', label: 'Blik', values: ['weg'] }],
    })
    expect(note).toMatchObject({
      id: 'west-note-1',
      title: 'Notitie',
      kind: 'fieldwork-note',
      case: 'west',
      date: '2024-10-04',
      participants: ['H02'],
      activities: 3,
      turns: [],
      origin: { format: 'text' },
    })
  })

  it('gives the codings of the lists, then the marks in the texts', async () => {
    const { study } = await load()
    expect(
      study.codings.map(({ segment, code, coder, stance, memo, at }) => [
        segment,
        code,
        coder,
        stance,
        memo,
        at,
      ]),
    ).toEqual([
      ['oost-int-1:81-90', 'overlap', 'anna', undefined, undefined, '2024-11-01T10:00:00+01:00'],
      ['west-note-1:0-11', 'verschil', 'anna', undefined, undefined, '1970-01-01T00:00:00Z'],
      ['west-note-1:0-16', 'verschil', 'bram', 'contradicts', 'Leeg!', '1970-01-01T00:00:00Z'],
      ['oost-int-1:62-71', 'overlap', 'bram', undefined, undefined, '1970-01-01T00:00:00Z'],
    ])
    expect(study.segments.map(({ quote }) => quote)).toEqual([
      'hetzelfde',
      'De markt is',
      'De markt is leeg',
      'hetzelfde',
    ])
  })

  it('gives judgements of one row and of several, with the time and the coder of the study where they say none', async () => {
    const { study } = await load()
    expect(study.judgements).toEqual([
      {
        id: 'fasen|oost|vormen+stormen',
        frame: 'fasen',
        case: 'oost',
        rows: ['vormen', 'stormen'],
        state: 'completed',
        by: 'anna',
        at: '2024-12-01T09:00:00+01:00',
      },
      {
        id: 'fasen|oost|normeren',
        frame: 'fasen',
        case: 'oost',
        rows: ['normeren'],
        state: 'current',
        reasons: 'Nog bezig.',
        by: 'anna',
        at: '2024-12-02T09:00:00+01:00',
      },
    ])
  })

  it('gives changes with ids that say what they do, at the time of the study', async () => {
    const { changes } = await load()
    expect(changes[0]).toEqual({
      id: 'describe-study',
      at: '2024-12-02T09:00:00+01:00',
      by: 'codeerbank',
      kind: 'describe-study',
      title: { nl: 'Plein en markt', en: 'Square and market' },
      language: 'nl',
    })
    const ids = changes.map(({ id }) => id)
    for (const id of ['add-coder:anna', 'add-case:west', 'add-code:overlap', 'add-source:oost-obs-1'])
      expect(ids).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is the same study in any order in which a disk lists its files, with CRLF and byte order marks', async () => {
    const crlf = Object.entries(sound).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`])
    const turned = await inFolder(Object.fromEntries(crlf.reverse()), loadStudyFolder)
    const plain = await inFolder(sound, loadStudyFolder)
    const bare = ({ study }: typeof plain) => ({
      ...study,
      sources: study.sources.map(source => ({ ...source, origin: { ...source.origin, sha256: '' } })),
    })
    expect(turned.problems).toEqual([])
    expect(bare(turned)).toEqual(bare(plain))
  })
})

describe('study.yaml', () => {
  it.each([
    ['that is missing', null, ['study.yaml:1 study-file-missing', 'study.yaml:1 no-cases']],
    ['that is empty', '', ['study.yaml:1 no-cases']],
    ['that does not close a list', 'title: A\ncases: [oost\n', ['study.yaml:3 malformed-yaml']],
    ['with a key twice', 'cases: [oost, west]\ntitle: A\ntitle: B\n', ['study.yaml:3 malformed-yaml']],
    ['that is a list', '- oost\n', ['study.yaml:1 unfit-value']],
    [
      'with an unknown key deep in it',
      'cases:\n  - id: oost\n    label: O\n    kleur: rood\n',
      ['study.yaml:4 unknown-key', 'study.yaml:1 no-cases'],
    ],
    [
      'with a case without an id',
      'cases:\n  - oost\n  - label: W\n',
      ['study.yaml:3 unfit-value', 'study.yaml:1 no-cases'],
    ],
    ['with a language that is none', 'language: fr\ncases: [oost, west]\n', ['study.yaml:1 unfit-value']],
    ['with a time that is none', 'cases: [oost, west]\ncreated: gisteren\n', ['study.yaml:2 unfit-value']],
    [
      'with a state that is none',
      'cases: [oost, west]\njudgements:\n  - frame: fasen\n    case: oost\n    rows: Vormen\n    state: bezig\n',
      ['study.yaml:6 unfit-value'],
    ],
  ])('%s says so on the very line', async (_, text, expected) => {
    const { told } = await load({ 'study.yaml': text })
    expect(told.filter(each => each.startsWith('study.yaml'))).toEqual(expected)
  })

  it('may be called study.yml, and its faults then stand there', async () => {
    const { study, told } = await load({
      'study.yaml': null,
      'study.yml': `${sound['study.yaml']}kleur: rood\n`,
    })
    expect(study.cases).toHaveLength(2)
    expect(told).toEqual(['study.yml:26 unknown-key'])
  })

  it('keeps its other keys where one does not fit', async () => {
    const { study } = await load({ 'study.yaml': `${sound['study.yaml']}screened: ja\n` })
    expect([study.cases.length, study.judgements.length]).toEqual([2, 2])
  })

  it('puts bare texts under its language', async () => {
    const { study } = await load({
      'study.yaml': 'title: Two\nlanguage: en\ncases: [oost, { id: west, label: West }]\n',
    })
    expect([study.language, study.title, study.cases]).toEqual([
      'en',
      { en: 'Two' },
      [
        { id: 'oost', label: { en: 'oost' }, values: {} },
        { id: 'west', label: { en: 'West' }, values: {} },
      ],
    ])
  })

  it.each([
    ['an unknown frame', '{ frame: stadia, case: oost, rows: [Vormen], state: current }', 'unknown-frame'],
    ['an unknown row', '{ frame: fasen, case: oost, rows: [Rouwen], state: current }', 'unknown-row'],
    [
      'rows with a gap',
      '{ frame: fasen, case: west, rows: [Vormen, Normeren], state: current }',
      'rows-not-neighbours',
    ],
    [
      'rows backwards',
      '{ frame: fasen, case: west, rows: [Stormen, Vormen], state: current }',
      'rows-not-neighbours',
    ],
    [
      'a row twice',
      '{ frame: fasen, case: west, rows: [Vormen, Vormen], state: current }',
      'rows-not-neighbours',
    ],
    ['an unknown case', '{ frame: fasen, case: noord, rows: [Vormen], state: current }', 'unknown-case'],
    [
      'an unknown coder',
      '{ frame: fasen, case: west, rows: [Vormen], state: current, by: cees }',
      'unknown-coder',
    ],
    [
      'the same rows again',
      '{ frame: fasen, case: oost, rows: [Normeren], state: current }',
      'duplicate-judgement',
    ],
    [
      'a row that is judged already',
      '{ frame: fasen, case: oost, rows: [Stormen], state: current }',
      'judged-twice',
    ],
  ])('with a judgement of %s says so', async (_, judgement, code) => {
    const { told, study } = await load({ 'study.yaml': `${sound['study.yaml']}  - ${judgement}\n` })
    expect(told).toEqual([`study.yaml:26 ${code}`])
    expect(study.judgements).toHaveLength(code === 'unknown-coder' ? 3 : 2)
  })

  it('names all rows that a frame does not have', async () => {
    const judgement = '{ frame: fasen, case: west, rows: [Rouwen, Vormen, Vieren], state: current }'
    const { told } = await load({ 'study.yaml': `${sound['study.yaml']}  - ${judgement}\n` })
    expect(told).toEqual(['study.yaml:26 unknown-row', 'study.yaml:26 unknown-row'])
  })
})

describe('codebook.md', () => {
  it('that is missing is missed, and all that rests on it', async () => {
    const { told, study } = await load({ 'codebook.md': null })
    expect(told).toContain('codebook.md:1 codebook-missing')
    expect(told).toContain('codings.csv:2 unknown-code')
    expect(told).toContain('study.yaml:15 unknown-frame')
    expect([study.codes.length, study.sources.length]).toEqual([0, 3])
  })

  it('that is no text says so', async () => {
    const { told } = await load({ 'codebook.md': Uint8Array.from([0x23, 0x0a, 0xff]) })
    expect(told).toContain('codebook.md:2 not-utf8')
  })
})

describe('lists of participants', () => {
  it('may be a file for each case, whose name is their case', async () => {
    const { study, told } = await load({
      'participants.csv': null,
      'participants/oost.csv': 'Id;Naam;Organisatie;Functie;Opmerking\nH01;Jan;Politie;Agent;Kent elk\n',
      'participants/west.csv': 'id,role,casus\nH02,Boer,\nH03,Burger,oost\n',
    })
    expect(told).toEqual([])
    expect(study.participants).toEqual([
      { id: 'H01', label: 'Jan', case: 'oost', organisation: 'Politie', function: 'Agent', note: 'Kent elk' },
      { id: 'H02', label: 'H02', case: 'west', function: 'Boer' },
      { id: 'H03', label: 'H03', case: 'oost', function: 'Burger' },
    ])
  })

  it('give values by the type of the variable', async () => {
    const variables =
      'variables: [{ id: n, on: participant, type: number }, { id: b, on: participant, type: boolean }, { id: d, on: participant, type: date }, { id: Tekst, on: participant }, { id: constructor, on: participant }]\n'
    const { study, told } = await load({
      'study.yaml': `cases: [oost, west]\n${variables}`,
      'participants.csv': 'id,n,b,d,tekst\nH01,"1,5",Ja,2024-10-03,zo\nH02,2.5,nee,,\nH03,,true,,12\n',
    })
    expect(told.filter(each => each.startsWith('participants'))).toEqual([])
    expect(study.participants.map(({ values }) => values)).toEqual([
      { n: 1.5, b: true, d: '2024-10-03', Tekst: 'zo' },
      { n: 2.5, b: false },
      { b: true, Tekst: '12' },
    ])
  })

  it.each([
    ['without ids', 'label\nJan\n', 'participants.csv:1 missing-column'],
    [
      'with a row without an id',
      'id,label\nH01,Jan\nH02,Piet\n,Kees\n',
      'participants.csv:4 incomplete-participant',
    ],
    ['with an id twice', 'id\nH01\nH02\nH01\n', 'participants.csv:4 duplicate-participant'],
    ['with an unknown case', 'id,case\nH01,oost\nH02,noord\n', 'participants.csv:3 unknown-case'],
    ['with a column of no variable', 'id,schoenmaat\nH01,44\nH02,\n', 'participants.csv:1 unknown-column'],
    ['that cannot be read', 'id,label\nH01,"Jan"x\n', 'participants.csv:2 malformed-csv'],
  ])('%s say so', async (_, csv, expected) => {
    const { told } = await load({ 'participants.csv': csv })
    expect(told.filter(each => each.startsWith('participants'))).toEqual([expected])
  })

  it('keep the first of two participants with one id, in the study and in its changes', async () => {
    const { study } = await load({ 'participants.csv': 'id,label\nH01,Jan\nH02,Piet\nH01,Kees\n' })
    expect(study.participants.map(({ label }) => label)).toEqual(['Jan', 'Piet'])
  })
})

it('a folder that is not there cannot be read', async () => {
  await inFolder({}, async folder => {
    await expect(loadStudyFolder(join(folder, 'weg'))).rejects.toThrow('ENOENT')
  })
})
