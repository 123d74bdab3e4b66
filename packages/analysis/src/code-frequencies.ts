import type { CodeCountUnit, CodeFrequency, Study } from '@codeerbank/core'
import { type CellCounts, countCells } from './count-cells.ts'
import { unitColumn } from './count-units.ts'
import { studyIndex } from './study-index.ts'

const units = ['codings', 'segments', 'sources', 'speakers'] as const satisfies readonly CodeCountUnit[]

/**
 * How often each code was used: codings, and the distinct segments, sources and speakers that they are of. Rolled up,
 * a code counts all below it, and a segment once, however many of the codes below it carries.
 *
 * @returns one frequency per code, in the order of the codebook from the top down
 */
export function codeFrequencies(study: Study): readonly CodeFrequency[] {
  const index = studyIndex(study)
  const everything = new Int32Array(study.codings.length)
  const count = (rollUp: boolean) =>
    units.map(unit => countCells(index, everything, 1, unitColumn(study, index, unit), rollUp))
  const own = count(false)
  const rolledUp = count(true)
  return Array.from(index.codes.order, code => ({
    code: study.codes[code]!.id,
    own: pick(own, code),
    rolledUp: pick(rolledUp, code),
  }))
}

function pick(counts: readonly CellCounts[], code: number): CodeFrequency['own'] {
  const of = (unit: CodeCountUnit) => counts[units.indexOf(unit)]!.cells[code]!
  return {
    codings: of('codings'),
    segments: of('segments'),
    sources: of('sources'),
    speakers: of('speakers'),
  }
}
