import type { ReportRow, ReportSheet } from './read-report.ts'

/** Our name for each column, and what it goes by, in the order in which these are preferred. */
export type ColumnNames<K extends string> = readonly (readonly [K, readonly string[]])[]

/** A table with named columns: where each column is, and the rows below the head. */
export interface NamedTable<K extends string> {
  readonly head: ReportRow
  readonly columns: ReadonlyMap<K, number>
  /** Further columns that go by a name of ours: each says the same as another, or something else by the same name. */
  readonly others: readonly { readonly key: K; readonly at: number }[]
  readonly rows: readonly ReportRow[]
}

/** The head stands within so many rows: above it reports have a title, a date and the like. */
export const highestHead = 30

/**
 * Finds the table whose head has most of the columns, in any order; letters of either case, spaces and signs do not count.
 *
 * @param needed columns without which it is not the table; of those in one list, one is enough
 * @returns `undefined` where no sheet has them
 */
export function findNamedTable<K extends string>(
  sheets: readonly ReportSheet[],
  names: ColumnNames<K>,
  needed: readonly (readonly K[])[],
): NamedTable<K> | undefined {
  const known = new Map<string, { readonly key: K; readonly rank: number }>()
  for (const [key, aliases] of names)
    for (const [rank, name] of aliases.entries()) known.set(foldHeader(name), { key, rank })
  let best: NamedTable<K> | undefined
  for (const { rows } of sheets)
    rows.slice(0, highestHead).forEach(({ cells }, i) => {
      const found = new Map<K, { readonly at: number; readonly rank: number }>()
      const all: { readonly key: K; readonly at: number }[] = []
      cells.forEach((cell, at) => {
        const column = typeof cell === 'string' ? known.get(foldHeader(cell)) : undefined
        if (column === undefined) return
        all.push({ key: column.key, at })
        if (column.rank >= (found.get(column.key)?.rank ?? Number.POSITIVE_INFINITY)) return
        found.set(column.key, { at, rank: column.rank })
      })
      if (!needed.every(some => some.some(key => found.has(key)))) return
      if (best !== undefined && found.size <= best.columns.size) return
      const columns = new Map([...found].map(([key, { at }]) => [key, at] as const))
      const others = all.filter(({ key, at }) => columns.get(key) !== at)
      best = { head: rows[i]!, columns, others, rows: rows.slice(i + 1) }
    })
  return best
}

/** A head without capitals, accents, spaces and signs. */
export function foldHeader(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
