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
 * What separates the cells of a CSV file: what its first row names, or else what its head has most of. The head is the first
 * row that more than half of the rows from it on are divided like; where there is none it is the first row.
 */
export function delimiterOf(text: string): string {
  const named = stated.exec(text)?.[1]
  if (named !== undefined) return named
  const found = delimiters.map(each => ({ each, counts: countsOf(text, each) }))
  for (let row = 0; row < mostRows; row++) {
    const heads = found.filter(({ counts }) => isHead(counts, row))
    if (heads.length > 0) return mostIn(heads, row)
  }
  return mostIn(found, 0)
}

interface Counted {
  readonly each: string
  /** How often it stands in each of the first rows. */
  readonly counts: readonly number[]
}

function isHead(counts: readonly number[], row: number): boolean {
  const count = counts[row] ?? 0
  const rest = counts.slice(row)
  return count > 0 && rest.filter(each => each === count).length * 2 > rest.length
}

function mostIn(found: readonly Counted[], row: number): string {
  return found.toSorted((a, b) => (b.counts[row] ?? 0) - (a.counts[row] ?? 0))[0]!.each
}

function countsOf(text: string, delimiter: string): readonly number[] {
  const counts: number[] = []
  for (const row of rowsOf(text, delimiter)) {
    if (row.trim() !== '') counts.push(countOf(row, delimiter))
    if (counts.length === mostRows) break
  }
  return counts
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
