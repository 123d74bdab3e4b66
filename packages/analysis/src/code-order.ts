import { type Code, positionOf } from '@codeerbank/core'

/**
 * The codes of a study as a tree in columns. `order` lists positions in `Study.codes` from the top down, each code
 * before those below it, siblings as declared; the codes below `order[i]` are those up to `order[last[i]]`.
 */
export interface CodeOrder {
  readonly order: Int32Array
  /** Per position in `Study.codes`: where it stands in `order`. */
  readonly rank: Int32Array
  /** Per position in `order`: where the last code below it stands in `order`. */
  readonly last: Int32Array
  /** Per position in `Study.codes`: that of its parent, or -1. */
  readonly parent: Int32Array
  /** Per position in `Study.codes`: how deep it lies, the top being 0. */
  readonly depth: Int32Array
}

/**
 * Orders codes as the tree that they are. A code whose parent is missing counts as a top, and so does the first
 * declared code of a cycle: no code is ever left out.
 */
export function orderCodes(codes: readonly Code[]): CodeOrder {
  const n = codes.length
  const parent = new Int32Array(n).fill(-1)
  const children: number[][] = codes.map(() => [])
  const tops: number[] = []
  codes.forEach((code, i) => {
    const at = code.parent === null ? -1 : positionOf(codes, code.parent)
    parent[i] = at
    if (at === -1) tops.push(i)
    else children[at]!.push(i)
  })
  const order = new Int32Array(n)
  const rank = new Int32Array(n).fill(-1)
  const last = new Int32Array(n)
  const depth = new Int32Array(n)
  let next = 0
  const visit = (top: number) => {
    const stack: { code: number; child: number }[] = []
    const enter = (code: number, level: number) => {
      rank[code] = next
      order[next++] = code
      depth[code] = level
      stack.push({ code, child: 0 })
    }
    enter(top, 0)
    while (stack.length > 0) {
      const frame = stack[stack.length - 1]!
      const child = children[frame.code]![frame.child++]
      if (child === undefined) {
        last[rank[frame.code]!] = next - 1
        stack.pop()
      } else if (rank[child] === -1) enter(child, stack.length)
    }
  }
  for (const top of tops) visit(top)
  for (let i = 0; i < n; i++)
    if (rank[i] === -1) {
      const top = firstOfCycle(parent, i)
      parent[top] = -1
      visit(top)
    }
  return { order, rank, last, parent, depth }
}

/** The first declared code of the cycle that the way up from a code ends in. */
function firstOfCycle(parent: Int32Array, code: number): number {
  const seen = new Set<number>()
  let inside = code
  for (; !seen.has(inside); inside = parent[inside]!) seen.add(inside)
  let first = inside
  for (let up = parent[inside]!; up !== inside; up = parent[up]!) first = Math.min(first, up)
  return first
}
