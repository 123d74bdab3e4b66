import type { CellValue } from '../workbook/workbook.ts'
import type { CrossCell } from './cross-table.ts'

/** A cell with a coefficient or a part of a whole alone. */
export interface FractionCell {
  readonly fraction: number
}

const count = /^(\d{1,9})(?:\s*(?:[-–|/(]|\n)\s*\(?(\d*[.,]?\d+)\s*(%?)\s*\)?)?$/
const fraction = /^(\d*[.,]\d+)\s*%?$|^(\d+)\s*%$/
/** A longer text is no number. */
const longest = 60
const nothing = /^(?:|[-–—]|n\.?\/?a\.?|nan)$/i

/** What a cell of a cross table holds: a count, a fraction; `null` for nothing, `undefined` for anything else. */
export function readCrossCell(cell: CellValue | undefined): CrossCell | FractionCell | null | undefined {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') {
    if (cell < 0) return undefined
    return Number.isInteger(cell) ? { count: cell } : { fraction: cell }
  }
  if (typeof cell !== 'string') return undefined
  const text = cell.trim()
  if (nothing.test(text)) return null
  if (text.length > longest) return undefined
  const counted = count.exec(text)
  if (counted !== null)
    return {
      count: Number(counted[1]),
      ...(counted[2] === undefined || counted[3] === '%' ? {} : { coefficient: numberOf(counted[2]) }),
    }
  const part = fraction.exec(text)
  return part === null ? undefined : { fraction: numberOf(part[1] ?? part[2]!) }
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}
