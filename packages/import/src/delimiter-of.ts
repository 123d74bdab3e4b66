import { rowsOf } from './csv-text-rows.ts'

/** Dutch and other continental spreadsheets separate by semicolons. */
const delimiters = [',', ';', '\t'] as const

/** So many rows are looked at: above its head a report may have a title, a date and the like. */
const mostRows = 30

const stated = /^sep=([,;\t])"?(?:\r?\n|$)/i

/** Whether the first row only names what separates cells, as Excel wants it. */
export function statesDelimiter(text: string): boolean {
  return stated.test(text)
}

/**
 * What separates the cells of a CSV file: what its first row names, or else what divides most of its first rows into one number
 * of cells, and of several such what the first row has most of.
 */
export function delimiterOf(text: string): string {
  const named = stated.exec(text)?.[1]
  if (named !== undefined) return named
  const found = delimiters.map(each => {
    const counts: number[] = []
    for (const row of rowsOf(text, each)) {
      if (row.trim() !== '') counts.push(countOf(row, each))
      if (counts.length === mostRows) break
    }
    const often = new Map<number, number>()
    for (const count of counts) if (count > 0) often.set(count, (often.get(count) ?? 0) + 1)
    return { each, alike: Math.max(0, ...often.values()), first: counts[0] ?? 0 }
  })
  return found.sort((a, b) => b.alike - a.alike || b.first - a.first)[0]!.each
}

/** How often a character stands in a row outside quotes. */
function countOf(row: string, delimiter: string): number {
  let count = 0
  let quoted = false
  let atStart = true
  for (let at = 0; at < row.length; at++) {
    const character = row[at]!
    if (quoted) {
      if (character !== '"') continue
      if (row[at + 1] === '"') at++
      else quoted = false
    } else if (character === delimiter) {
      count += 1
      atStart = true
    } else if (character === '"' && atStart) quoted = true
    else if (character.trim() !== '') atStart = false
  }
  return count
}
