import type { Comparison, Label } from '@codeerbank/core'

/** The columns of so many cases fit across a page, with room for words. */
const mostCases = 8

/**
 * Divides a comparison over pages where its cases are too many for one: each part has all rows and some of the cases, about as
 * many as the others, and says in its title which part it is.
 */
export function comparisonParts(comparison: Comparison): readonly Comparison[] {
  const { cases, cells, title } = comparison
  const parts = Math.ceil(cases.length / mostCases)
  if (parts <= 1) return [comparison]
  const from = (part: number) => Math.ceil((part * cases.length) / parts)
  return Array.from({ length: parts }, (_, part) => {
    const shown = cases.slice(from(part), from(part + 1))
    const ids = new Set(shown.map(({ id }) => id))
    return {
      ...comparison,
      title: numbered(title, part + 1, parts),
      cases: shown,
      cells: cells.filter(cell => ids.has(cell.case)),
    }
  })
}

function numbered({ nl, en }: Label, part: number, parts: number): Label {
  return {
    nl: `${nl ?? en ?? ''} (deel ${part} van ${parts})`,
    en: `${en ?? nl ?? ''} (part ${part} of ${parts})`,
  }
}
