import type { Claim, ClaimRule, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkClaims, claimsTable, enoughVoices, testClaims, voicesIn } from '../src/index.ts'
import { codedStudy, sourceOf, withCodings } from './study-cases.ts'

const fixed = '2024-05-01T10:00:00+02:00'

/** The study with one claim by these rules. */
function claiming(study: Study, rules: readonly ClaimRule[], more: Partial<Claim> = {}): Study {
  const text = { nl: 'Zo is het', en: 'So it is' }
  return { ...study, claims: [{ id: 'c', text, rules, by: 'kim', at: fixed, ...more }] }
}

const only = (study: Study) => testClaims(study)[0]!

describe('the codings that bear a claim', () => {
  it('are those with the codes of its rule, not what else stands on the same words', () => {
    const { cases } = only(claiming(codedStudy, [{ case: 'noord', supports: 'gesloten' }]))
    expect(cases[0]?.supporting.map(({ coding }) => coding)).toEqual(['n1:7-10|gesloten|kim'])
  })

  it('are those of the coder whom the rule names, where another gave the same code to the same words', () => {
    const of = (coder: string) =>
      only(claiming(codedStudy, [{ case: 'noord', supports: `open and coder:${coder}` }])).cases[0]!
    expect(of('lex').supporting.map(({ coding }) => coding)).toEqual(['n1:7-10|open|lex'])
    expect(of('kim').supporting.map(({ coding }) => coding)).toEqual([
      'n1:7-10|open|kim',
      'n1:11-15|open|kim',
    ])
  })

  it('are not contradicted by a coder whom the rule leaves out', () => {
    const divided = withCodings(codedStudy, ['n1 een open kim', 'n1 twee open kim', 'n1 een open lex -'])
    expect(only(claiming(divided, [{ case: 'noord', supports: 'open and coder:kim' }])).state).toBe(
      'supported',
    )
    expect(only(claiming(divided, [{ case: 'noord', supports: 'open' }])).state).toBe('thin')
  })

  it('are those from the day that the rule names', () => {
    const later = {
      ...codedStudy,
      codings: codedStudy.codings.map(coding =>
        coding.id === 'n1:11-15|open|kim' ? { ...coding, at: '2024-04-02T09:00:00Z' } : coding,
      ),
    }
    const { cases } = only(claiming(later, [{ case: 'noord', supports: 'open and from:2024-04' }]))
    expect(cases[0]?.supporting.map(({ coding }) => coding)).toEqual(['n1:11-15|open|kim'])
  })

  it.each([
    ['open or status', 4],
    ['(open and coder:kim) or status', 3],
    ['(open or status) and coder:lex', 1],
    ['one of (open, gesloten)', 1],
    ['open and not gesloten', 1],
    ['open co-occurs gesloten', 2],
    ['gesloten co-occurs open', 1],
    ['houding/**', 4],
    ['set:houdingen', 4],
    ['query:bewaard', 3],
    ['query:bewaard and coder:lex', 1],
    ['coder:lex', 1],
    ['coder:lex co-occurs coder:kim', 1],
    ['coder:kim and kind:interview', 3],
    ['coder:kim or coder:lex', 5],
    ['query:van-lex', 1],
    ['kind:fieldwork-note', 1],
    ['not open', 1],
  ])('of %s are %i', (supports, count) => {
    const study: Study = {
      ...codedStudy,
      frames: [
        {
          id: 'f',
          label: {},
          rows: [{ id: 'houdingen', label: {}, codes: ['houding'] }],
        },
      ],
      queries: [
        { id: 'bewaard', text: 'open' },
        { id: 'van-lex', text: 'coder:lex' },
      ].map(query => ({ ...query, label: {}, by: 'kim', at: fixed })),
    }
    const { cases } = only(claiming(study, [{ case: 'noord', supports }]))
    expect(cases[0]?.supports.codings).toBe(count)
  })

  it('stand in the order of the text, with who says them', () => {
    const { cases } = only(claiming(codedStudy, [{ case: 'noord', supports: 'open or gesloten' }]))
    expect(cases[0]?.supporting.map(({ coding, speaker }) => [coding, speaker])).toEqual([
      ['n1:7-10|open|kim', 'Anna'],
      ['n1:7-10|open|lex', 'Anna'],
      ['n1:7-10|gesloten|kim', 'Anna'],
      ['n1:11-15|open|kim', 'R2'],
    ])
  })

  it('are against it where they answer its rule for the contrary, and then not for it too', () => {
    const { cases, state } = only(
      claiming(codedStudy, [{ case: 'noord', supports: 'open', contradicts: 'open within gesloten' }]),
    )
    expect(cases[0]?.contrary.map(({ coding }) => coding)).toEqual(['n1:7-10|open|kim', 'n1:7-10|open|lex'])
    expect(cases[0]?.supporting.map(({ coding }) => coding)).toEqual(['n1:11-15|open|kim'])
    expect([cases[0]?.supports.speakers, cases[0]?.contradicts.speakers]).toEqual([1, 1])
    expect(state).toBe('contradicted')
  })
})

describe('the state of a claim', () => {
  /** In each of so many notes nobody speaks; the case has as many sources for and against as is said. */
  const notes = (yes: number, no: number): Study =>
    withCodings(
      {
        ...codedStudy,
        sources: Array.from({ length: yes + no }, (_, i) =>
          sourceOf(`s${i}`, 'noord', 'fieldwork-note', { turns: [], participants: [] }),
        ),
      },
      Array.from({ length: yes + no }, (_, i) => `s${i} een open kim${i < yes ? '' : ' -'}`),
    )
  const rule = [{ case: 'noord', supports: 'open' }]

  it.each([
    [0, 0, 'never tested'],
    [1, 0, 'thin'],
    [2, 0, 'supported'],
    [9, 0, 'supported'],
    [0, 1, 'contradicted'],
    [1, 1, 'contradicted'],
    [2, 1, 'thin'],
    [1, 2, 'contradicted'],
    [5, 4, 'thin'],
  ])('with %i voices for it and %i against is %3$s', (yes, no, state) => {
    expect(only(claiming(notes(yes, no), rule)).state).toBe(state)
  })

  it('asks as many voices as the claim says, two where it says nothing', () => {
    expect(enoughVoices).toBe(2)
    expect(only(claiming(notes(1, 0), rule, { voices: 1 })).state).toBe('supported')
    expect(only(claiming(notes(3, 0), rule, { voices: 4 })).state).toBe('thin')
  })

  it('is that of the worst case: one against it contradicts, one untested makes it thin', () => {
    const [for_, none] = [
      { case: 'noord', supports: 'open' },
      { case: 'leeg', supports: 'open' },
    ]
    expect(only(claiming(codedStudy, [for_, none])).state).toBe('thin')
    const against = { case: 'zuid', supports: 'status', contradicts: 'gedrag' }
    expect(only(claiming(codedStudy, [for_, against])).state).toBe('contradicted')
    expect(only(claiming(codedStudy, [none])).state).toBe('never tested')
  })

  it('has changed where another was recorded, and not where none was', () => {
    expect(only(claiming(notes(2, 0), rule, { recorded: 'thin' })).changed).toBe(true)
    expect(only(claiming(notes(2, 0), rule, { recorded: 'supported' })).changed).toBe(false)
    expect(only(claiming(notes(2, 0), rule)).changed).toBe(false)
  })

  it('counts what was coded before its rule was fixed once, though two cases of it count it', () => {
    const twice = claiming(codedStudy, [...rule, ...rule])
    expect(only(twice).codingsBeforeRule).toBe(3)
    const after = {
      ...twice,
      codings: twice.codings.map(coding => ({ ...coding, at: '2024-05-01T08:00:01Z' })),
    }
    expect(only(after).codingsBeforeRule).toBe(0)
    const before = {
      ...twice,
      codings: twice.codings.map(coding => ({ ...coding, at: '2024-05-01T07:59:59Z' })),
    }
    expect(only(before).codingsBeforeRule).toBe(3)
  })
})

describe('independent voices', () => {
  it('are speakers; sources only where nobody speaks', () => {
    const evidence = { codings: 9, segments: 8, sources: 3, speakers: 2, kinds: [] }
    expect(voicesIn(evidence)).toBe(2)
    expect(voicesIn({ ...evidence, speakers: 0 })).toBe(3)
  })
})

describe('the check of claims', () => {
  it('names the claim, and what was recorded and holds now', () => {
    const [problem] = checkClaims(
      claiming(codedStudy, [{ case: 'noord', supports: 'open' }], { recorded: 'thin' }),
    )
    expect(problem).toMatchObject({ code: 'claim-changed', place: { path: ['claims', 'c'] } })
    expect(problem?.message).toContain('"Zo is het" was thin and is supported now')
  })

  it('gives every fault of a rule, with the claim', () => {
    const problems = checkClaims(claiming(codedStudy, [{ case: 'noord', supports: 'opeen or geslotn' }]))
    expect(problems.map(({ code, severity, place }) => [code, severity, place?.path])).toEqual([
      ['claim-rule', 'error', ['claims', 'c']],
      ['claim-rule', 'error', ['claims', 'c']],
    ])
  })
})

describe('the table of claims', () => {
  const study = claiming(codedStudy, [
    { case: 'noord', supports: 'open', contradicts: 'gesloten' },
    { case: 'leeg', supports: 'open' },
  ])

  it('has a row a case, with voices and codings for and against', () => {
    const table = claimsTable(study, testClaims(study))
    expect(table.columns.map(({ label }) => label.nl)).toEqual([
      'Bewering',
      'Stand',
      'Casus',
      'Stemmen voor',
      'Stemmen tegen',
      'Coderingen voor',
      'Coderingen tegen',
      'Coderingen van vóór de regel',
    ])
    expect(table.rows).toEqual([
      ['Zo is het', 'dun', 'Noord', 2, 1, 3, 1, 4],
      ['Zo is het', 'dun', 'Leeg', 0, 0, 0, 0, 4],
    ])
  })

  it.each([
    ['supported', 'ondersteund'],
    ['contradicted', 'tegengesproken'],
    ['thin', 'dun'],
    ['never tested', 'nooit getoetst'],
  ] as const)('says %s in both languages', (state, nl) => {
    const tested = [{ ...only(study), state }]
    expect(claimsTable(study, tested).rows[0]?.[1]).toBe(nl)
    expect(claimsTable({ ...study, language: 'en' }, tested).rows[0]?.slice(0, 2)).toEqual([
      'So it is',
      state,
    ])
  })
})
