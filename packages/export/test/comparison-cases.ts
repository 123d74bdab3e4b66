import type { Comparison, ComparisonCell, Evidence } from '@codeerbank/core'

const nothing: Evidence = { codings: 0, segments: 0, sources: 0, speakers: 0, kinds: [] }

const quote = {
  coding: 'k1',
  segment: 's1:0-5',
  source: 's1',
  sourceTitle: 'Gesprek <1>',
  kind: 'interview' as const,
  speaker: 'Wijkagent',
  coder: 'anna',
  quote: '<script>alert("x")</script> & meer',
  paragraph: 3,
}

function cell(of: string, rows: readonly string[], more: Partial<ComparisonCell>): ComparisonCell {
  return { case: of, rows, statements: [], evidence: nothing, ...more }
}

/** Two rows by two cases: a cell over both rows, a state, and an empty cell. */
export const comparison: Comparison = {
  frame: 'phases',
  table: 7,
  title: { nl: 'Fase & meer', en: 'Phase & more' },
  language: 'nl',
  rows: [
    { id: 'f', label: { nl: 'Forming' } },
    { id: 's', label: { nl: 'Storming' } },
  ],
  cases: [
    { id: 'oost', label: { nl: 'Oost' } },
    { id: 'west', label: { nl: 'West' } },
  ],
  cells: [
    cell('oost', ['f', 's'], {
      state: 'current',
      heading: { nl: 'Heen | weer', en: 'To and fro' },
      statements: [
        {
          code: 'a',
          label: { nl: '*Ruzie*, soms', en: 'Quarrel' },
          evidence: {
            codings: 3,
            segments: 2,
            sources: 2,
            speakers: 1,
            kinds: ['interview', 'fieldwork-note'],
          },
          quotes: [quote, { ...quote, coding: 'k2', stance: 'contradicts', memo: 'Toch <niet>' }],
        },
        {
          code: 'b',
          label: { nl: '=Stil' },
          evidence: { codings: 1, segments: 1, sources: 1, speakers: 0, kinds: ['ride-along'] },
          quotes: [],
        },
      ],
    }),
    cell('west', ['f'], { state: 'not reached' }),
    cell('west', ['s'], { empty: 'looked for and absent' }),
  ],
}
