import type { Change } from '@codeerbank/core'
import type { Driver, Statements } from './driver.ts'

/** The changes of one batch of a log that was checked. */
export async function readBatch(
  statements: Statements,
  { study }: Pick<Driver, 'study'>,
  batch: number,
): Promise<readonly Change[]> {
  // A batch is numbered by its first entry, and its entries stand together: the first of another one ends it.
  const [next] = await statements.all(
    'select seq from log where study = $1 and seq > $2 and batch > $2 order by seq limit 1',
    [study, batch],
  )
  const rows = await statements.all(
    'select body from log where study = $1 and seq >= $2 and seq < $3 order by seq',
    [study, batch, next === undefined ? Number.MAX_SAFE_INTEGER : Number(next['seq'])],
  )
  return rows.map(({ body }) => JSON.parse(String(body)) as Change)
}
