import { type Change, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { conflictsTable, sideName } from '../src/index.ts'

const base = { at: '2024-03-01T09:00:00Z', by: 'anna' }
const rename: Change = {
  ...base,
  id: 'r1',
  kind: 'rename-code',
  code: 'kat',
  label: { nl: 'Poes' },
  reason: 'Korter.',
}
const retire: Change = { ...base, id: 'r2', by: 'bram', kind: 'retire-code', code: 'kat' }
const study = {
  ...emptyStudy,
  codes: [
    {
      id: 'kat',
      label: { nl: 'Poes', en: 'Cat' },
      parent: null,
      level: 'theme',
      origin: 'deductive',
      version: 1,
    },
  ],
} as const

describe('a table of conflicts', () => {
  it('has a row for each side, with who, when and why', () => {
    const table = conflictsTable([{ about: 'code:kat end', changes: [rename, retire] }], study)
    expect(table.rows).toEqual([
      [1, 'code Poes', 'a', 'code hernoemd', 'Poes', 'anna', base.at, 'Korter.', 'r1'],
      [1, 'code Poes', 'b', 'code vervallen', '', 'bram', base.at, null, 'r2'],
    ])
  })

  it('says on which words a segment is to stand, for that is what is to be decided', () => {
    const place = (id: string, quote: string): Change => ({
      ...base,
      ...{
        id,
        kind: 'place-segment',
        segment: 'g',
        start: 0,
        end: quote.length,
        quote,
        prefix: '',
        suffix: '',
      },
    })
    const changes = [
      place('p1', 'Een kat'),
      { ...place('p2', 'Een'), by: 'bram', at: '2024-03-02T09:00:00Z' },
    ]
    expect(conflictsTable([{ about: 'segment:g place', changes }], study).rows).toEqual([
      [1, 'fragment g', 'a', 'fragment geplaatst', 'Een kat', 'anna', base.at, null, 'p1'],
      [1, 'fragment g', 'b', 'fragment geplaatst', 'Een', 'bram', '2024-03-02T09:00:00Z', null, 'p2'],
    ])
  })

  it('says where two corrected texts begin to differ', () => {
    const correct = (id: string, text: string): Change => ({
      ...base,
      ...{ id, kind: 'correct-source', source: 's', text, turns: [], moves: [], reason: 'Nageluisterd.' },
    })
    const contents = (...texts: readonly string[]) => {
      const changes = texts.map((text, i) => correct(`c${i}`, text))
      return conflictsTable([{ about: 'source:s text', changes }], study).rows.map(row => row[4])
    }
    expect(contents('R1: De kat slaapt.', 'R1: De kat sliep.')).toEqual(['… slaapt.', '… sliep.'])
    expect(contents('Kat.', 'Hond.', 'Kater.')).toEqual(['Kat.', 'Hond.', 'Kater.'])
    // Eighty characters: seven and 24 times three and one, five and 25 times three.
    const long = 'ja '.repeat(40)
    expect(contents(`De kat slaapt ${long}`, `De kat ligt ${long}`)).toEqual([
      `… slaapt ${'ja '.repeat(24)}j …`,
      `… ligt ${'ja '.repeat(25)} …`,
    ])
  })

  it.each([
    ['study description', 'studie', 'study'],
    ['code:weg end', 'code weg', 'code weg'],
    ['source:interview 1 text', 'bron interview 1', 'source interview 1'],
    ['cell:["f","oost","a"] judgement', 'cel f, oost, a', 'cell f, oost, a'],
    ['case:oost value:inwoners', 'casus oost', 'case oost'],
    ['codes:["hond","kat"] nesting', 'codes hond, Poes', 'codes hond, Cat'],
    ['codebook: end', 'codeboek', 'codebook'],
    ['segment:s:1-5 place', 'fragment s:1-5', 'segment s:1-5'],
    ['source:s resting', 'bron s', 'source s'],
    ['screening:z end', 'doorlezing z', 'screening z'],
  ])('says what %s is about', (about, nl, en) => {
    const row = (language: 'nl' | 'en') =>
      conflictsTable([{ about, changes: [retire] }], study, language).rows[0]?.[1]
    expect([row('nl'), row('en')]).toEqual([nl, en])
  })

  it.each([
    [0, 'a'],
    [25, 'z'],
    [26, 'aa'],
    [51, 'az'],
    [52, 'ba'],
    [701, 'zz'],
    [702, 'aaa'],
  ])('names side %i %s', (side, name) => expect(sideName(side)).toBe(name))
})
