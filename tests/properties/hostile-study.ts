import {
  type Code,
  type Coding,
  codeLevels,
  codeOrigins,
  describeSegment,
  emptyStudy,
  type Frame,
  type Judgement,
  type Segment,
  type Source,
  type Study,
  sourceKinds,
  type Turn,
} from 'codeerbank'
import fc from 'fast-check'
import {
  anyLabel,
  codebookIds,
  ids,
  label,
  note,
  roles,
  speakers,
  text,
  time,
  value,
} from './hostile-texts.ts'

const some = <T>(given: fc.Arbitrary<T>) => fc.option(given, { nil: undefined })

/** A thing without the fields that are undefined. */
function bare<T extends object>(thing: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(thing).filter(([, each]) => each !== undefined)) as never
}

const list = <T>(of: fc.Arbitrary<T>, length = 8) => fc.array(of, { minLength: length, maxLength: length })
const at = fc.nat(20)

const drawn = fc.record({
  title: anyLabel,
  language: fc.constantFrom('nl' as const, 'en' as const),
  frozen: some(
    fc.record({
      round: fc.constantFrom('Ronde 1', '=1+1', 'é\n'),
      by: fc.constantFrom('anna', 'x'),
      at: time,
    }),
  ),
  coders: ids(3, 1),
  // No change can set a value of this name: zod passes it over.
  variables: ids(6).map(drawn => drawn.filter(id => id !== '__proto__')),
  cases: ids(3, 1),
  participants: ids(3),
  codes: codebookIds(6),
  frames: codebookIds(2),
  sources: ids(4),
  segments: ids(8),
  codings: ids(8),
  others: ids(8),
  notes: list(note, 20),
  labels: list(anyLabel),
  names: list(label),
  values: list(value),
  times: list(time),
  kinds: list(fc.constantFrom(...sourceKinds)),
  levels: list(fc.constantFrom(...codeLevels)),
  origins: list(fc.constantFrom(...codeOrigins)),
  texts: list(text),
  turns: list(
    fc.array(fc.record({ start: fc.nat(60), end: fc.nat(60), speaker: fc.nat(7), role: fc.nat(3) }), {
      maxLength: 3,
    }),
  ),
  at: list(at, 60),
  flags: list(fc.boolean(), 60),
  dates: list(some(fc.constantFrom('2024-02-29', '1999-01-01'))),
})

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

/** Turns one after the other, as far as they fit the text. */
function turnsOf(
  text: string,
  given: Drawn['turns'][number],
  participants: readonly string[],
): readonly Turn[] {
  let from = 0
  return given.flatMap(({ start, end, speaker, role }): readonly Turn[] => {
    if (start < from || end < start || end > text.length) return []
    from = end
    const who = role === 0 ? participants[0] : undefined
    return [
      bare({
        start,
        end,
        speaker: speakers[speaker]!,
        role: roles[role]!,
        participant: who,
        time: start % 2 === 0 ? start / 8 : undefined,
      }),
    ]
  })
}

/** Any small study, of ids, names and texts that break naive writers. */
export const hostileStudy: fc.Arbitrary<Study> = drawn.map(d => structuredClone(studyOf(d)))

function studyOf(d: Drawn): Study {
  const pick = <T>(items: readonly T[], i: number): T => items[d.at[i % 60]! % items.length]!
  const flag = (i: number) => d.flags[i % 60]!
  const variables = d.variables.map((id, i) => ({
    id,
    label: d.labels[i]!,
    on: (['case', 'source', 'participant'] as const)[d.at[i]! % 3]!,
    type: (['text', 'number', 'boolean', 'date'] as const)[d.at[i + 6]! % 4]!,
  }))
  const valuesOn = (on: string, i: number) =>
    Object.fromEntries(
      variables
        .filter((each, j) => each.on === on && flag(i + j))
        .map((each, j) => [each.id, d.values[(i + j) % 8]!]),
    )
  const cases = d.cases.map((id, i) => ({ id, label: d.labels[i + 3]!, values: valuesOn('case', i) }))
  const coders = d.coders.map((id, i) => ({ id, label: d.notes[i]! }))
  const participants = d.participants.map((id, i) =>
    bare({
      id,
      label: d.notes[i + 3]!,
      case: flag(i) ? pick(d.cases, i) : undefined,
      organisation: flag(i + 3) ? d.notes[i + 6]! : undefined,
      note: flag(i + 6) ? d.notes[i + 9]! : undefined,
      values: flag(i + 9) ? valuesOn('participant', i) : undefined,
    }),
  )
  const codes = d.codes.map((id, i): Code => {
    const above = d.at[i + 12]! % (i + 1)
    return bare({
      id,
      label: d.names[i]!,
      parent: above === i ? null : d.codes[above]!,
      level: d.levels[i]!,
      origin: d.origins[i]!,
      definition: flag(i + 12) ? d.names[i + 1] : undefined,
      version: flag(i + 18) ? 2 : 1,
      retired: flag(i + 24) && flag(i + 25) ? true : undefined,
    })
  })
  const sources = d.sources.map((id, i): Source => {
    const own = flag(i + 30) ? d.participants.slice(0, 2) : []
    const body = d.texts[i]!
    const grid = {
      actors: ['H01', d.notes[i]!],
      indicators: [{ part: 'verbal' as const, label: d.notes[i + 1]!, values: [null, d.notes[i + 2]!] }],
    }
    return bare({
      id,
      title: d.notes[i + 4]!,
      kind: d.kinds[i]!,
      case: pick(d.cases, i + 18),
      date: d.dates[i],
      participants: own,
      topics: flag(i + 33) ? [d.notes[i + 5]!] : undefined,
      text: body,
      turns: turnsOf(body, d.turns[i]!, own),
      grid: flag(i + 36) && flag(i + 37) ? grid : undefined,
      values: flag(i + 39) ? valuesOn('source', i) : undefined,
      origin: flag(i + 42) ? { file: 'a.txt', line: 1, format: 'text', sha256: '00' } : undefined,
    })
  })
  const worded = sources.filter(source => source.text !== '')
  const segments = (worded.length === 0 ? [] : d.segments).map((id, i): Segment => {
    const { id: source, text: whole } = pick(worded, i + 22)
    const start = d.at[i + 30]! % whole.length
    const end = Math.min(whole.length, start + 1 + d.at[i + 38]!)
    const { exact: quote, prefix, suffix } = describeSegment(whole, start, end)
    const own = flag(i + 45) ? id : `${source}:${start}-${end}`
    const comment = flag(i + 50) && flag(i + 51) ? d.notes[i + 8]! : undefined
    return bare({
      id: own,
      source,
      start,
      end,
      quote,
      prefix,
      suffix,
      by: pick(d.coders, i + 3),
      at: d.times[i]!,
      comment,
    })
  })
  const distinct = [...new Map(segments.map(segment => [segment.id, segment])).values()]
  const codings = (distinct.length === 0 || codes.length === 0 ? [] : d.codings).map((id, i): Coding => {
    const segment = flag(i + 4) ? distinct[i % distinct.length]! : pick(distinct, i + 9)
    const code = pick(d.codes, i + 15)
    const coder = flag(i + 7) ? segment.by : pick(d.coders, i + 17)
    return bare({
      id: flag(i + 10) ? id : `${segment.id}|${code}|${coder}`,
      segment: segment.id,
      code,
      coder,
      at: flag(i + 14) ? segment.at : d.times[i]!,
      codeVersion: 1,
      stance: flag(i + 20) && flag(i + 21) ? ('contradicts' as const) : undefined,
      memo: flag(i + 26) && flag(i + 27) ? d.notes[i + 9]! : undefined,
    })
  })
  const coded = [...new Map(codings.map(coding => [coding.id, coding])).values()]
  const frames = d.frames.map((id, i): Frame => {
    const rows = ['Rij', 'rij', 'x\ny'].map((row, j) => ({
      id: row,
      label: d.names[j + i]!,
      codes: codes.length === 0 ? [] : [pick(d.codes, i + j)],
    }))
    return { id, label: d.names[i]!, rows: rows.slice(0, 1 + (d.at[i]! % 3)) }
  })
  const judgements = frames.map(
    (frame, i): Judgement =>
      bare({
        id: flag(i)
          ? (d.others[i] ?? 'oordeel')
          : `${frame.id}|${d.cases[0]}|${frame.rows.map(row => row.id).join('+')}`,
        frame: frame.id,
        case: d.cases[0]!,
        rows: frame.rows.map(row => row.id),
        state: 'current' as const,
        heading: flag(i + 2) ? d.labels[i]! : undefined,
        reasons: flag(i + 3) ? d.notes[i]! : undefined,
        by: d.coders[0]!,
        at: d.times[i]!,
      }),
  )
  const single = <T extends { readonly id: string }>(items: readonly T[]) => [
    ...new Map(items.map(each => [each.id, each])).values(),
  ]
  const screenings = sources.flatMap(source =>
    d.codes.slice(0, 2).map((code, i) => {
      const by = pick(d.coders, i)
      return {
        id: flag(i + 8) ? `${source.id}|${code}|${by}` : `x${source.id}${i}`,
        source: source.id,
        code,
        by,
        at: d.times[i]!,
        codeVersion: 1,
      }
    }),
  )
  const things = {
    case: d.cases,
    source: d.sources,
    participant: d.participants,
    code: d.codes,
    segment: distinct.map(({ id }) => id),
    coding: coded.map(({ id }) => id),
    frame: d.frames,
  }
  const memos = d.others.map((id, i) => {
    const type = (['study', 'case', 'source', 'participant', 'code', 'segment', 'coding', 'frame'] as const)[
      i
    ]!
    const known = type === 'study' ? [] : things[type]
    const on =
      type === 'study' || known.length === 0 ? { type: 'study' as const } : { type, id: pick(known, i) }
    return bare({
      id,
      on,
      title: flag(i + 1) ? d.notes[i]! : undefined,
      text: d.notes[i + 10]!,
      by: pick(d.coders, i),
      at: d.times[i]!,
    })
  })
  const summaries = frames.slice(0, 1).map((frame, i) => ({
    id: flag(i + 5) ? 'samenvatting' : `${frame.id}|${d.cases[0]}|${frame.rows[0]!.id}`,
    frame: frame.id,
    row: frame.rows[0]!.id,
    case: d.cases[0]!,
    text: d.notes[7]!,
    cites: coded.slice(0, 3).map(coding => ({
      coding: coding.id,
      quote: flag(i + 6) ? distinct.find(({ id }) => id === coding.segment)!.quote : d.notes[8]!,
      codeVersion: 1,
    })),
    by: d.coders[0]!,
    at: d.times[0]!,
  }))
  const claims = d.cases.map((id, i) =>
    bare({
      id,
      text: d.labels[i]!,
      rules: [{ case: id, supports: 'x: "y"' }],
      voices: flag(i) ? 3 : undefined,
      recorded: flag(i + 1) ? ('thin' as const) : undefined,
      by: d.coders[0]!,
      at: d.times[i]!,
    }),
  )
  return {
    ...emptyStudy,
    title: d.title,
    language: d.language,
    ...(d.frozen === undefined ? {} : { frozen: d.frozen }),
    variables,
    coders,
    cases,
    participants,
    sources,
    codes,
    frames,
    segments: distinct,
    codings: coded,
    memos,
    judgements: single(judgements),
    screenings: single(screenings),
    queries: d.cases.map((id, i) =>
      bare({ id, label: flag(i) ? d.labels[i]! : undefined, text: '# x\n: y' }),
    ),
    claims,
    summaries,
  }
}
