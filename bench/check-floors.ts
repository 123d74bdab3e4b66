import { codeFrequencies, compare, crosstab, type StudyIndex, studyIndex } from '@codeerbank/analysis'
import { type CodeCountUnit, type Crosstab, type Evidence, positionOf, type Study } from '@codeerbank/core'
import { floorCells, floorCodings, floorUnits } from './floor.ts'
import { floorComparison } from './floor-comparison.ts'
import { type FloorIndex, floorIndex, type Grouped } from './floor-index.ts'
import type { StudyNumbers } from './study-numbers.ts'

export const floorUnitsCounted = [
  'codings',
  'segments',
  'sources',
] as const satisfies readonly CodeCountUnit[]

/** The grouping that a floor counts a unit by. */
export function unitGroups(index: FloorIndex, unit: CodeCountUnit): Grouped | null {
  switch (unit) {
    case 'codings':
      return null
    case 'segments':
      return index.bySegment
    case 'sources':
      return index.bySource
    case 'speakers':
      return index.byVoice
  }
}

/** Per row of a frame the positions of its codes and of all codes below them. */
export function codesOfRows(study: Study, { parent }: StudyNumbers, frame: string): readonly Int32Array[] {
  return study.frames
    .find(({ id }) => id === frame)!
    .rows.map(row => {
      const tops = new Set(row.codes.map(id => positionOf(study.codes, id)))
      const under = (code: number): boolean => code >= 0 && (tops.has(code) || under(parent[code]!))
      return Int32Array.from(parent.keys()).filter(under)
    })
}

/**
 * Where the floors and the library disagree about a study. A floor that gives other numbers is no floor.
 *
 * @returns a name for every operation whose numbers differ; empty where all are the same
 */
export function floorDifferences(study: Study, numbers: StudyNumbers): readonly string[] {
  const index = floorIndex(numbers)
  const checks: readonly [name: string, same: boolean][] = [
    ['index', sameIndex(studyIndex(study), numbers, index)],
    ['codeFrequencies', sameFrequencies(study, numbers, index)],
    ...floorUnitsCounted.map((unit): [string, boolean] => {
      const table = crosstab(study, { columns: 'cases', unit })
      return [
        `crosstab of ${unit}`,
        sameCells(study, table, floorCells(numbers, index, unitGroups(index, unit))),
      ]
    }),
    ...study.frames.map(({ id }): [string, boolean] => [
      `compare ${id}`,
      sameComparison(study, id, numbers, index),
    ]),
  ]
  return checks.flatMap(([name, same]) => (same ? [] : [name]))
}

function sameIndex(made: StudyIndex, numbers: StudyNumbers, index: FloorIndex): boolean {
  const columns: readonly [ArrayLike<number>, ArrayLike<number>][] = [
    [made.codingCode, numbers.codingCode],
    [made.codingSegment, numbers.codingSegment],
    [made.codingContradicts, numbers.codingContradicts],
    [made.codingSource, index.codingSource],
    [made.codingCase, index.codingCase],
    [made.codingKind, index.codingKind],
    [made.codingVoice, index.codingVoice],
    [made.codingsOfSegment.items, index.bySegment.items],
    [made.codingsOfSource.items, index.bySource.items],
    [made.codingsOfVoice.items, index.byVoice.items],
    [made.codingsOfCode.items, index.byCodeAndCase.items],
  ]
  return columns.every(([a, b]) => sameNumbers(a, b))
}

function sameFrequencies(study: Study, numbers: StudyNumbers, index: FloorIndex): boolean {
  const units = ['codings', 'segments', 'sources', 'speakers'] as const
  const floors = units.map(unit => {
    const groups = unitGroups(index, unit)
    return { unit, counts: groups === null ? floorCodings(numbers) : floorUnits(numbers, groups) }
  })
  const frequencies = codeFrequencies(study)
  return (
    frequencies.length === study.codes.length &&
    frequencies.every(({ code, own, rolledUp }) => {
      const at = positionOf(study.codes, code)
      return floors.every(
        ({ unit, counts }) => own[unit] === counts.own[at] && rolledUp[unit] === counts.rolledUp[at],
      )
    })
  )
}

/** A retired code that counts nothing has no row in a crosstab. */
function sameCells(study: Study, { rows, counts }: Crosstab, cells: Int32Array): boolean {
  const width = study.cases.length
  const rowAt = new Map(rows.map((row, i) => [row.id, i]))
  return study.codes.every(({ id }, code) => {
    const own = cells.subarray(code * width, (code + 1) * width)
    const row = rowAt.get(id)
    return row === undefined ? own.every(count => count === 0) : sameNumbers(counts[row]!, own)
  })
}

function sameComparison(study: Study, frame: string, numbers: StudyNumbers, index: FloorIndex): boolean {
  const width = study.cases.length
  const floor = floorComparison(numbers, index, codesOfRows(study, numbers, frame))
  const { cells, rows } = compare(study, frame, { evidence: 'counts' })
  const same = (evidence: Evidence, numbersOf: Int32Array, at: number) =>
    sameNumbers(
      [evidence.codings, evidence.segments, evidence.sources, evidence.speakers],
      numbersOf.subarray(at * 4, at * 4 + 4),
    )
  return (
    cells.length === rows.length * width &&
    cells.every(cell => {
      const row = rows.findIndex(({ id }) => id === cell.rows[0])
      const of = positionOf(study.cases, cell.case)
      return (
        same(cell.evidence, floor.cells, row * width + of) &&
        cell.statements.every(({ code, evidence }) =>
          same(evidence, floor.statements, positionOf(study.codes, code) * width + of),
        )
      )
    })
  )
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
