/** How a link is told in the text of a memo: an arrow, the name of what it leads to, and the GUID of that. */
const arrows = { OneWay: '→', Bidirectional: '↔', Associative: '—' } as const

export type LinkDirection = keyof typeof arrows

const pattern = /^(→|↔|—) .*\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)$/s

/** The text of the memo that stands for a link (REFI-QDA `Link`) on what it leads from. */
export function linkText(direction: string | undefined, name: string, guid: string): string {
  const arrow =
    direction === 'OneWay' || direction === 'Bidirectional' ? arrows[direction] : arrows.Associative
  return `${arrow} ${name} (${guid})`
}

/** The link that the text of a memo stands for; `null` for any other text. */
export function linkOfText(
  text: string,
): { readonly direction: LinkDirection; readonly target: string } | null {
  const found = pattern.exec(text)
  if (found === null) return null
  const direction = found[1] === '→' ? 'OneWay' : found[1] === '↔' ? 'Bidirectional' : 'Associative'
  return { direction, target: found[2]! }
}
