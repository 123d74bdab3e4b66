import type { Case, Code, Coding, Participant, Segment, Source, Study } from '@codeerbank/core'
import { emptyStudy, unknownTime } from '@codeerbank/core'

/** The text of every source below: a question by the interviewer, two answers, and a line that nobody says. */
export const text = 'Vraag?\neen\ntwee\ndrie'

/** Where the words of the text stand. */
const places: Readonly<Record<string, readonly [start: number, end: number]>> = {
  'Vraag?': [0, 6],
  een: [7, 10],
  twee: [11, 15],
  drie: [16, 20],
}

export function codeOf(id: string, parent: string | null = null, more: Partial<Code> = {}): Code {
  return { id, label: { nl: id }, parent, level: 'sub-code', origin: 'deductive', version: 1, ...more }
}

/** The second answer is given by somebody of whom only the label is known. */
export function sourceOf(id: string, of: string, kind: Source['kind'], more: Partial<Source> = {}): Source {
  return {
    id,
    title: `Bron ${id}`,
    kind,
    case: of,
    participants: ['anna'],
    text,
    turns: [
      { start: 0, end: 6, speaker: 'Interviewer', role: 'interviewer' },
      { start: 7, end: 10, speaker: 'R1', role: 'participant', participant: 'anna' },
      { start: 11, end: 15, speaker: 'R2', role: 'unknown' },
    ],
    ...more,
  }
}

/** Adds codings, each written as `source word code coder`, with a `-` behind it where it contradicts the code. */
export function withCodings(study: Study, lines: readonly string[]): Study {
  const segments = new Map<string, Segment>()
  const codings: Coding[] = []
  for (const line of lines) {
    const [source = '', quote = '', code = '', coder = '', stance] = line.split(' ')
    const [start, end] = places[quote]!
    const segment = `${source}:${start}-${end}`
    const by = { by: coder, at: unknownTime }
    segments.set(segment, { id: segment, source, start, end, quote, prefix: '', suffix: '', ...by })
    codings.push({
      id: `${segment}|${code}|${coder}`,
      segment,
      code,
      coder,
      at: unknownTime,
      codeVersion: 1,
      ...(stance === '-' ? { stance: 'contradicts' as const } : {}),
    })
  }
  return { ...study, segments: [...segments.values()], codings }
}

export const caseOf = (id: string, nl: string): Case => ({ id, label: { nl }, values: {} })

const participants: readonly Participant[] = [
  { id: 'bert', label: 'Bert', case: 'zuid', organisation: 'Politie', function: 'wijkagent' },
  { id: 'anna', label: 'Anna', case: 'noord', organisation: 'Gemeente' },
  { id: 'cees', label: 'Cees' },
]

/** Two cases with sources and one without; two themes, one of them three codes deep; two coders; no codings. */
export const bareStudy: Study = {
  ...emptyStudy,
  title: { nl: 'Klein' },
  coders: [
    { id: 'kim', label: 'Kim' },
    { id: 'lex', label: 'Lex' },
  ],
  cases: [caseOf('noord', 'Noord'), caseOf('zuid', 'Zuid'), caseOf('leeg', 'Leeg')],
  participants,
  sources: [
    sourceOf('n1', 'noord', 'interview', { form: 'individual' }),
    sourceOf('n2', 'noord', 'fieldwork-note'),
    sourceOf('z1', 'zuid', 'interview', { form: 'duo' }),
  ],
  codes: [
    codeOf('gedrag'),
    codeOf('houding', 'gedrag'),
    codeOf('open', 'houding'),
    codeOf('gesloten', 'houding'),
    codeOf('status', 'gedrag'),
    codeOf('proces'),
  ],
}

/**
 * Worked by hand. `n1:7-10` carries open (twice, by two coders) and gesloten; `n1:11-15` open; `n2:7-10` status;
 * `z1:7-10` gedrag itself; `z1:0-6`, words of the interviewer, gesloten. Seven codings on five segments.
 */
export const codedStudy: Study = withCodings(bareStudy, [
  'n1 een open kim',
  'n1 een open lex',
  'n1 een gesloten kim',
  'n1 twee open kim',
  'n2 een status kim',
  'z1 een gedrag lex',
  'z1 Vraag? gesloten lex',
])
