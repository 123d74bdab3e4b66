import type { Code } from '@codeerbank/core'

/** A code where it stands in its tree. */
export interface PlacedCode {
  readonly code: Code
  /** The position in the same list of the code above it; `null` at the top. */
  readonly parent: number | null
  readonly above?: Code
  readonly depth: number
}

/**
 * Lays codes out with each parent right before its children, siblings in declared order. Every code stands there
 * once: one with a missing parent at the top, and of a cycle the first to come.
 */
export function preorder(codes: readonly Code[]): readonly PlacedCode[] {
  const known = new Set(codes.map(code => code.id))
  const children = new Map<string, Code[]>()
  const roots: Code[] = []
  for (const code of codes) {
    if (code.parent === null || !known.has(code.parent)) roots.push(code)
    else {
      const siblings = children.get(code.parent)
      if (siblings === undefined) children.set(code.parent, [code])
      else siblings.push(code)
    }
  }
  const placed: PlacedCode[] = []
  const seen = new Set<Code>()
  for (const root of roots) place(root)
  for (const code of codes) if (!seen.has(code)) place(code)
  return placed

  function place(root: Code): void {
    const open: { code: Code; parent: number | null }[] = [{ code: root, parent: null }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { code, parent } = next
      if (seen.has(code)) continue
      seen.add(code)
      const above = parent === null ? undefined : placed[parent]
      const at = placed.length
      placed.push({
        code,
        parent,
        depth: above === undefined ? 0 : above.depth + 1,
        ...(above === undefined ? {} : { above: above.code }),
      })
      const below = children.get(code.id) ?? []
      // Taken out, so that of two codes with one id only the first has the children.
      children.delete(code.id)
      for (let i = below.length - 1; i >= 0; i--) open.push({ code: below[i]!, parent: at })
    }
  }
}
