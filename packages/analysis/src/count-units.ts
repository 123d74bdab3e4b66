import type { CodeCountUnit, Study } from '@codeerbank/core'
import type { StudyIndex } from './study-index.ts'

/** The column that tells apart what a unit counts, and how many different ones there are; `null` for codings. */
export interface UnitColumn {
  readonly of: Int32Array
  readonly size: number
}

export function unitColumn(study: Study, index: StudyIndex, unit: CodeCountUnit): UnitColumn | null {
  switch (unit) {
    case 'codings':
      return null
    case 'segments':
      return { of: index.codingSegment, size: study.segments.length }
    case 'sources':
      return { of: index.codingSource, size: study.sources.length }
    case 'speakers':
      return { of: index.codingVoice, size: index.voices.length }
    default:
      throw new RangeError(
        `Codings cannot be counted by "${String(unit)}": choose codings, segments, sources or speakers.`,
      )
  }
}
