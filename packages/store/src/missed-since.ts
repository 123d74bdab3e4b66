import type { Driver, Statements } from './driver.ts'
import { emptyHead, type LogHead, readLog } from './read-log.ts'
import { storeProblem } from './store-error.ts'
import { BehindError } from './study-store.ts'

/**
 * What to say to somebody who expected another head, with what was appended after it.
 *
 * @throws RangeError where the log never had that head
 */
export async function missedSince(
  statements: Statements,
  { location, study }: Pick<Driver, 'location' | 'study'>,
  expected: LogHead,
): Promise<BehindError> {
  const [row] = await statements.all('select hash from log where study = $1 and seq = $2', [
    study,
    expected.seq,
  ])
  const hash = expected.seq === emptyHead.seq ? emptyHead.hash : row?.['hash']
  if (hash !== expected.hash)
    throw new RangeError(`The history has no entry ${expected.seq} with the hash ${expected.hash}.`)
  const missing = await readLog(statements, { location, study }, { after: expected })
  return new BehindError(
    [
      storeProblem(
        'store-behind',
        `Others appended ${missing.length} entries meanwhile, and nothing was applied. Look at what they changed, and apply again.`,
        location,
      ),
    ],
    missing,
  )
}
