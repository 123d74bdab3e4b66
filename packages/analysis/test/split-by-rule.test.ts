import { applyChanges, type Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkRecodingDebt, compare, datedCodingsTable, type SplitPart, splitByRule } from '../src/index.ts'

const at = '2024-03-01T09:00:00Z'
const text = 'De kat slaapt. De hond blaft. De vis zwemt.'
const quotes = ['De kat slaapt.', 'De hond blaft.', 'De vis zwemt.']
const code = {
  id: 'dier',
  label: { nl: 'Dier' },
  parent: 'top',
  level: 'sub-code',
  origin: 'inductive',
} as const
const base = { at, by: 'anna' }
const source = (id: string, inCase: string) =>
  ({ id, title: id, kind: 'interview', case: inCase, participants: [], text, turns: [] }) as const

const study: Study = applyChanges(
  {
    title: { nl: 'Proef' },
    language: 'nl',
    ...Object.fromEntries(
      [
        'variables',
        'participants',
        'sources',
        'segments',
        'codings',
        'memos',
        'judgements',
        'screenings',
        'queries',
        'claims',
        'summaries',
      ].map(list => [list, []]),
    ),
    coders: [{ id: 'anna', label: 'Anna' }],
    cases: ['oost', 'west'].map(id => ({ id, label: { nl: id }, values: {} })),
    codes: [
      { ...code, id: 'top', label: { nl: 'Top' }, parent: null, level: 'theme', version: 1 },
      { ...code, version: 1 },
    ],
    frames: [{ id: 'f', label: { nl: 'F' }, rows: [{ id: 'r', label: { nl: 'R' }, codes: ['top'] }] }],
  } as unknown as Study,
  [
    { ...base, id: '1', kind: 'add-source', source: source('o', 'oost') },
    { ...base, id: '2', kind: 'add-source', source: source('w', 'west') },
    ...['o', 'w'].flatMap(of =>
      quotes.flatMap((quote, i) => {
        const start = text.indexOf(quote)
        const segment = {
          id: `${of}${i}`,
          source: of,
          start,
          end: start + quote.length,
          quote,
          prefix: '',
          suffix: '',
        }
        return [
          { ...base, id: `s${of}${i}`, kind: 'add-segment' as const, segment },
          {
            ...base,
            id: `c${of}${i}`,
            kind: 'code-segment' as const,
            coding: { id: `k-${of}${i}`, segment: segment.id, code: 'dier' },
          },
        ]
      }),
    ),
  ],
)

const split = (parts: readonly SplitPart[]) => splitByRule(study, 'dier', parts)
const assigned = (parts: readonly SplitPart[]) =>
  Object.fromEntries(split(parts).change.assign.map(({ coding, code: to }) => [coding, to]))

describe('splitting a code by rules', () => {
  it('gives each coding to the part that names it, else to the first whose query it answers, else to the rest', () => {
    const parts = [
      { label: { nl: 'Oost' }, when: 'case:oost' },
      { label: { nl: 'Vissen' }, codings: ['k-o2', 'k-w2'] },
      { label: { nl: 'Overig' }, definition: { nl: 'De rest.' } },
    ]
    expect(assigned(parts)).toEqual({
      'k-o0': 'oost',
      'k-o1': 'oost',
      'k-o2': 'vissen',
      'k-w0': 'overig',
      'k-w1': 'overig',
      'k-w2': 'vissen',
    })
    const made = applyChanges(study, [{ ...base, id: 'x', ...split(parts).change }])
    expect(made.codings.map(coding => coding.code)).toEqual([
      'oost',
      'oost',
      'vissen',
      'overig',
      'overig',
      'vissen',
    ])
    expect(made.codes.map(({ id, parent, retired }) => [id, parent, retired ?? false])).toEqual([
      ['top', null, false],
      ['dier', 'top', true],
      ['oost', 'top', false],
      ['vissen', 'top', false],
      ['overig', 'top', false],
    ])
  })

  it('leaves the codings that no part takes, and says which', () =>
    expect(split([{ label: { nl: 'Oost' }, when: 'case:oost' }]).left).toEqual(['k-w0', 'k-w1', 'k-w2']))

  it('gives a part whose name is taken an id of its own', () =>
    expect(split([{ label: { nl: 'Top' } }]).change.into.map(({ id }) => id)).toEqual(['top-2']))

  it.each<[string, () => unknown, new () => Error]>([
    ['a code that is not there', () => splitByRule(study, 'weg', []), RangeError],
    ['a coding of another code', () => split([{ label: { nl: 'A' }, codings: ['weg'] }]), TypeError],
    [
      'a coding that two parts name',
      () =>
        split([
          { label: { nl: 'A' }, codings: ['k-o0'] },
          { label: { nl: 'B' }, codings: ['k-o0'] },
        ]),
      TypeError,
    ],
  ])('refuses %s', (_, wrong, kind) => expect(wrong).toThrow(kind))
})

describe('recoding debt', () => {
  const redefined = applyChanges(study, [
    { ...base, id: 'y', kind: 'redefine-code', code: 'dier', definition: { nl: 'Leeft.' } },
    { ...base, id: 'z', kind: 'review-coding', coding: 'k-o0' },
  ])

  it('is a warning for each code, with the cases that it is in', () => {
    const [problem, ...others] = checkRecodingDebt(redefined)
    expect([problem?.code, problem?.severity, problem?.place?.path, others]).toEqual([
      'recoding-debt',
      'warning',
      ['codes', 'dier'],
      [],
    ])
    expect(problem?.message).toContain('oost: 2, west: 3')
    expect(checkRecodingDebt(study)).toEqual([])
  })

  it('is listed with the words of each coding', () =>
    expect(datedCodingsTable(redefined).rows[0]).toEqual([
      'k-o1',
      'Dier',
      'oost',
      'o',
      'De hond blaft.',
      'Leeft.',
    ]))
})

it('a comparison made with a frozen codebook says so', () => {
  const frozen = applyChanges(study, [{ ...base, id: 'v', kind: 'freeze-codebook', round: 'Ronde 1' }])
  expect(compare(frozen, 'f').note?.nl).toMatch(
    /^Codeboek: Ronde 1, vastgezet op 2024-03-01, versie [0-9a-f]{12}\.$/,
  )
  expect(compare(study, 'f').note).toBeUndefined()
})
