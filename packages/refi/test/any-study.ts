import {
  type Case,
  type Code,
  codeLevels,
  codeOrigins,
  describeSegment,
  emptyStudy,
  type Label,
  type Memo,
  type Study,
  sourceKinds,
  unknownTime,
} from '@codeerbank/core'
import fc from 'fast-check'

const wordPiece = fc.constantFrom(
  ...[
    'woord ',
    'zo’n ',
    '😀',
    '👩‍👩‍👧 ',
    'e\u0301',
    'ñ',
    '\n',
    '\n\n',
    'שלום ',
    '\u200f',
    '"',
    ';',
    '\t',
    '=1+1 ',
  ],
)
/** A text that breaks naive counting. */
const body = fc
  .array(wordPiece, { minLength: 1, maxLength: 30 })
  .map(parts => `Begin ${parts.join('')} einde`)

/** A name or note that breaks naive XML: what must be escaped, what XML cannot carry, what a parser changes. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...[
        'Visie',
        ' & ',
        '<b>',
        ']]>',
        '"',
        "'",
        '\n',
        '\r\n',
        '\t',
        '  ',
        '\0',
        '\u0007',
        '\ufdd0',
        '\ufdd3',
        '\uffff',
        '\ud800',
        '🙂',
        '&#10;',
      ],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(parts => parts.join(''))
const name = fc.oneof(fc.constantFrom('Vertrouwen', 'Plein Oost', 'Anna'), awkward)
const label: fc.Arbitrary<Label> = fc.oneof(
  name.map((nl): Label => ({ nl })),
  name.map((en): Label => ({ en })),
  fc.record({ nl: name, en: name }),
)
const time = fc.constantFrom(unknownTime, '2024-03-01T09:00:00+01:00', '2024-03-01T09:00:00.250Z')
const person = fc.constantFrom('anna', '5B0F2C1E-8a0d-4f0e-9c43-0123456789ab', 'codeerbank')

/** Ids as they are found: readable, or a GUID in any form. */
function idsOf(type: string, most: number): fc.Arbitrary<readonly string[]> {
  const id = fc.oneof(
    fc.nat(50).map(n => `${type} ${n}`),
    fc.uuid(),
    fc.uuid().map(each => each.toUpperCase()),
    fc.uuid().map(each => `{${each}}`),
  )
  return fc.uniqueArray(id, { maxLength: most, selector: each => each.toLowerCase().replace(/[{}]/g, '') })
}

function some<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined })
}

/** A thing without the fields that are undefined. */
function bare<T extends object>(thing: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as never
}

const value = fc.oneof(
  name,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  fc.boolean(),
  fc.constant(null),
  fc.constant('2024-03-01'),
)

const shape = fc.record({
  title: label,
  language: fc.constantFrom('nl' as const, 'en' as const),
  variables: idsOf('variable', 4),
  variableTypes: fc.array(
    fc.record({
      label,
      on: fc.constantFrom('case' as const, 'source' as const, 'participant' as const),
      type: fc.constantFrom('text' as const, 'number' as const, 'boolean' as const, 'date' as const),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  cases: idsOf('case', 3).filter(ids => ids.length > 0),
  caseDetails: fc.array(fc.record({ label, values: fc.array(value, { maxLength: 4 }) }), {
    minLength: 3,
    maxLength: 3,
  }),
  participants: fc.array(fc.record({ label: name, of: some(fc.nat(2)) }), { maxLength: 2 }),
  codes: idsOf('code', 6),
  codeDetails: fc.array(
    fc.record({
      label,
      parent: fc.nat(6),
      level: fc.constantFrom(...codeLevels),
      origin: fc.constantFrom(...codeOrigins),
      definition: some(label),
      color: some(fc.constantFrom('#F00082', '#aabbcc')),
      retired: some(fc.constant(true)),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  sources: idsOf('source', 3),
  sourceDetails: fc.array(
    fc.record({
      title: name,
      kind: fc.constantFrom(...sourceKinds),
      of: fc.nat(2),
      date: some(fc.constantFrom('2024-02-29', '1999-01-01')),
      activities: some(fc.integer({ min: 1, max: 9 })),
      form: some(fc.constantFrom('individual' as const, 'duo' as const)),
      language: some(fc.constantFrom('nl' as const, 'en' as const)),
      topics: some(fc.array(name, { maxLength: 2 })),
      text: body,
      turn: fc.boolean(),
      values: some(fc.array(value, { minLength: 1, maxLength: 4 })),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  segments: idsOf('segment', 8),
  segmentDetails: fc.array(
    fc.record({
      source: fc.nat(2),
      from: fc.nat(99),
      length: fc.nat(99),
      by: person,
      at: time,
      comment: some(name),
    }),
    { minLength: 8, maxLength: 8 },
  ),
  codings: idsOf('coding', 12),
  codingDetails: fc.array(
    fc.record({
      segment: fc.nat(7),
      code: fc.nat(5),
      coder: fc.nat(1),
      at: time,
      stance: some(fc.constant('contradicts' as const)),
      memo: some(name),
    }),
    { minLength: 12, maxLength: 12 },
  ),
  memos: idsOf('memo', 8),
  memoDetails: fc.array(
    fc.record({
      type: fc.constantFrom(
        'study' as const,
        'case' as const,
        'source' as const,
        'code' as const,
        'segment' as const,
        'coding' as const,
        'frame' as const,
        'participant' as const,
      ),
      at: fc.nat(7),
      title: some(name),
      text: fc.oneof(name, fc.constant('')),
      by: person,
      time,
    }),
    { minLength: 8, maxLength: 8 },
  ),
  frames: idsOf('frame', 2),
  frameDetails: fc.array(
    fc.record({ label, codes: fc.array(fc.nat(5), { maxLength: 4 }), own: fc.boolean() }),
    { minLength: 2, maxLength: 2 },
  ),
})

/** Any small study that a history of changes can make, with names, notes and texts that break naive readers and writers. */
export const anyStudy: fc.Arbitrary<Study> = shape.map((drawn): Study => {
  const coders = [
    { id: 'anna', label: 'Anna' },
    { id: '5B0F2C1E-8a0d-4f0e-9c43-0123456789ab', label: 'Bram\n& co' },
  ]
  const variables = drawn.variables.map((id, i) => ({ id, ...drawn.variableTypes[i]! }))
  const valuesOf = (values: readonly (string | number | boolean | null)[]) =>
    Object.fromEntries(values.slice(0, variables.length).map((each, i) => [variables[i]!.id, each]))
  const cases = drawn.cases.map((id, i): Case => {
    const details = drawn.caseDetails[i]!
    return { id, label: details.label, values: valuesOf(details.values) }
  })
  const caseAt = (n: number) => cases[n % cases.length]!.id
  const participants = drawn.participants.map(({ label: own, of }, i) =>
    bare({ id: `r${i}`, label: own, case: of === undefined ? undefined : caseAt(of) }),
  )
  const codes = drawn.codes.map((id, i): Code => {
    const { parent, ...details } = drawn.codeDetails[i]!
    return bare({
      id,
      ...details,
      parent: parent % (i + 1) === i ? null : drawn.codes[parent % (i + 1)]!,
      version: 1,
    })
  })
  const sources = drawn.sources.map((id, i) => {
    const { of, turn, values, ...details } = drawn.sourceDetails[i]!
    const words = { start: 0, end: 5, speaker: 'R1', role: 'participant' as const, time: 4 }
    return bare({
      id,
      ...details,
      case: caseAt(of),
      participants: participants.map(each => each.id),
      turns: turn ? [participants.length > 0 ? { ...words, participant: 'r0' } : words] : [],
      values: values && variables.length > 0 ? valuesOf(values) : undefined,
    })
  })
  const segments =
    sources.length === 0
      ? []
      : drawn.segments.map((id, i) => {
          const { source: at, from, length, ...details } = drawn.segmentDetails[i]!
          const { id: source, text } = sources[at % sources.length]!
          const points = Array.from(text)
          const first = Math.floor((points.length * from) / 100)
          const last = Math.min(points.length, first + 1 + Math.floor((points.length * length) / 100))
          const start = points.slice(0, first).join('').length
          const end = points.slice(0, last).join('').length
          const { exact: quote, prefix, suffix } = describeSegment(text, start, end)
          return bare({ id, source, start, end, quote, prefix, suffix, ...details })
        })
  const codings =
    segments.length === 0 || codes.length === 0
      ? []
      : drawn.codings.map((id, i) => {
          const { segment, code, coder, ...details } = drawn.codingDetails[i]!
          return bare({
            id,
            ...details,
            segment: segments[segment % segments.length]!.id,
            code: codes[code % codes.length]!.id,
            coder: coders[coder]!.id,
            codeVersion: 1,
          })
        })
  const frames = drawn.frames.map((id, i) => {
    const { label: own, codes: at, own: rows } = drawn.frameDetails[i]!
    const members = codes.length === 0 ? [] : [...new Set(at.map(n => codes[n % codes.length]!))]
    return rows
      ? {
          id,
          label: own,
          table: i + 1,
          rows: [{ id: 'rij', label: { nl: 'Rij' }, codes: members.map(code => code.id) }],
        }
      : { id, label: own, rows: members.map(code => ({ id: code.id, label: code.label, codes: [code.id] })) }
  })
  const things = {
    case: cases,
    source: sources,
    code: codes,
    segment: segments,
    coding: codings,
    frame: frames,
    participant: participants,
  }
  const memos = drawn.memos.map((id, i): Memo => {
    const { type, at, time: made, ...details } = drawn.memoDetails[i]!
    const list = type === 'study' ? [] : things[type]
    const on =
      type === 'study' || list.length === 0
        ? { type: 'study' as const }
        : { type, id: list[at % list.length]!.id }
    return bare({ id, on, ...details, at: made })
  })
  return {
    ...emptyStudy,
    title: drawn.title,
    language: drawn.language,
    variables,
    coders,
    cases,
    participants,
    codes,
    sources,
    segments,
    codings,
    frames,
    memos,
  }
})
