import { writeToString } from 'fast-csv'

/** Writes a list of a study folder: a head and rows of cells, without the columns that are empty in every row. */
export async function writeList(
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
  always: readonly string[],
): Promise<string> {
  const kept = head.flatMap((name, i) =>
    always.includes(name) || rows.some(row => row[i] !== undefined && row[i] !== '') ? [i] : [],
  )
  return writeToString([kept.map(i => head[i]), ...rows.map(row => kept.map(i => row[i] ?? ''))], {
    headers: false,
    includeEndRowDelimiter: true,
  })
}
