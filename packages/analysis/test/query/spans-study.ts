import { type Code, emptyStudy, type Segment, type Source, type Study, unknownTime } from '@codeerbank/core'

/** A code, a span in a source, and who gave it: `[code, source, start, end, coder]`. */
export type Span = readonly [
  code: string,
  source: string,
  start: number,
  end: number,
  coder?: string,
  at?: string,
]

const code = (id: string, parent: string | null = null): Code => ({
  id,
  label: { nl: id.toUpperCase() },
  parent,
  level: 'sub-code',
  origin: 'deductive',
  version: 1,
})

/** Codes `a`, `b`, `c`; `top` with `one` and `two` below it, and `deep` below `one`. */
export const codes: readonly Code[] = [
  code('a'),
  code('b'),
  code('c'),
  code('top'),
  code('one', 'top'),
  code('deep', 'one'),
  code('two', 'top'),
]

const paragraph = 'abcdefghi\n'

const source = (id: string, of: string, kind: Source['kind']): Source => ({
  id,
  title: `Bron ${id}`,
  kind,
  case: of,
  participants: ['p1'],
  text: paragraph.repeat(10),
  turns: [
    { start: 0, end: 29, speaker: 'R1', role: 'participant', participant: 'p1' },
    { start: 30, end: 59, speaker: 'Interviewer', role: 'interviewer' },
    { start: 60, end: 99, speaker: 'R2', role: 'unknown' },
  ],
})

/**
 * A study of two cases and three sources of 100 characters (ten paragraphs of ten, three turns), with the given codings.
 * A segment's id is `source:start-end`.
 */
export function spansStudy(spans: readonly Span[]): Study {
  const segments = new Map<string, Segment>()
  const sources = [
    source('s1', 'noord', 'interview'),
    source('s2', 'noord', 'meeting-observation'),
    source('s3', 'zuid', 'fieldwork-note'),
  ]
  const codings = spans.map(([of, in_, start, end, coder = 'kim', at = unknownTime], i) => {
    const id = `${in_}:${start}-${end}`
    const quote = sources.find(each => each.id === in_)!.text.slice(start, end)
    segments.set(id, { id, source: in_, start, end, quote, prefix: '', suffix: '', by: coder, at })
    return { id: `k${i}`, segment: id, code: of, coder, at, codeVersion: 1 }
  })
  return {
    ...emptyStudy,
    variables: [
      { id: 'size', label: { nl: 'Omvang' }, on: 'case', type: 'text' },
      { id: 'years', label: { nl: 'Dienstjaren' }, on: 'participant', type: 'number' },
    ],
    coders: [
      { id: 'kim', label: 'Kim' },
      { id: 'lex', label: 'Lex' },
    ],
    cases: [
      { id: 'noord', label: { nl: 'Wijk Noord' }, values: { size: 'groot' } },
      { id: 'zuid', label: { nl: 'Wijk Zuid' }, values: {} },
    ],
    participants: [{ id: 'p1', label: 'Agent', organisation: 'Politie', values: { years: 12 } }],
    sources,
    codes,
    frames: [
      {
        id: 'frame',
        label: { nl: 'Kader' },
        rows: [
          { id: 'row-a', label: { nl: 'A' }, codes: ['a'] },
          { id: 'row-top', label: { nl: 'Top' }, codes: ['one', 'b'] },
        ],
      },
    ],
    segments: [...segments.values()],
    codings,
  }
}
