import { replay, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkQuery, parseQuery } from '../../src/index.ts'

const base = { at: '2024-03-01T09:00:00Z', by: 'anna' }
const study: Study = replay([
  { ...base, id: '1', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  {
    ...base,
    id: '2',
    kind: 'add-case',
    case: { id: 'molenwijk', label: { nl: 'De Molenwijk' }, values: {} },
  },
  {
    ...base,
    id: '3',
    kind: 'add-participant',
    participant: { id: 'H01', label: 'Wijkagent', case: 'molenwijk', organisation: 'Politie' },
  },
  {
    ...base,
    id: '4',
    kind: 'add-source',
    source: {
      ...{ id: 's', title: 'Gesprek', kind: 'meeting-observation', case: 'molenwijk', participants: ['H01'] },
      text: 'Piet: Dag.',
      turns: [{ start: 6, end: 10, speaker: 'Piet', role: 'participant' }],
    },
  },
  {
    ...base,
    id: '5',
    kind: 'add-code',
    code: { id: 'kat', label: { nl: 'Kat' }, parent: null, level: 'theme', origin: 'deductive' },
  },
])

describe('a query whose filters name what there is not', () => {
  it.each([
    ['kat', []],
    ['kat and case:MOLENWIJK and kind:observation and coder:anna and speaker:piet and speaker:h01', []],
    ['kat and case:"De Molenwijk" and organisation:politie and text:zomaar and from:2024-01-01', []],
    ['kat and case:molenwyk', ['Nothing in the study has the case "molenwyk". Is "molenwijk" meant?']],
    ['kat and kind:interviw', ['Nothing in the study has the kind "interviw". Is "interview" meant?']],
    [
      'kat and not (coder:bram or coder:bram)',
      ['Nothing in the study has the coder "bram". There are: anna, Anna.'],
    ],
    [
      '(kat and speaker:niemand) follows at most 2 turns (kat and source:onbekend)',
      [
        'Nothing in the study has the speaker "niemand". There are: H01, Wijkagent, Piet.',
        'Nothing in the study has the source "onbekend". There are: s, Gesprek.',
      ],
    ],
  ])('%s', (text, messages) => {
    const problems = checkQuery(study, parseQuery(text, study))
    expect(problems.map(({ message }) => message)).toEqual(messages)
    for (const { code, severity } of problems) expect([code, severity]).toEqual(['unknown-name', 'warning'])
  })
})

describe('a query for codings by two coders', () => {
  const both = replay([
    { ...base, id: '1', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
    { ...base, id: '2', kind: 'add-coder', coder: { id: 'bram', label: 'Bram B.' } },
    {
      ...base,
      id: '3',
      kind: 'add-code',
      code: { id: 'kat', label: { nl: 'Kat' }, parent: null, level: 'theme', origin: 'deductive' },
    },
  ])
  const told =
    'No coding is by both "anna" and "bram". For segments that both gave a code write "(a code and coder:anna) and (a code and coder:bram)"; for places where both marked something, "coder:anna co-occurs coder:bram".'

  it.each([
    ['coder:anna and coder:bram', [['two-coders', told]]],
    [
      'kat and coder:ANNA and case:x and coder:"Bram B."',
      [
        ['unknown-name', expect.any(String)],
        ['two-coders', told],
      ],
    ],
    ['not (coder:bram and kat and coder:anna)', [['two-coders', told]]],
    ['coder:anna and coder:Anna', []],
    ['coder:anna or coder:bram', []],
    ['(kat and coder:anna) and (kat and coder:bram)', []],
    ['coder:anna co-occurs coder:bram', []],
  ])('%s', (text, problems) => {
    expect(checkQuery(both, parseQuery(text, both)).map(({ code, message }) => [code, message])).toEqual(
      problems,
    )
  })
})
