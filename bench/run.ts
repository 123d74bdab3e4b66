import { availableParallelism, cpus } from 'node:os'
import {
  binaryUnitizingAlpha,
  codeFrequencies,
  compare,
  coOccurrences,
  crosstab,
  type MarkedUnit,
  studyIndex,
} from '@codeerbank/analysis'
import { applyChanges, replay, type Study } from '@codeerbank/core'
import { codesOfRows, floorDifferences, floorUnitsCounted, unitGroups } from './check-floors.ts'
import { floorCells, floorCodings, floorRecords, floorUnits } from './floor.ts'
import { floorComparison, floorQuotes } from './floor-comparison.ts'
import { floorIndex } from './floor-index.ts'
import { floorMarked, floorOverlaps, spanColumns } from './floor-overlaps.ts'
import { generateChanges, type StudySize } from './generate-study.ts'
import { type Measured, measure } from './measure.ts'
import { numberStudy } from './study-numbers.ts'

/**
 * Times the library against plain loops that give the same numbers, on generated studies of two sizes, and prints one
 * table. `--small` takes one small study, to see that it all runs.
 */
const sizes = process.argv.includes('--small')
  ? [{ sources: 100, codings: 10_000, rounds: 5 }]
  : [
      { sources: 1_000, codings: 100_000, rounds: 9 },
      { sources: 10_000, codings: 1_000_000, rounds: 5 },
    ]
const common = { codes: 300, cases: 20, coders: 4, seed: 20_240_108 }

/** The changes go once they are applied, so that what is measured next is not slowed by keeping them. */
function applyAll(size: StudySize, rounds: number): { study: Study; applied: Measured } {
  const changes = generateChanges(size)
  const applied = measure(
    'applyChanges, all at once',
    Math.min(rounds, 3),
    () => replay(changes),
    () => floorRecords(changes),
  )
  return { study: replay(changes), applied }
}

function measureSize(size: StudySize, rounds: number): readonly Measured[] {
  const { study, applied } = applyAll(size, rounds)
  const numbers = numberStudy(study)
  const differences = floorDifferences(study, numbers)
  if (differences.length > 0) throw new Error(`The floor has other numbers: ${differences.join(', ')}.`)
  const index = floorIndex(numbers)
  const frame = study.frames[0]!.id
  const rows = codesOfRows(study, numbers, frame)
  const spans = spanColumns(study)
  return [
    applied,
    measureOneMore(study, rounds),
    measureMerges(study, rounds),
    measure(
      'index of a study',
      rounds,
      () => studyIndex({ ...study }),
      () => floorIndex(numbers),
      true,
    ),
    measure(
      'roll-up (codeFrequencies)',
      rounds,
      () => codeFrequencies(study),
      () => [
        floorCodings(numbers),
        ...[index.bySegment, index.bySource, index.byVoice].map(units => floorUnits(numbers, units)),
      ],
    ),
    ...floorUnitsCounted.map(unit =>
      measure(
        `crosstab codes by cases: ${unit}`,
        rounds * 4 + 1,
        () => crosstab(study, { columns: 'cases', unit }),
        () => floorCells(numbers, index, unitGroups(index, unit)),
      ),
    ),
    measure(
      'compare, counts',
      rounds,
      () => compare(study, frame, { evidence: 'counts' }),
      () => floorComparison(numbers, index, rows),
    ),
    measure(
      'compare, quotes',
      Math.min(rounds, 3),
      () => compare(study, frame),
      () => [floorComparison(numbers, index, rows), floorQuotes(study, numbers, index, rows)],
    ),
    measure(
      'co-occurrence of all codes',
      Math.min(rounds, 3),
      () => coOccurrences(study),
      () => floorOverlaps(spans),
    ),
    measureUnitizing(size.codings, Math.min(rounds, 3)),
  ]
}

/** Agreement of two coders on a text of 100 characters a unit, so of 100,000,000 characters for the large study. */
function measureUnitizing(units: number, rounds: number): Measured {
  const each = Math.floor(units / 2)
  const marked = (shift: number): MarkedUnit[] =>
    Array.from({ length: each }, (_, i) => ({
      start: i * 200 + shift,
      end: i * 200 + shift + 80,
      value: 'a',
    }))
  const coders = [marked(0), marked(20)]
  const edges = coders.flatMap((own, coder) =>
    own.flatMap(({ start, end }) => [
      { at: start, step: 1, coder },
      { at: end, step: -1, coder },
    ]),
  )
  const columns = {
    at: Float64Array.from(edges, edge => edge.at),
    step: Int8Array.from(edges, edge => edge.step),
    coder: Uint8Array.from(edges, edge => edge.coder),
  }
  return measure(
    'unitizing alpha, two coders',
    rounds,
    () => binaryUnitizingAlpha([{ length: units * 100, coders }]),
    () => floorMarked(columns),
  )
}

/** One coding more: its floor is a copy of the list of codings. Each round goes on from the study of the last. */
function measureOneMore(study: Study, rounds: number): Measured {
  const { segment, code } = study.codings[0]!
  let latest = study
  let made = 0
  return measure(
    'applyChanges, one coding more',
    rounds,
    () => {
      const id = `one-more-${++made}`
      const coding = { id, segment, code }
      latest = applyChanges(latest, [
        { kind: 'code-segment', id, at: '2025-01-01T00:00:00Z', by: study.coders[0]!.id, coding },
      ])
    },
    () => [...study.codings, study.codings[0]],
  )
}

/** Twenty sub-codes merged into twenty others, in one call: its floor is one pass over the codings. */
function measureMerges(study: Study, rounds: number): Measured {
  const subCodes = study.codes.filter(code => code.level === 'sub-code').map(code => code.id)
  const into = new Map(subCodes.slice(0, 20).map((code, i) => [code, subCodes[i + 100]!]))
  const base = { at: '2025-01-01T00:00:00Z', by: study.coders[0]!.id }
  const merges = Array.from(into, ([code, target]) => ({
    kind: 'merge-codes' as const,
    id: `merge-codes:${code}`,
    codes: [code],
    into: target,
    ...base,
  }))
  return measure(
    'applyChanges, twenty codes merged',
    rounds,
    () => applyChanges(study, merges),
    () =>
      study.codings.map(coding => {
        const code = into.get(coding.code)
        return code === undefined ? coding : { ...coding, code }
      }),
  )
}

function line(size: string, operation: string, ...numbers: readonly string[]): string {
  return [size.padEnd(33), operation.padEnd(36), ...numbers.map(each => each.padStart(11))]
    .join(' ')
    .trimEnd()
}

const begin = performance.now()
console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`,
)
console.log(
  'Time and floor in ms, each the median of n. The floor is a plain loop that gives the same numbers.\n',
)
console.log(line('size', 'operation', 'ms', 'floor ms', 'ratio', 'n'))
for (const { rounds, ...size } of sizes) {
  const name = `${size.sources.toLocaleString('en')} sources, ${size.codings.toLocaleString('en')} codings`
  for (const { operation, time, floor, n } of measureSize({ ...size, ...common }, rounds))
    console.log(
      line(name, operation, time.toFixed(2), floor.toFixed(2), (time / floor).toFixed(2), String(n)),
    )
}
console.log(`\nPeak memory ${Math.round(process.resourceUsage().maxRSS / 1024).toLocaleString('en')} MiB`)
console.log(`Whole run ${((performance.now() - begin) / 1000).toFixed(1)} s`)
