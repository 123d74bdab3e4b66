import { applyFitting, emptyStudy, type Problem, StudyError } from '@codeerbank/core'
import { effectiveChanges } from './batches.ts'
import type { Driver } from './driver.ts'
import { isMerged, studyOfLog } from './history-of-log.ts'
import { entryOf, type LogEntry, noHash } from './log-entry.ts'
import { openDriver } from './open-driver.ts'
import { emptyHead, type LogHead, logPages } from './read-log.ts'
import { findSnapshot } from './snapshot/snapshots.ts'
import { partsOfStudy } from './snapshot/study-parts.ts'
import { storeProblem } from './store-error.ts'

export interface Verification {
  /** How many entries are sound, and the hash of the last of them. */
  readonly head: LogHead
  readonly problems: readonly Problem[]
}

export interface VerifyOptions {
  /**
   * The hash of an entry that was written down elsewhere, as in the manifest of a build: the history must still have it. A chain that
   * somebody made anew from a change on is sound in itself, and only found out so.
   */
  readonly has?: string
}

/**
 * Walks the whole history of a study: the database's own structure, every hash, whether the changes make a study, with
 * segments that have the words of their texts, and whether the snapshot is what the history makes.
 *
 * @param location the path of a file, or the address of a database
 * @throws StudyError where it cannot be opened at all
 */
export async function verifyStudy(location: string, { has }: VerifyOptions = {}): Promise<Verification> {
  const driver = await openDriver(location, { create: false, readOnly: true, patience: 5000 })
  try {
    const problems: Problem[] = [...driver.problems]
    for (const said of await driver.integrity())
      problems.push(
        storeProblem('store-damaged', `The file is damaged: ${said}. Take the last backup.`, driver.location),
      )
    const { entries, head, problem } = await soundEntries(driver)
    if (problem !== undefined) problems.push(...problem)
    if (has !== undefined && has !== noHash && entries.every(({ hash }) => hash !== has))
      problems.push(
        problem === undefined
          ? storeProblem(
              'store-other-history',
              `The history has no entry with the hash ${has}: what was made of that state was made of another copy, or the history was written anew since. Compare it with a backup of that time.`,
              driver.location,
            )
          : storeProblem(
              'store-damaged',
              `Whether it had the entry with the hash ${has} cannot be told, since that is not before the fault. Look in a backup.`,
              driver.location,
            ),
      )
    const made = studyOfEntries(entries)
    for (const each of made.problems)
      problems.push({ ...each, place: { ...each.place, file: driver.location } })
    if (problem === undefined) problems.push(...(await wrongSnapshot(driver, entries)))
    return { head, problems }
  } finally {
    await driver.close()
  }
}

/** The entries before the first fault, and the fault. */
async function soundEntries(driver: Driver) {
  const entries: LogEntry[] = []
  let head: LogHead = emptyHead
  try {
    for await (const page of logPages(driver, driver))
      for (const row of page) {
        entries.push(entryOf(row))
        head = { seq: row.seq, hash: row.hash }
      }
    return { entries, head }
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return { entries, head, problem: error.problems }
  }
}

/** What the changes make. What was done apart and has no place beside the rest is for `conflicts` to tell: the file is sound. */
function studyOfEntries(entries: readonly LogEntry[]) {
  return isMerged(entries)
    ? { value: studyOfLog(entries), problems: [] }
    : applyFitting(emptyStudy, effectiveChanges(entries))
}

async function wrongSnapshot(driver: Driver, entries: readonly LogEntry[]): Promise<readonly Problem[]> {
  const snapshot = await findSnapshot(driver)
  if (snapshot === null) return []
  const until = entries.slice(0, snapshot.at.seq)
  const { value } = studyOfEntries(until)
  let last = ''
  for (const { hash } of partsOfStudy(value)) last = hash
  if (until.at(-1)?.hash === snapshot.at.hash && last === snapshot.last) return []
  const message =
    'The snapshot is not what the history makes. The history is sound: "codeerbank convert" makes a file of it without the snapshot.'
  return [storeProblem('store-damaged', message, driver.location)]
}
