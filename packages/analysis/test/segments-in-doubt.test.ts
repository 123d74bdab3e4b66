import { applyChanges, type Change, emptyStudy } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { checkSegmentsInDoubt, segmentsInDoubtTable } from '../src/index.ts'

const base = { at: '2024-12-03T10:00:00+01:00', by: 'anna' }
const text = 'De kat slaapt. De hond blaft.'

const start: readonly Change[] = [
  { ...base, id: '1', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  { ...base, id: '2', kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost' }, values: {} } },
  {
    ...base,
    id: '3',
    kind: 'add-source',
    source: { id: 's', title: 'S', kind: 'interview', case: 'oost', participants: [], text, turns: [] },
  },
  {
    ...base,
    id: '4',
    kind: 'add-code',
    code: { id: 'dier', label: { nl: 'Dier' }, parent: null, level: 'theme', origin: 'deductive' },
  },
  ...[
    { id: 'kat', start: 0, end: 14 },
    { id: 'hond', start: 15, end: 29 },
  ].flatMap((span): Change[] => [
    {
      ...base,
      id: `segment ${span.id}`,
      kind: 'add-segment',
      segment: { ...span, source: 's', quote: text.slice(span.start, span.end), prefix: '', suffix: '' },
    },
    {
      ...base,
      id: `coding ${span.id}`,
      kind: 'code-segment',
      coding: { id: `k-${span.id}`, segment: span.id, code: 'dier' },
    },
  ]),
]

const corrected = applyChanges(emptyStudy, [
  ...start,
  {
    ...base,
    id: '5',
    kind: 'correct-source',
    source: 's',
    text: 'De kat slaapt niet.',
    turns: [],
    moves: [
      { segment: 'kat', start: 0, end: 19, verdict: 'changed' },
      { segment: 'hond', start: 15, end: 29, verdict: 'lost' },
    ],
  },
])

describe('segments that a correction left in doubt', () => {
  it('are told with the codings that rest on them, until these were looked at', () => {
    const problems = checkSegmentsInDoubt(corrected)
    expect(problems.map(({ code, place }) => [code, place?.path])).toEqual([
      ['segment-changed', ['sources', 's']],
      ['segment-lost', ['sources', 's']],
    ])
    expect(problems[0]?.message).toContain('k-kat')
    expect(problems[1]?.message).toContain('k-hond')
  })

  it('stand when a coding on them is reviewed; one that is lost stays lost', () => {
    const review = (coding: string): Change => ({ ...base, id: coding, kind: 'review-coding', coding })
    const reviewed = applyChanges(corrected, [review('k-kat'), review('k-hond')])
    expect(reviewed.segments.map(({ verdict }) => verdict)).toEqual([undefined, 'lost'])
    expect(checkSegmentsInDoubt(reviewed).map(({ code }) => code)).toEqual(['segment-lost'])
  })

  it('are listed with their words and codings, in the language that is asked for', () => {
    expect(segmentsInDoubtTable(corrected, 'nl').rows).toEqual([
      ['kat', 's', 'gewijzigd', 'De kat slaapt niet.', 'Dier (anna)'],
      ['hond', 's', 'verloren', 'De hond blaft.', 'Dier (anna)'],
    ])
    expect(segmentsInDoubtTable(corrected, 'en').rows.map(row => row[2])).toEqual(['changed', 'lost'])
  })

  it('are none where nothing was corrected', () => {
    expect(checkSegmentsInDoubt(applyChanges(emptyStudy, start))).toEqual([])
  })
})
