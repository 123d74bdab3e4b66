import { applyFitting, emptyStudy, type Problem } from '@codeerbank/core'
import { openDatabase } from './database.ts'
import { effectiveChanges } from './effective-changes.ts'
import { followLog, type LogHead } from './read-log.ts'
import { asStoreError } from './store-error.ts'

export interface Verification {
  /** How many entries are sound, and the hash of the last of them. */
  readonly head: LogHead
  readonly problems: readonly Problem[]
}

/**
 * Walks the whole history of a file: the file's own structure, every hash, whether the changes make a study, and whether
 * every segment has the words of its text.
 *
 * @throws StudyError where the file cannot be opened at all
 */
export function verifyStudy(file: string): Verification {
  const database = openDatabase(file, { create: false, readOnly: true, patience: 5000 })
  try {
    const problems: Problem[] = []
    for (const row of database.prepare('pragma integrity_check(20)').all()) {
      const said = String(Object.values(row)[0])
      if (said !== 'ok')
        problems.push({
          code: 'store-damaged',
          severity: 'error',
          message: `The file is damaged: ${said}. Take the last backup.`,
          place: { file },
        })
    }
    const { entries, head, problem } = followLog(database, file)
    if (problem !== undefined) problems.push(problem)
    const made = applyFitting(emptyStudy, effectiveChanges(entries))
    problems.push(...made.problems.map(each => ({ ...each, place: { ...each.place, file } })))
    const texts = new Map(made.value.sources.map(({ id, text }) => [id, text]))
    for (const { id, source, start, end, quote, verdict } of made.value.segments)
      if (verdict !== 'lost' && texts.get(source)?.slice(start, end) !== quote)
        problems.push({
          code: 'quote-differs',
          severity: 'error',
          message: `Segment "${id}" does not have the words of its text. Anchor it again.`,
          place: { file, source },
        })
    return { head, problems }
  } catch (error) {
    throw asStoreError(error, file)
  } finally {
    database.close()
  }
}
