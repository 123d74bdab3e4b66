import type { Driver } from './driver.ts'

/** How many entries are asked for at once. */
const pageSize = 5000

/**
 * The last entry of a log that was appended by a time. What stands before it counts as done by then, whatever its time says: a clock may have
 * been set back.
 *
 * @param until milliseconds since 1970
 * @returns 0 where nothing was appended by then
 */
export async function lastEntryBy(
  { all, study }: Pick<Driver, 'all' | 'study'>,
  until: number,
): Promise<number> {
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = await all(
      `select seq, recorded from log where study = $1 and seq < $2 order by seq desc limit ${pageSize}`,
      [study, before],
    )
    const found = rows.find(({ recorded }) => Date.parse(String(recorded)) <= until)
    if (found !== undefined) return Number(found['seq'])
    if (rows.length === 0) return 0
    before = Number(rows.at(-1)!['seq'])
  }
}
