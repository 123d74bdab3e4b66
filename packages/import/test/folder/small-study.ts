import { emptyStudy, type Segment, type Source, type Study } from '@codeerbank/core'

export const at = '2024-03-12T10:00:00+01:00'

/** An interview with two turns, as Markdown has it. */
export const interview: Source = {
  id: 'gesprek',
  title: 'Gesprek op het plein',
  kind: 'interview',
  case: 'oost',
  date: '2024-03-12',
  participants: ['P01'],
  text: '**Interviewer:** Bent u hier vaak?\n\n**R1:** [00:00:09] Elke dag, echt elke dag.\n',
  turns: [
    { start: 17, end: 34, speaker: 'Interviewer', role: 'interviewer' },
    { start: 55, end: 79, speaker: 'R1', role: 'participant', participant: 'P01', time: 9 },
  ],
}

/** The segment at the first place with these words. */
export function segmentOf(source: Source, quote: string, id?: string): Segment {
  const start = source.text.indexOf(quote)
  const end = start + quote.length
  return {
    id: id ?? `${source.id}:${start}-${end}`,
    source: source.id,
    start,
    end,
    quote,
    prefix: source.text.slice(Math.max(0, start - 32), start),
    suffix: source.text.slice(end, end + 32),
    by: 'anna',
    at,
  }
}

const segment = segmentOf(interview, 'Elke dag')

/** A study with one thing of most kinds. */
export const small: Study = {
  ...emptyStudy,
  title: { nl: 'Eén plein' },
  coders: [
    { id: 'anna', label: 'Anna' },
    { id: 'bram', label: 'bram' },
  ],
  cases: [{ id: 'oost', label: { nl: 'Plein Oost' }, values: {} }],
  participants: [{ id: 'P01', label: 'Buurvrouw', organisation: 'Bewoners' }],
  codes: [
    {
      id: 'rust',
      label: { nl: 'Rust' },
      parent: null,
      level: 'theme',
      origin: 'deductive',
      definition: { nl: 'Waar men op adem komt.' },
      version: 1,
    },
  ],
  sources: [interview],
  segments: [segment],
  codings: [
    { id: `${segment.id}|rust|anna`, segment: segment.id, code: 'rust', coder: 'anna', at, codeVersion: 1 },
  ],
}
