import type { Study } from '@codeerbank/core'
import type { Driver, SqlValue } from '../driver.ts'
import type { LogHead } from '../read-log.ts'
import { isDamage } from '../store-error.ts'
import { partsOfStudy, type StudyPart, studyOfParts } from './study-parts.ts'

/**
 * What changes make of a study, as a number: another one where `applyChanges` gives something else for the same changes than it
 * gave before, so that no snapshot of a former program is taken for the study.
 */
const model = 2

/** A study as it was at an entry of its log. It is a cache: the log tells the same. */
export interface Snapshot {
  /** The entry after which it was taken. */
  readonly at: LogHead
  /** The hash of its last part. */
  readonly last: string
}

/** The snapshot that there is, unless another model made it. */
export async function findSnapshot(
  driver: Pick<Driver, 'all' | 'study' | 'readOnly'>,
): Promise<Snapshot | null> {
  const [row = undefined] = await passedOver(driver, [], () =>
    driver.all('select seq, hash, last from snapshot where study = $1 and model = $2', [driver.study, model]),
  )
  if (row === undefined) return null
  return { at: { seq: Number(row['seq']), hash: String(row['hash']) }, last: String(row['last']) }
}

/** The study of a snapshot; `null` where it is not whole, or was replaced meanwhile. */
export async function readSnapshot(
  driver: Pick<Driver, 'all' | 'study' | 'readOnly'>,
  { last }: Snapshot,
): Promise<Study | null> {
  const parts: StudyPart[] = []
  for (;;) {
    const rows = await passedOver(driver, [], () =>
      driver.all(
        'select part, list, body, hash from snapshot_part where study = $1 and part > $2 order by part limit 16',
        [driver.study, parts.length],
      ),
    )
    for (const { part, list, body, hash } of rows)
      parts.push({ part: Number(part), list: String(list), body: String(body), hash: String(hash) })
    if (rows.length < 16) break
  }
  return studyOfParts(parts, last)
}

/** Who only reads does without a snapshot that is damaged: the log tells the same. Who writes should not write there. */
async function passedOver<T>(
  { readOnly }: Pick<Driver, 'readOnly'>,
  none: T,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (readOnly && isDamage(error)) return none
    throw error
  }
}

/** Keeps the study as it is at an entry of its log, instead of what was kept before. */
export async function writeSnapshot(
  driver: Pick<Driver, 'transaction' | 'study'>,
  study: Study,
  { seq, hash }: LogHead,
): Promise<void> {
  await driver.transaction(async statements => {
    await statements.run('delete from snapshot_part where study = $1', [driver.study])
    await statements.run('delete from snapshot where study = $1', [driver.study])
    let last = ''
    let rows: SqlValue[][] = []
    const write = async () => {
      await statements.insert('snapshot_part', ['study', 'part', 'list', 'body', 'hash'], rows)
      rows = []
    }
    for (const part of partsOfStudy(study)) {
      rows.push([driver.study, part.part, part.list, part.body, part.hash])
      last = part.hash
      if (rows.length === 16) await write()
    }
    await write()
    await statements.insert(
      'snapshot',
      ['study', 'seq', 'hash', 'model', 'last'],
      [[driver.study, seq, hash, model, last]],
    )
  })
}
