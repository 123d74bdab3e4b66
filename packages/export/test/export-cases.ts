import { type Change, replay, type Study } from '@codeerbank/core'

const at = '2024-03-01T09:00:00+01:00'
const later = '2024-03-05T16:30:00+01:00'

const text = `Interviewer: Hoe gaat het?

R1: =1+1 zei hij, "echt", en toen; niets.

R1: Tweede regel 😀 met | streep.`

const by = 'anna'

/** A study of two cases in which every text is one that breaks a naive writer. */
export const changes: readonly Change[] = [
  { id: 'c1', at, by, kind: 'describe-study', title: { nl: 'Proef', en: 'Trial' }, language: 'nl' },
  { id: 'c2', at, by, kind: 'add-coder', coder: { id: 'anna', label: 'Anna, A.' } },
  { id: 'c3', at, by, kind: 'add-coder', coder: { id: 'bram', label: 'Bram' } },
  { id: 'c4', at, by, kind: 'add-case', case: { id: 'oost', label: { nl: 'Oost <b>' }, values: {} } },
  {
    id: 'c5',
    at,
    by,
    kind: 'add-case',
    case: { id: 'west', label: { nl: 'West', en: 'West side' }, values: {} },
  },
  {
    id: 'c6',
    at,
    by,
    kind: 'add-participant',
    participant: { id: 'P1', label: 'Wijkagent P1', case: 'oost' },
  },
  {
    id: 'c7',
    at,
    by,
    kind: 'add-source',
    source: {
      id: 's1',
      title: 'Gesprek',
      kind: 'interview',
      case: 'oost',
      date: '2024-02-01',
      participants: ['P1'],
      text,
      turns: [
        { start: 13, end: 26, speaker: 'Interviewer', role: 'interviewer' },
        { start: 32, end: 69, speaker: 'R1', role: 'participant', participant: 'P1' },
      ],
    },
  },
  ...(
    [
      ['groep', null, 'theme', 'Groep'],
      ['ruzie', 'groep', 'main code', 'Ruzie, soms'],
      ['stil', 'groep', 'main code', '=Stil'],
    ] as const
  ).map(
    ([id, parent, level, nl]): Change => ({
      id: `code-${id}`,
      at,
      by,
      kind: 'add-code',
      code: {
        id,
        label: { nl, en: `${id} <i>` },
        parent,
        level,
        origin: 'deductive',
        definition: { nl: `Over ${id}.` },
      },
    }),
  ),
  {
    id: 'c8',
    at,
    by,
    kind: 'set-frame',
    frame: {
      id: 'frame',
      label: { nl: 'Vergelijking & meer', en: 'Comparison & more' },
      table: 3,
      rows: [
        { id: 'r1', label: { nl: 'Rij een' }, codes: ['ruzie'] },
        { id: 'r2', label: { nl: 'Rij twee' }, codes: ['stil'] },
        { id: 'r3', label: { nl: 'Rij drie' }, codes: [] },
      ],
    },
  },
  segment('s1:32-57', 32, 57, '=1+1 zei hij, "echt", en '),
  coding('k1', 's1:32-57', 'ruzie', 'anna', at, 'Let op; memo'),
  coding('k2', 's1:32-57', 'ruzie', 'bram', later),
  coding('k3', 's1:32-57', 'stil', 'anna', at),
  segment('s1:75-93', 75, 93, 'Tweede regel 😀 me'),
  {
    ...coding('k4', 's1:75-93', 'stil', 'bram', later),
    coding: { id: 'k4', segment: 's1:75-93', code: 'stil', stance: 'contradicts' },
  } as Change,
  {
    id: 'j1',
    at,
    by,
    kind: 'record-judgement',
    judgement: {
      id: 'j1',
      frame: 'frame',
      case: 'west',
      rows: ['r1', 'r2'],
      state: 'not reached',
      reasons: 'Nooit <gezien>.',
    },
  },
]

function segment(id: string, start: number, end: number, quote: string): Change {
  return {
    id: `add-${id}`,
    at,
    by: 'anna',
    kind: 'add-segment',
    segment: { id, source: 's1', start, end, quote, prefix: '', suffix: '' },
  }
}

function coding(id: string, of: string, code: string, coder: string, time: string, memo?: string): Change {
  return {
    id: `add-${id}`,
    at: time,
    by: coder,
    kind: 'code-segment',
    coding: { id, segment: of, code, ...(memo === undefined ? {} : { memo }) },
  }
}

export const awkwardStudy: Study = replay(changes)
