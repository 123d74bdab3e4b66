import { byId, type Coder, codeLineage, type Problem, type Source, type Study } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { groupByKey, groupOf } from '../group-by-key.ts'
import { type StudyIndex, studyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'
import { wordsOf } from '../words/words-of.ts'
import type { ReliabilityTable } from './reliability-table.ts'
import type { CodeSet } from './set-distance.ts'

/** What coders are compared on. Segments are all distinct stretches that any of the coders marked. */
export const reliabilityUnits = ['segments', 'turns', 'paragraphs', 'words'] as const

export type ReliabilityUnit = (typeof reliabilityUnits)[number]

export interface ReliabilityOptions {
  readonly unit: ReliabilityUnit
  /** Ids of the codes that count, each with all below it; all by default. */
  readonly codes?: readonly string[]
  /** Codes are taken at this depth from the top (0: themes, 1: main codes); as they are by default. */
  readonly depth?: number
  /** Ids of coders, at least two; all by default. */
  readonly coders?: readonly string[]
  /** Only sources of this case. */
  readonly case?: string
}

/** One unit: a stretch of a source. */
export interface RatedUnit {
  readonly source: string
  readonly start: number
  readonly end: number
}

/** What each coder put on each unit. */
export interface Reliability {
  readonly unit: ReliabilityUnit
  readonly coders: readonly Coder[]
  readonly units: readonly RatedUnit[]
  /** Coders by units: a set of code ids, empty where the coder read the unit and marked nothing; `null` if not read. */
  readonly table: ReliabilityTable<CodeSet>
  /** How many codings in these sources lie in no unit, such as what is beside the turns, and are not compared. */
  readonly outside: number
  /** Why the comparison is empty or not what was asked, where it is. */
  readonly problems: readonly Problem[]
}

/**
 * Makes a reliability table of a study. Only sources count that two of the coders worked on: a coder has worked on a
 * source with a coding in it, or a screening of it. A code is on a unit where a segment with it shares text with the
 * unit. Contrary codings count as codings; lost segments do not.
 *
 * @param study the study
 * @throws RangeError for a code, coder or case that the study does not have, and for a depth that there cannot be
 */
export function reliabilityFromStudy(study: Study, options: ReliabilityOptions): Reliability {
  const index = studyIndex(study)
  const coders = (options.coders ?? study.coders.map(({ id }) => id)).map(id => {
    const coder = byId(study.coders, id)
    if (coder === undefined) throw unknownName('coder', id, study.coders)
    return coder
  })
  if (options.case !== undefined && byId(study.cases, options.case) === undefined)
    throw unknownName('case', options.case, study.cases)
  const nameOf = codeNames(study, index, options)
  const numbers = new Map(coders.map(({ id }, i) => [id, i]))
  const coderAt = study.coders.map(({ id }) => numbers.get(id) ?? -1)
  const bySource = groupByKey(index.segmentSource, study.sources.length)
  const units: RatedUnit[] = []
  const table: (CodeSet | null)[][] = coders.map(() => [])
  let outside = 0
  study.sources.forEach((source, at) => {
    if (options.case !== undefined && source.case !== options.case) return
    const marks = marksIn(study, index, groupOf(bySource, at), coderAt, nameOf)
    const read = new Set(marks.map(mark => mark.coder))
    for (const screening of study.screenings)
      if (screening.source === source.id) read.add(numbers.get(screening.by) ?? -1)
    read.delete(-1)
    if (read.size < 2) return
    const own = unitsOf(source, options.unit, marks)
    const sets = own.map(() => coders.map(() => new Set<string>()))
    const inside = new Set<Mark>()
    sweep(own, marks, (unit, mark) => {
      inside.add(mark)
      if (mark.code !== null) sets[unit]![mark.coder]!.add(mark.code)
    })
    outside += marks.filter(mark => mark.code !== null && !inside.has(mark)).length
    own.forEach((unit, i) => {
      units.push({ source: source.id, ...unit })
      for (let coder = 0; coder < coders.length; coder++)
        table[coder]!.push(read.has(coder) ? sets[i]![coder]! : null)
    })
  })
  const problems: Problem[] = []
  if (coders.length < 2)
    problems.push({
      code: 'one-coder',
      severity: 'warning',
      message: 'Agreement needs two coders. Add the codings of a second one.',
    })
  else if (units.length === 0)
    problems.push({
      code: 'no-common-source',
      severity: 'warning',
      message: 'No source was worked on by two of the coders. Let both code one source at least.',
    })
  return { unit: options.unit, coders, units, table, outside, problems }
}

/** The ratings of one code alone: 1 where a coder put it on a unit, 0 where not, `null` where the unit was not read. */
export function ratingsOfCode(reliability: Reliability, code: string): ReliabilityTable<number> {
  return reliability.table.map(row => row.map(set => (set === null ? null : set.has(code) ? 1 : 0)))
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly coder: number
  readonly code: string | null
}

/** What a code is called in the comparison: itself, the code above it at a depth, or nothing where it does not count. */
function codeNames(
  study: Study,
  index: StudyIndex,
  { codes, depth }: ReliabilityOptions,
): readonly (string | null)[] {
  if (depth !== undefined && !(Number.isInteger(depth) && depth >= 0))
    throw new RangeError(`The depth ${depth} is not a whole number from 0.`)
  for (const id of codes ?? [])
    if (byId(study.codes, id) === undefined) throw unknownName('code', id, study.codes)
  const counted = codes === undefined ? undefined : new Set(codesUnder(study, index, codes))
  return study.codes.map((code, at) => {
    if (counted?.has(at) === false) return null
    if (depth === undefined) return code.id
    const lineage = codeLineage(study.codes, code)
    return (lineage[depth] ?? lineage.at(-1))!.id
  })
}

function marksIn(
  study: Study,
  index: StudyIndex,
  segments: Uint32Array,
  coderAt: readonly number[],
  nameOf: readonly (string | null)[],
): readonly Mark[] {
  const marks: Mark[] = []
  for (const at of segments) {
    const { start, end, verdict } = study.segments[at]!
    if (verdict === 'lost') continue
    for (const coding of groupOf(index.codingsOfSegment, at)) {
      const coder = coderAt[index.codingCoder[coding]!] ?? -1
      const code = nameOf[index.codingCode[coding]!] ?? null
      if (coder >= 0) marks.push({ start, end, coder, code })
    }
  }
  return marks.sort((a, b) => a.start - b.start || a.end - b.end)
}

type Stretch = Omit<RatedUnit, 'source'>

function unitsOf(source: Source, unit: ReliabilityUnit, marks: readonly Mark[]): readonly Stretch[] {
  switch (unit) {
    case 'segments': {
      const seen = new Set<string>()
      return marks
        .filter(({ start, end, code }) => {
          const key = `${start}-${end}`
          if (code === null || seen.has(key)) return false
          seen.add(key)
          return true
        })
        .map(({ start, end }) => ({ start, end }))
    }
    case 'turns':
      return source.turns.map(({ start, end }) => ({ start, end }))
    case 'paragraphs': {
      const stretches: Stretch[] = []
      let start = 0
      for (const line of source.text.split('\n')) {
        if (line.trim() !== '') stretches.push({ start, end: start + line.length })
        start += line.length + 1
      }
      return stretches
    }
    case 'words':
      return wordsOf(source.text).map(({ start, end }) => ({ start, end }))
    default:
      throw new RangeError(
        `Coders cannot be compared on "${String(unit)}": choose ${reliabilityUnits.join(', ')}.`,
      )
  }
}

/** Calls `found` for every unit and mark that share text; both are in the order of their starts. */
function sweep(
  units: readonly Stretch[],
  marks: readonly Mark[],
  found: (unit: number, mark: Mark) => void,
): void {
  const ordered = units.map((_, i) => i).sort((a, b) => units[a]!.start - units[b]!.start)
  let active: Mark[] = []
  let next = 0
  let reach = 0
  for (const i of ordered) {
    const unit = units[i]!
    reach = Math.max(reach, unit.end)
    while (next < marks.length && marks[next]!.start < reach) active.push(marks[next++]!)
    active = active.filter(mark => mark.end > unit.start)
    for (const mark of active) if (mark.start < unit.end) found(i, mark)
  }
}
