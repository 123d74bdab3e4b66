import type { CodeOrder } from './code-order.ts'

/**
 * Adds to every code what the codes below it have, in place.
 *
 * @param cells `width` numbers per code
 */
export function rollUp({ order, parent }: CodeOrder, cells: Int32Array, width: number): void {
  for (let i = order.length - 1; i >= 0; i--) {
    const from = order[i]! * width
    const to = parent[order[i]!]! * width
    if (to >= 0) for (let k = 0; k < width; k++) cells[to + k]! += cells[from + k]!
  }
}
