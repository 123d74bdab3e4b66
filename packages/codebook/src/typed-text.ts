import { stableJson } from '@codeerbank/core'

/** A text without what word processors make of it by themselves: the form of quotes, dashes and dots, the kind of spaces, what has no width. */
export function typedText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u200C\u2060\uFEFF]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether two values say the same, but for what word processors make of texts by themselves. */
export function sameTyped(one: unknown, other: unknown): boolean {
  return typedJson(one) === typedJson(other)
}

function typedJson(value: unknown): string {
  return stableJson(
    JSON.parse(stableJson(value ?? null), (_key, each: unknown) =>
      typeof each === 'string' ? typedText(each) : each,
    ),
  )
}
