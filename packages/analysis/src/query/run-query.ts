import type { Segment, Study } from '@codeerbank/core'
import { groupByKey, groupOf } from '../group-by-key.ts'
import { type StudyIndex, studyIndex } from '../study-index.ts'
import { codingFilter, isCodingFilter, segmentFilter } from './filters.ts'
import { codesOfScope, codesOfSet, fault } from './operand-codes.ts'
import { inProximity, type Nearness } from './proximity.ts'
import { type Distance, deepestQuery, type Query } from './query.ts'
import { unitsBetween } from './units-between.ts'

/** Queries by name, for `saved` operands. */
export type SavedQueries = Readonly<Record<string, Query>>

/** A set of segments or codings: 1 at the position of each that is in it. */
type Flags = Uint8Array

interface Run {
  readonly study: Study
  readonly index: StudyIndex
  readonly saved: SavedQueries
  /** Names of the saved queries that are being computed, outermost first. */
  readonly open: readonly string[]
  /** The codings that count; `null` for all. */
  readonly codings: Flags | null
  readonly depth: number
}

/**
 * The segments that answer a query, in the order of the study's sources and then of the text.
 *
 * Filters by coder and by date hold for codings: in `a and coder:b`, the code `a` counts where coder b gave it. All
 * other filters hold for segments. A lost segment lies nowhere and nobody says it: no proximity finds it, and no filter by
 * speaker, organisation, function or variable of a participant. `not` is the complement among all segments of the study.
 *
 * @param saved saved queries that the query may use; each is computed anew
 * @throws StudyError for a code, set, variable or saved query that is not known, for a cycle among saved queries, and
 *   for a query that nests too deep
 */
export function runQuery(study: Study, query: Query, saved: SavedQueries = {}): readonly Segment[] {
  const index = studyIndex(study)
  const flags = evaluate({ study, index, saved, open: [], codings: null, depth: 0 }, query)
  const found: number[] = []
  flags.forEach((flag, i) => {
    if (flag === 1) found.push(i)
  })
  const { segments } = study
  return found
    .sort(
      (a, b) =>
        index.segmentSource[a]! - index.segmentSource[b]! || segments[a]!.start - segments[b]!.start || a - b,
    )
    .map(i => segments[i]!)
}

function evaluate(outer: Run, query: Query): Flags {
  const run = { ...outer, depth: outer.depth + 1 }
  if (run.depth > deepestQuery) throw fault('query-too-deep', `The query nests deeper than ${deepestQuery}.`)
  switch (query.op) {
    case 'code':
      return segmentsWith(run, codesOfScope(run, query.code, query.scope ?? 'self'))
    case 'set':
      return segmentsWith(run, codesOfSet(run, query.set))
    case 'saved': {
      if (run.open.includes(query.name))
        throw fault(
          'query-cycle',
          `Saved queries use each other in a circle: ${[...run.open, query.name].join(' > ')}.`,
        )
      const found = Object.hasOwn(run.saved, query.name) ? run.saved[query.name] : undefined
      if (found === undefined)
        throw fault(
          'unknown-query',
          `There is no saved query "${query.name}". There are: ${Object.keys(run.saved).join(', ') || 'none'}.`,
        )
      return evaluate({ ...run, open: [...run.open, query.name] }, found)
    }
    case 'or':
      return combine(run, query.of, count => count >= 1)
    case 'one-of':
      return combine(run, query.of, count => count === 1)
    case 'and':
      return conjunction(run, query.of)
    case 'not':
      return evaluate(run, query.of).map(flag => 1 - flag)
    case 'filter':
      return isCodingFilter(query.field)
        ? segmentsOfCodings(run, codingFilter(run.study, query.field, query.value))
        : segmentFilter(run.study, run.index, query.field, query.value)
    case 'variable':
      return segmentFilter(run.study, run.index, 'variable', query.value, query.variable)
    default:
      return proximity(run, query.op, evaluate(run, query.left), evaluate(run, query.right), query.distance)
  }
}

function combine(run: Run, of: readonly Query[], wanted: (count: number) => boolean): Flags {
  const counts = new Uint16Array(run.study.segments.length)
  for (const each of of)
    evaluate(run, each).forEach((flag, i) => {
      counts[i]! += flag
    })
  return Uint8Array.from(counts, count => (wanted(count) ? 1 : 0))
}

/** Filters on codings first: what stands beside them sees only the codings that they leave. */
function conjunction(outer: Run, of: readonly Query[]): Flags {
  let { codings } = outer
  for (const each of of)
    if (each.op === 'filter' && isCodingFilter(each.field)) {
      const kept = codingFilter(outer.study, each.field, each.value)
      codings = codings === null ? kept : codings.map((flag, i) => flag & kept[i]!)
    }
  const run = { ...outer, codings }
  return combine(run, of, count => count === of.length)
}

function segmentsWith(run: Run, codes: readonly number[]): Flags {
  const flags = new Uint8Array(run.study.segments.length)
  for (const code of codes)
    for (const coding of groupOf(run.index.codingsOfCode, code))
      if (run.codings === null || run.codings[coding] === 1) {
        const segment = run.index.codingSegment[coding]!
        if (segment >= 0) flags[segment] = 1
      }
  return flags
}

function segmentsOfCodings(run: Run, kept: Flags): Flags {
  const flags = new Uint8Array(run.study.segments.length)
  kept.forEach((flag, coding) => {
    const segment = run.index.codingSegment[coding]!
    if (flag === 1 && segment >= 0 && (run.codings === null || run.codings[coding] === 1)) flags[segment] = 1
  })
  return flags
}

function proximity(
  { study, index }: Run,
  op: Parameters<typeof inProximity>[0],
  left: Flags,
  right: Flags,
  distance: Distance | undefined,
): Flags {
  const { segments, sources } = study
  // Where a lost segment stood, other words stand now: it lies nowhere.
  const keysOf = (flags: Flags) =>
    index.segmentSource.map((source, i) => (flags[i] === 1 && segments[i]!.verdict !== 'lost' ? source : -1))
  const lefts = groupByKey(keysOf(left), sources.length)
  const rights = groupByKey(keysOf(right), sources.length)
  const start = (i: number) => segments[i]!.start
  const end = (i: number) => segments[i]!.end
  const flags = new Uint8Array(segments.length)
  sources.forEach((source, at) => {
    const inLeft = groupOf(lefts, at)
    const inRight = groupOf(rights, at)
    if (inLeft.length === 0 || inRight.length === 0) return
    const nearness: Nearness | undefined =
      distance === undefined
        ? undefined
        : { most: distance.most, between: unitsBetween(source, distance.unit) }
    const spans = (positions: Uint32Array) => ({ positions: Array.from(positions), start, end })
    for (const position of inProximity(op, spans(inLeft), spans(inRight), nearness)) flags[position] = 1
  })
  return flags
}
