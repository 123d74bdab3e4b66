import { byId, type ComparisonHeading, type Label, type Segment, type Study } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { groupOf } from '../group-by-key.ts'
import { studyIndex } from '../study-index.ts'
import { unknownName } from '../unknown-name.ts'
import { countMarks, type Mark } from './count-marks.ts'

/** Stands for the mean of all other cases, where one case is held against the rest. */
export const theOthers = '*'

/** A difference in a row of a table, between two cases or between a case and the mean of the others. */
export interface Difference {
  readonly row: string
  /** Ids of cases, one of them perhaps `theOthers`; `more` has the higher count. */
  readonly more: string
  readonly less: string
  readonly counts: readonly [more: number, less: number]
  /** Everything that makes the difference vanish or turn round. */
  readonly flips: readonly Flip[]
}

/** What was done to the codings, and what was left of a difference. */
export interface Flip {
  readonly test:
    | 'without case'
    | 'without source'
    | 'without speaker'
    | 'without coder'
    | 'touching merged'
    | 'voices'
  /** What was left out; absent where nothing was. */
  readonly what?: string
  readonly becomes: 'equal' | 'reversed'
}

/** How much the differences of a table rest on single cases, sources, speakers, coders and ways of counting. */
export interface Fragility {
  readonly frame: string
  readonly title: Label
  readonly rows: readonly ComparisonHeading[]
  /** In the order of rows, then of cases. */
  readonly differences: readonly Difference[]
}

/**
 * Tests every difference in the number of supporting codings, row by row, between two cases and, where there are three
 * or more, between a case and the mean of the others: leaves out one source, speaker or coder at a time, one of the
 * other cases (which bears on the mean alone), counts segments of a row that touch or overlap as one, and counts
 * voices instead of codings.
 *
 * @param study the study
 * @param frameId the rows that are compared
 * @throws RangeError where the study has no such frame
 */
export function fragility(study: Study, frameId: string): Fragility {
  const frame = byId(study.frames, frameId)
  if (frame === undefined) throw unknownName('frame', frameId, study.frames)
  const index = studyIndex(study)
  const differences: Difference[] = []
  for (const row of frame.rows) {
    const positions = codesUnder(study, index, row.codes).flatMap(code =>
      Array.from(groupOf(index.codingsOfCode, code)),
    )
    const marks = positions
      .filter(coding => index.codingContradicts[coding] === 0 && index.codingCase[coding]! >= 0)
      .map((coding): Mark => {
        const at = index.codingSegment[coding]!
        const segment = study.segments[at]!
        return {
          inCase: index.codingCase[coding]!,
          source: index.codingSource[coding]!,
          voice: index.codingVoice[coding]!,
          coder: index.codingCoder[coding]!,
          ...placeOf(segment, at),
        }
      })
    differences.push(...differencesOf(study, row.id, marks))
  }
  return {
    frame: frame.id,
    title: frame.label,
    rows: frame.rows.map(({ id, label }) => ({ id, label })),
    differences,
  }
}

/** Where a segment stands. A lost one stands beside nothing but itself: it gets a place of its own behind every text. */
function placeOf({ start, end, verdict }: Segment, at: number): Pick<Mark, 'start' | 'end'> {
  if (verdict !== 'lost') return { start, end }
  const own = Number.MAX_SAFE_INTEGER - 2 * at
  return { start: own, end: own }
}

function differencesOf(study: Study, row: string, marks: readonly Mark[]): readonly Difference[] {
  const width = study.cases.length
  const base = countMarks(marks, width)
  const variants: { readonly test: Flip['test']; readonly what?: string; readonly counts: Int32Array }[] = []
  const without = (test: Flip['test'], key: 'source' | 'voice' | 'coder', name: (at: number) => string) => {
    for (const [at, own] of Map.groupBy(marks, mark => mark[key])) {
      if (at < 0) continue
      const counts = base.slice()
      for (const { inCase } of own) counts[inCase]!--
      variants.push({ test, what: name(at), counts })
    }
  }
  const { voices } = studyIndex(study)
  without('without source', 'source', at => study.sources[at]!.id)
  without('without speaker', 'voice', at => voices[at]!)
  without('without coder', 'coder', at => study.coders[at]!.id)
  variants.push({ test: 'touching merged', counts: countMarks(marks, width, 'stretches') })
  variants.push({ test: 'voices', counts: countMarks(marks, width, 'voices') })

  const differences: Difference[] = []
  const compare = (a: number, b: number | undefined) => {
    const gap = (counts: Int32Array, without?: number) => counts[a]! - countOf(counts, a, b, without)
    const sign = Math.sign(gap(base))
    if (sign === 0) return
    const flips: Flip[] = []
    const note = (test: Flip['test'], what: string | undefined, now: number) => {
      if (Math.sign(now) === sign) return
      flips.push({ test, ...(what === undefined ? {} : { what }), becomes: now === 0 ? 'equal' : 'reversed' })
    }
    if (b === undefined)
      study.cases.forEach(({ id }, at) => {
        if (at !== a) note('without case', id, gap(base, at))
      })
    for (const { test, what, counts } of variants) note(test, what, gap(counts))
    const [id, other] = [study.cases[a]!.id, b === undefined ? theOthers : study.cases[b]!.id]
    const [own, others] = [base[a]!, countOf(base, a, b)]
    differences.push(
      sign > 0
        ? { row, more: id, less: other, counts: [own, others], flips }
        : { row, more: other, less: id, counts: [others, own], flips },
    )
  }
  for (let a = 0; a < width; a++) for (let b = a + 1; b < width; b++) compare(a, b)
  if (width > 2) for (let a = 0; a < width; a++) compare(a, undefined)
  return differences
}

/** The count of a case, or the mean of all cases but `a`, and but one that is left out. */
function countOf(counts: Int32Array, a: number, b: number | undefined, without?: number): number {
  if (b !== undefined) return counts[b]!
  let sum = 0
  let cases = 0
  counts.forEach((count, at) => {
    if (at === a || at === without) return
    sum += count
    cases++
  })
  return sum / cases
}
