import type { CodeCountUnit } from '@codeerbank/core'
import type { Groups } from './group-by-key.ts'
import type { StudyIndex } from './study-index.ts'

/**
 * The codings of each thing that a unit counts; `null` for codings, which count themselves.
 *
 * @throws RangeError for a unit that does not exist
 */
export function groupsOfUnit(index: StudyIndex, unit: CodeCountUnit): Groups | null {
  switch (unit) {
    case 'codings':
      return null
    case 'segments':
      return index.codingsOfSegment
    case 'sources':
      return index.codingsOfSource
    case 'speakers':
      return index.codingsOfVoice
    default:
      throw new RangeError(
        `Codings cannot be counted by "${String(unit)}": choose codings, segments, sources or speakers.`,
      )
  }
}
