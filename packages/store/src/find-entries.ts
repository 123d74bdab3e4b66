import type { SqlValue, Statements } from './driver.ts'
import { historyFilter } from './history-filter.ts'
import { instantOf } from './instant-of.ts'
import { entryOf, hashEntry, type LogEntry, noHash } from './log-entry.ts'
import { type LogPlace, readLog, rowOf } from './read-log.ts'
import { storeError } from './store-error.ts'
import type { HistoryQuery } from './study-store.ts'

/** How many entries are asked for at once. */
const pageSize = 5000

/** The longest text that is looked for in the database; SQLite takes no pattern over 50,000 bytes. */
const longest = 1_000

/**
 * The entries of a log that answer a query, in order. The database passes over those that cannot be among them, by what the hashes stand for, and
 * the filter has the last word; each entry is checked against the hash of the one before it.
 *
 * @throws RangeError where a time of the query is none; StudyError `store-damaged`
 */
export function findEntries(
  query: HistoryQuery,
): (statements: Statements, place: LogPlace) => Promise<readonly LogEntry[]> {
  const answering = historyFilter(query)
  const narrowing = narrowed(query)
  return async (statements, place) => {
    if (narrowing.conditions.length === 0) return answering(await readLog(statements, place))
    const entries: LogEntry[] = []
    const [last] = await statements.all('select seq from head where study = $1', [place.study])
    const end = Number(last?.['seq'] ?? 0)
    let after = 0
    for (;;) {
      const rows = await statements.all(
        `select seq, batch, action, body, by, recorded, hash,
           (select hash from log as former where former.study = log.study and former.seq = log.seq - 1) as before
         from log where study = $1 and seq > $2 and seq <= $3 and ${narrowing.conditions.join(' and ')}
         order by seq limit ${pageSize}`,
        [place.study, after, end, ...narrowing.values],
      )
      for (const each of rows) {
        const row = rowOf(each)
        if (hashEntry(String(each['before'] ?? noHash), row) !== row.hash)
          throw storeError(
            'store-damaged',
            `The history is damaged at entry ${row.seq}: it is not what was written. Take the last backup; what stands before it is sound.`,
            place.location,
          )
        entries.push(entryOf(row))
        after = row.seq
      }
      if (rows.length < pageSize) return answering(entries)
    }
  }
}

/** What must hold of a row for its entry to be among the answers, or to be needed to find these. */
function narrowed({ kind, by, code, from, until, batch }: HistoryQuery) {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const given = (value: SqlValue) => `$${values.push(value) + 3}`
  const holds = (text: string) => `body like ${given(`%${text.replaceAll(/[!%_]/g, '!$&')}%`)} escape '!'`
  if (code !== undefined) {
    // What was done with a coding of the code, or with a reading for it, is known by these, whoever made them and whenever.
    const named = JSON.stringify(code)
    const kinds = ['withdraw-coding', 'review-coding', 'withdraw-screening'].map(each =>
      holds(`"kind":"${each}"`),
    )
    if (named.length <= longest) conditions.push(`(${[holds(named), ...kinds].join(' or ')})`)
    return { conditions, values }
  }
  if (kind !== undefined) conditions.push(holds(`"kind":${JSON.stringify(kind)}`))
  if (by !== undefined && !by.includes('\0')) conditions.push(`by = ${given(by)}`)
  if (batch !== undefined) conditions.push(`batch = ${given(batch)} and seq >= ${given(batch)}`)
  // Times in the form in which they are written by default are in the order of their texts; of any other form the filter decides.
  const usual = "recorded like '____-__-__T__:__:__.___Z'"
  if (from !== undefined)
    conditions.push(`(not ${usual} or recorded >= ${given(usualTime(instantOf(from, 'begin')))})`)
  if (until !== undefined)
    conditions.push(`(not ${usual} or recorded <= ${given(usualTime(instantOf(until, 'end')))})`)
  return { conditions, values }
}

/** Years of more than four digits would not be in order. */
const first = Date.parse('0000-01-01T00:00:00.000Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

function usualTime(instant: number): string {
  return new Date(Math.min(Math.max(instant, first), last)).toISOString()
}
