import { changeLabels, labelText, type OpenConflict, type Problem, type Study } from '@codeerbank/core'
import { subjectOf } from './conflicts-table.ts'

/**
 * What cannot all hold of what was done in copies and nobody settled, a warning a conflict, by the numbers of `conflictsTable`.
 *
 * @param location where the study is kept, for the commands that settle them
 */
export function checkConflicts(
  conflicts: readonly OpenConflict[],
  study: Study,
  location: string,
): readonly Problem[] {
  const { language } = study
  return conflicts.map(({ about, changes }, i) => {
    const sides = changes
      .slice(0, mostListed)
      .map(({ kind, by }) => `"${labelText(changeLabels[kind], language)}" (${by})`)
    const more = changes.length > mostListed ? `, and ${changes.length - mostListed} more` : ''
    return {
      code: 'open-conflict',
      severity: 'warning',
      message: `Not all of this can hold of ${subjectOf(about, study, language)}: ${sides.join(', ')}${more}. "codeerbank conflicts ${location}" shows the sides; settle it with "codeerbank settle ${location} ${i + 1} --keep a", or without --keep where all are to stay.`,
      place: { path: ['conflicts', i + 1] },
    }
  })
}

/** A problem names at most so many sides. */
const mostListed = 5
