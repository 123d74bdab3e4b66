import { describeSegment, emptyStudy, type Memo, type Segment, type Study } from '@codeerbank/core'

/** The words of the one source. */
export const words = 'Zij bellen elkaar elke dinsdag.'
export const at = '2024-03-01T09:00:00Z'

/** A study with one of each thing that coding needs, under readable ids. */
export const smallStudy: Study = {
  ...emptyStudy,
  title: { nl: 'Twee pleinen' },
  coders: [{ id: 'anna', label: 'Anna' }],
  cases: [{ id: 'oost', label: { nl: 'Oost' }, values: {} }],
  codes: [
    { id: 'bellen', label: { nl: 'Bellen' }, parent: null, level: 'theme', origin: 'deductive', version: 1 },
  ],
  sources: [
    {
      id: 'gesprek',
      title: 'Gesprek',
      kind: 'interview',
      case: 'oost',
      participants: [],
      text: words,
      turns: [],
    },
  ],
}

/** The small study with another text in its source. */
export function withText(text: string, segments: readonly Segment[] = []): Study {
  return { ...smallStudy, sources: [{ ...smallStudy.sources[0]!, text }], segments }
}

/** A stretch of a text by Anna; of the words above, if no other text is given. */
export function stretch(id: string, start: number, end: number, text = words): Segment {
  const { exact: quote, prefix, suffix } = describeSegment(text, start, end)
  return { id, source: 'gesprek', start, end, quote, prefix, suffix, by: 'anna', at }
}

/** A stretch that lost its words when its source was corrected. */
export function lostStretch(id: string): Segment {
  return { ...stretch(id, 4, 10), quote: 'belden', verdict: 'lost' }
}

/** A coding with "bellen" by Anna. */
export function codingOf(id: string, segment: string, more: object = {}): Study['codings'][number] {
  return { id, segment, code: 'bellen', coder: 'anna', at, codeVersion: 1, ...more }
}

export function memoOn(on: Memo['on'], text: string, more: Partial<Memo> = {}): Memo {
  return { id: 'memo', on, text, by: 'anna', at, ...more }
}
