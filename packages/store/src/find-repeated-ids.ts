import type { Change, StudyError } from '@codeerbank/core'
import type { Driver } from './driver.ts'
import { storeError } from './store-error.ts'

/** How many ids are asked for in one statement. */
const pageSize = 500

/** How many ids are told. */
const most = 5

/** The ids that more than one of the changes has, each once. */
export function idsGivenTwice(changes: readonly Change[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of changes) if (seen.size === seen.add(id).size) twice.add(id)
  return [...twice]
}

/** Ids of changes that the log has already, in order: the first few. */
export async function findRepeatedIds(
  { all, study }: Pick<Driver, 'all' | 'study'>,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (let at = 0; at < changes.length && found.length <= most; at += pageSize) {
    const ids = changes.slice(at, at + pageSize).map(({ id }) => id)
    const rows = await all(
      `select change_id from log where study = $1 and change_id in (${ids.map((_, i) => `$${i + 2}`).join(', ')})`,
      [study, ...ids],
    )
    const known = new Set(rows.map(row => String(row['change_id'])))
    found.push(...ids.filter(id => known.has(id)))
  }
  return found
}

/** What is said of changes that would be appended twice. */
export function repeatedIds(ids: readonly string[], location: string): StudyError {
  const named = ids.slice(0, most).map(id => `"${id}"`)
  return storeError(
    'store-behind',
    `The history has ${named.join(', ')}${ids.length > most ? ' and others' : ''} already. A change is appended once: give a new one an id of its own.`,
    location,
  )
}
