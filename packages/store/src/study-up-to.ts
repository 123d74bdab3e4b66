import type { Driver, Statements } from './driver.ts'
import { noHash } from './log-entry.ts'
import { putEntriesOn } from './put-entries-on.ts'
import { readBatch } from './read-batch.ts'
import { readLog } from './read-log.ts'
import { findSnapshot, readSnapshot } from './snapshot/snapshots.ts'
import { studyOfEntries } from './study-of-entries.ts'
import { type WorkingStudy, workingStudy } from './working-study.ts'

/**
 * The study that a log makes up to an entry, to work on: from the nearest state that is known where what comes after that rests on it, and
 * from nothing otherwise.
 *
 * @param near the study of the same log as it is worked on; it stays as it is
 */
export async function studyUpTo(
  statements: Statements,
  place: Pick<Driver, 'location' | 'study' | 'readOnly'>,
  end: number,
  near: WorkingStudy,
): Promise<WorkingStudy> {
  const hashAt = async (seq: number) => {
    const rows = await statements.all('select hash from log where study = $1 and seq = $2', [
      place.study,
      seq,
    ])
    return String(rows[0]?.['hash'] ?? noHash)
  }
  const reader = { ...place, all: statements.all }
  const kept = near.stateUpTo(end)
  const snapshot = await findSnapshot(reader)
  const states = [
    { end: kept?.end ?? -1, study: async () => kept?.study ?? null },
    {
      end: snapshot?.at.seq ?? -1,
      study: async () =>
        snapshot !== null && (await hashAt(snapshot.at.seq)) === snapshot.at.hash
          ? readSnapshot(reader, snapshot)
          : null,
    },
  ]
  for (const state of states.sort((one, other) => other.end - one.end)) {
    if (state.end < 0 || state.end > end) continue
    const study = await state.study()
    if (study === null) continue
    const working = workingStudy({ study, end: state.end })
    const after = { seq: state.end, hash: await hashAt(state.end) }
    const entries = await readLog(statements, place, { after, until: end })
    if (await putEntriesOn(working, entries, batch => readBatch(statements, place, batch))) return working
  }
  return studyOfEntries(await readLog(statements, place, { until: end }), end)
}
