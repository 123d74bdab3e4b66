import { replay } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { loadStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'
import { sound } from './study-folder-cases.ts'

/** The sound study with more at the end of `study.yaml`, which begins on line 26. */
const load = (yaml: string) =>
  inFolder({ ...sound, 'study.yaml': `${sound['study.yaml']}${yaml}\n` }, async folder => {
    const { study, changes, problems } = await loadStudyFolder(folder)
    expect(replay(changes)).toEqual(study)
    return { study, told: problems.map(({ code, severity, place }) => `${place?.line} ${severity} ${code}`) }
  })

const created = '2024-12-02T09:00:00+01:00'

describe('what study.yaml states about the codings', () => {
  it('may be which sources were read through for which codes', async () => {
    const { study, told } = await load(
      'screened:\n  - { sources: [oost-int-1], codes: [Kader, Kader > Verschil], by: bram, at: 2024-11-05T09:00:00+01:00 }\n  - { sources: all, codes: [overlap], by: anna }',
    )
    expect(told).toEqual([])
    expect(
      study.screenings.map(({ source, code, by, at, codeVersion }) => [source, code, by, at, codeVersion]),
    ).toEqual([
      ['oost-int-1', 'kader', 'bram', '2024-11-05T09:00:00+01:00', 1],
      ['oost-int-1', 'verschil', 'bram', '2024-11-05T09:00:00+01:00', 1],
      ['oost-int-1', 'overlap', 'anna', created, 1],
      ['oost-obs-1', 'overlap', 'anna', created, 1],
      ['west-note-1', 'overlap', 'anna', created, 1],
    ])
  })

  it('may be queries by name', async () => {
    const { study, told } = await load(
      'queries:\n  - { id: samen, label: Samen, query: overlap }\n  - { id: alles, query: kader }',
    )
    expect(told).toEqual([])
    expect(study.queries).toEqual([
      { id: 'samen', label: { nl: 'Samen' }, text: 'overlap' },
      { id: 'alles', text: 'kader' },
    ])
  })

  it('may be claims with their rules', async () => {
    const { study, told } = await load(
      'claims:\n  - id: c1\n    text: { nl: Zo is het, en: So it is }\n    rules:\n      - { case: oost, supports: overlap, contradicts: verschil }\n    voices: 3\n    recorded: thin\n    by: bram',
    )
    expect(told).toEqual([])
    expect(study.claims).toEqual([
      {
        id: 'c1',
        text: { nl: 'Zo is het', en: 'So it is' },
        rules: [{ case: 'oost', supports: 'overlap', contradicts: 'verschil' }],
        voices: 3,
        recorded: 'thin',
        by: 'bram',
        at: created,
      },
    ])
  })

  it('may be summaries, which cite every coding of the words that they quote', async () => {
    const { study, told } = await load(
      'summaries:\n  - { frame: fasen, row: vormen, case: west, text: Leeg., cites: [{ source: west-note-1, quote: De markt is leeg }, { source: west-note-1, quote: De markt is }] }',
    )
    expect(told).toEqual([])
    expect(study.summaries).toEqual([
      {
        id: 'fasen|west|vormen',
        frame: 'fasen',
        row: 'vormen',
        case: 'west',
        text: 'Leeg.',
        cites: [
          { coding: 'west-note-1:0-16|verschil|bram', quote: 'De markt is leeg', codeVersion: 1 },
          { coding: 'west-note-1:0-11|verschil|anna', quote: 'De markt is', codeVersion: 1 },
        ],
        by: 'anna',
        at: created,
      },
    ])
  })

  it.each([
    [
      'a screening for an unknown code',
      'screened:\n  - { sources: all, codes: [Kadder], by: anna }',
      ['27 error unknown-code'],
    ],
    [
      'a screening of an unknown source',
      'screened:\n  - { sources: [x], codes: [Kader], by: anna }',
      ['27 error unknown-source'],
    ],
    [
      'a screening by nobody',
      'screened:\n  - { sources: [oost-int-1], codes: [Kader], by: cees }',
      ['27 error unknown-coder'],
    ],
    [
      'a screening for no codes',
      'screened:\n  - sources: all\n    codes: []\n    by: anna',
      ['28 error unfit-value'],
    ],
    ['a query without text', 'queries:\n  - id: q\n    query: ""', ['28 error unfit-value']],
    [
      'a claim on an unknown case',
      'claims:\n  - { id: c, text: T, rules: [{ case: noord, supports: overlap }] }',
      ['27 error unknown-case'],
    ],
    ['a claim without rules', 'claims:\n  - id: c\n    text: T\n    rules: []', ['29 error unfit-value']],
    [
      'a claim in a state that is none',
      'claims:\n  - id: c\n    text: T\n    rules: [{ case: oost, supports: x }]\n    recorded: waar',
      ['30 error unfit-value'],
    ],
    [
      'a summary of an unknown frame',
      'summaries:\n  - { frame: stadia, row: Vormen, case: oost, text: T }',
      ['27 error unknown-frame'],
    ],
    [
      'a summary of an unknown row',
      'summaries:\n  - { frame: fasen, row: Rouwen, case: oost, text: T }',
      ['27 error unknown-row'],
    ],
    [
      'a summary of an unknown case',
      'summaries:\n  - { frame: fasen, row: Vormen, case: noord, text: T }',
      ['27 error unknown-case'],
    ],
    [
      'a summary with words that nobody coded',
      'summaries:\n  - frame: fasen\n    row: Vormen\n    case: oost\n    text: T\n    cites:\n      - { source: oost-int-1, quote: hetzelfde }\n      - { source: oost-int-1, quote: iets anders }',
      ['33 warning stale-citation'],
    ],
  ])('with %s says so, on its line', async (_, yaml, expected) => {
    expect((await load(yaml)).told).toEqual(expected)
  })
})
