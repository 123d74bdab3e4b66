import {
  type Code,
  type Coding,
  emptyStudy,
  type Segment,
  type Study,
  type Turn,
  unknownTime,
} from '@codeerbank/core'
import fc from 'fast-check'

/** A coding written as `source start-end code coder`. */
export type SpanLine = string

const codes: readonly Code[] = [
  ['dieren', null],
  ['kat', 'dieren'],
  ['hond', 'dieren'],
  ['eten', null],
].map(([id, parent]) => ({
  id: id!,
  label: { nl: id! },
  parent: parent ?? null,
  level: 'sub-code',
  origin: 'deductive',
  version: 1,
}))

export const length = 40

const turns: readonly Turn[] = [0, 10, 20, 30].map((start, i) => ({
  start,
  end: start + 9,
  speaker: i % 2 === 0 ? 'I' : 'R1',
  role: i % 2 === 0 ? 'interviewer' : 'participant',
}))

/** Two sources in one case and one in another, each of 40 characters and four turns; codings where the lines say. */
export function spanStudy(lines: readonly SpanLine[]): Study {
  const text = 'abcdefghi '.repeat(4)
  const segments = new Map<string, Segment>()
  const codings = new Map<string, Coding>()
  for (const line of lines) {
    const [source = '', span = '', code = '', coder = ''] = line.split(' ')
    const [start, end] = span.split('-').map(Number) as [number, number]
    const id = `${source}:${span}`
    const by = { by: coder, at: unknownTime }
    segments.set(id, { id, source, start, end, quote: text.slice(start, end), prefix: '', suffix: '', ...by })
    const key = `${id}|${code}|${coder}`
    codings.set(key, { id: key, segment: id, code, coder, at: unknownTime, codeVersion: 1 })
  }
  return {
    ...emptyStudy,
    coders: ['kim', 'lex'].map(id => ({ id, label: id })),
    cases: ['noord', 'zuid'].map(id => ({ id, label: { nl: id }, values: {} })),
    sources: ['s1', 's2', 's3'].map(id => ({
      id,
      title: id,
      kind: 'interview',
      case: id === 's3' ? 'zuid' : 'noord',
      participants: [],
      text,
      turns,
    })),
    codes,
    segments: [...segments.values()],
    codings: [...codings.values()],
  }
}

/** Any set of codings that lie over each other in every way. */
export const anySpans: fc.Arbitrary<readonly SpanLine[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('s1', 's2', 's3'),
      fc.nat(length - 1),
      fc.integer({ min: 1, max: 14 }),
      fc.constantFrom(...codes.map(({ id }) => id)),
      fc.constantFrom('kim', 'lex'),
    )
    .map(
      ([source, start, size, code, coder]) =>
        `${source} ${start}-${Math.min(length, start + size)} ${code} ${coder}`,
    ),
  { maxLength: 25 },
)
