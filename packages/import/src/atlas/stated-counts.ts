import type { Problem } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'

/** What a row says of its codes. */
export interface RowOfCodes {
  readonly line: number
  /** What tells its quotation from others: a list may have a row for each code of one. */
  readonly quotation: string
  readonly codes: string
  /** What stands under Number of Codes, and under Density. */
  readonly count?: number
  readonly density?: number
}

/** How many codes each row states that it has, and the warning where Density is of something else. */
export interface StatedCounts {
  readonly of: (row: RowOfCodes) => number | undefined
  readonly problem?: Problem
}

/**
 * Finds out whether the density of quotations is the number of their codes, as some reports have it: not if more rows than not, of
 * those of which the number of codes is plain, have another. A number of codes by that name goes before it, and always holds.
 * Where a quotation has as many rows as it states codes, each row has one.
 */
export function statedCounts(rows: readonly RowOfCodes[]): StatedCounts {
  const sizes = new Map<string, number>()
  for (const { quotation } of rows) sizes.set(quotation, (sizes.get(quotation) ?? 0) + 1)
  const inRow = ({ quotation }: RowOfCodes, stated: number | undefined) =>
    stated !== undefined && stated > 1 && sizes.get(quotation) === stated ? 1 : stated
  let agree = 0
  const differ: RowOfCodes[] = []
  for (const row of rows) {
    if (row.density === undefined || row.count !== undefined) continue
    const plain = plainCount(row.codes)
    if (plain === undefined) continue
    if (plain === inRow(row, row.density)) agree += 1
    else differ.push(row)
  }
  if (differ.length <= agree) return { of: row => inRow(row, row.count ?? row.density) }
  return {
    of: row => inRow(row, row.count),
    problem: problemAt(
      'density-not-codes',
      'warning',
      'The column Density is not the number of codes here, and is passed over. Export the column Number of Codes where codes stand in one line.',
      differ[0]!.line,
    ),
  }
}

/** The number of codes of a cell, where no name with a comma can make it another. */
function plainCount(codes: string): number | undefined {
  const lines = codes.split('\n').filter(line => line.trim() !== '')
  return lines.length === 1 && /[,;|]/.test(lines[0]!) ? undefined : lines.length
}
