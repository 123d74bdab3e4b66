import { byId, type Crosstab, type Label, notesBelow, positionOf, type Study } from '@codeerbank/core'
import { codesUnder } from '../codes-under.ts'
import { groupOf } from '../group-by-key.ts'
import { studyIndex } from '../study-index.ts'
import { waitingNote } from '../waiting-note.ts'
import type { CoOccurrences } from './co-occurrence.ts'

/**
 * Lays out co-occurring codes as a square: in the row of a code, how many of its segments share text with the code of the
 * column. Only codes that co-occur are shown, at most so many: those with the most pairs, in the order of the codebook.
 * Totals are how many segments each code has, and all of them together.
 *
 * @param most how many codes are shown; 30 by default
 */
export function coOccurrenceCrosstab(study: Study, found: CoOccurrences, most = 30): Crosstab {
  const pairsOf = new Map<string, number>()
  for (const { a, b, pairs } of found.pairs)
    for (const code of [a, b]) pairsOf.set(code, (pairsOf.get(code) ?? 0) + pairs)
  const chosen = new Set(
    [...pairsOf]
      .sort((one, other) => other[1] - one[1])
      .slice(0, most)
      .map(([code]) => code),
  )
  const codes = found.codes.filter(code => chosen.has(code))
  const place = new Map(codes.map((code, i) => [code, i]))
  const counts = codes.map(() => codes.map(() => 0))
  for (const { a, b, segmentsA, segmentsB } of found.pairs) {
    const [i, j] = [place.get(a), place.get(b)]
    if (i === undefined || j === undefined) continue
    counts[i]![j] = segmentsA
    counts[j]![i] = segmentsB
  }
  const segments = new Map(found.codes.map((code, i) => [code, found.segments[i]!]))
  const headings = codes.map(id => ({ id, label: byId(study.codes, id)?.label ?? { nl: id } }))
  const totals = codes.map(code => segments.get(code) ?? 0)
  return {
    id: 'co-occurrence',
    title: found.acrossCoders
      ? {
          nl: 'Codes die samen voorkomen, over alle codeurs',
          en: 'Codes that occur together, over all coders',
        }
      : {
          nl: 'Codes die samen voorkomen, binnen elke codeur',
          en: 'Codes that occur together, within each coder',
        },
    unit: 'segments',
    totalLabel: { nl: 'Fragmenten met de code', en: 'Segments with the code' },
    rows: headings.map(({ id, label }, i) => ({ id, label: numbered(i, label) })),
    columns: headings.map(({ id }, i) => ({ id, label: numbered(i) })),
    counts,
    rowTotals: totals,
    columnTotals: totals,
    total: distinctSegments(study, codes, found.rollUp),
    ...notesBelow(waitingNote(study, { lost: 'left out' })),
  }
}

/** Segments with any of the codes, but for lost ones, which are counted nowhere here. */
function distinctSegments(study: Study, codes: readonly string[], rollUp: boolean): number {
  const index = studyIndex(study)
  const shown = rollUp ? codesUnder(study, index, codes) : codes.map(code => positionOf(study.codes, code))
  const segments = new Set<number>()
  for (const code of shown)
    for (const coding of groupOf(index.codingsOfCode, code)) segments.add(index.codingSegment[coding]!)
  return [...segments].filter(at => study.segments[at]?.verdict !== 'lost').length
}

/** A row has its number and its label, a column the number of its row. */
function numbered(at: number, label: Label = {}): Label {
  const named = (text: string | undefined) => (text === undefined ? String(at + 1) : `${at + 1} ${text}`)
  return { nl: named(label.nl ?? label.en), en: named(label.en ?? label.nl) }
}
