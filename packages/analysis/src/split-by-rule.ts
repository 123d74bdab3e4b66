import { assignIds } from '@codeerbank/codebook'
import {
  byId,
  type ChangeOf,
  type Coding,
  type CodingAssignment,
  type Label,
  positionOf,
  type Study,
} from '@codeerbank/core'
import { filteredCodings } from './query/operand-codings.ts'
import { parseQuery } from './query/parse-query.ts'
import { runQuery } from './query/run-query.ts'
import { savedQueries } from './query/saved-queries.ts'
import { studyIndex } from './study-index.ts'
import { unknownName } from './unknown-name.ts'

/** A part that a code is split into, and which codings it gets: those named, those that answer a query, or the rest. */
export interface SplitPart {
  readonly id?: string
  readonly label: Label
  readonly definition?: Label
  /** A query in text form: the codings on the segments that answer it, but for those that its filters by coder and date leave out. */
  readonly when?: string
  /** Ids of codings, segment by segment. */
  readonly codings?: readonly string[]
}

/** What a code would be split into, before it is. */
export interface SplitByRule {
  readonly change: Pick<ChangeOf<'split-code'>, 'kind' | 'code' | 'into' | 'assign'>
  /** Ids of codings that no part takes: they stay with the code, which is then retired. */
  readonly left: readonly string[]
}

/**
 * Splits a code by rules: each of its codings goes to the part that names it, else to the first whose query it answers, else to the
 * part that has neither names nor a query. The parts stand where the code stood.
 *
 * @throws RangeError where there is no such code; TypeError where a part names a coding of another code, or two name the same;
 *   StudyError where a query has faults
 */
export function splitByRule(study: Study, codeId: string, parts: readonly SplitPart[]): SplitByRule {
  const code = byId(study.codes, codeId)
  if (code === undefined) throw unknownName('code', codeId, study.codes)
  const ids = assignIds([
    ...study.codes.map(({ id, label }) => ({ id, label, parent: null })),
    ...parts.map(({ id, label }) => ({ ...(id === undefined ? {} : { id }), label, parent: null })),
  ]).slice(study.codes.length)
  const codings = study.codings.filter(coding => coding.code === codeId)
  const own = new Set(codings.map(({ id }) => id))
  const named = new Map<string, number>()
  parts.forEach((part, at) => {
    for (const coding of part.codings ?? []) {
      if (!own.has(coding)) throw new TypeError(`"${coding}" is no coding with code "${codeId}".`)
      if (named.has(coding)) throw new TypeError(`Two parts name the coding "${coding}". Take it from one.`)
      named.set(coding, at)
    }
  })
  const saved = savedQueries(study)
  const index = studyIndex(study)
  const answers = parts.map(({ when }) => {
    if (when === undefined) return null
    const query = parseQuery(when, study)
    const segments = new Set(runQuery(study, query, saved).map(segment => segment.id))
    const asked = filteredCodings({ study, index }, query, saved)
    return (coding: Coding) =>
      segments.has(coding.segment) && asked[positionOf(study.codings, coding.id)] === 1
  })
  const rest = parts.findIndex(part => part.when === undefined && part.codings === undefined)
  const assign: CodingAssignment[] = []
  const left: string[] = []
  for (const coding of codings) {
    const { id } = coding
    const byQuery = answers.findIndex(found => found?.(coding) === true)
    const at = named.get(id) ?? (byQuery === -1 ? rest : byQuery)
    if (at === -1) left.push(id)
    else assign.push({ coding: id, code: ids[at]! })
  }
  const into = parts.map(({ label, definition }, at) => ({
    id: ids[at]!,
    label,
    parent: code.parent,
    level: code.level,
    origin: code.origin,
    ...(definition === undefined ? {} : { definition }),
  }))
  return { change: { kind: 'split-code', code: codeId, into, assign }, left }
}
