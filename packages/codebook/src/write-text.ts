import type { Label } from '@codeerbank/core'

/**
 * Writes a text as Markdown that `readText` gives back as it was: what Markdown would take for a mark is escaped, a
 * line break becomes `<br>`, and a space at either end a character reference. A zero byte, which Markdown cannot
 * carry, becomes U+FFFD, and a vertical tab (a line break of word processors) a line break.
 */
export function writeText(text: string): string {
  return (
    text
      .replace(/[\\`*_[<]|&(?=[#\p{L}])|(?<=^|[\s#])#/gu, '\\$&')
      .replace(/^[>+=~-]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // A mark that would be read as that of a list (`typedMarks`), since a field seems to follow.
      .replace(/^[•·▪◦‣–—](?=[ \t\u00A0]+[\p{L} \u00A0]{1,30}:)/u, mark => `&#${mark.charCodeAt(0)};`)
      .replace(/[\n\v]/g, '<br>')
      .replaceAll('\0', '\uFFFD')
      .replace(/^\s|\s$|[\t\r]/g, space => `&#${space.charCodeAt(0)};`)
  )
}

/** What stands between the Dutch and the English of a name. */
export const dash = ' — '

/**
 * Writes a label as Markdown that `readLabel` gives back as it was: Dutch plain, English in emphasis after it.
 *
 * @param between what stands between the two: ` — `, or a line end in a definition
 */
export function writeLabel(label: Label, between: string = dash): string {
  const parts = []
  if (label.nl) parts.push(writeText(label.nl))
  if (label.en) parts.push(`*${writeText(label.en)}*`)
  return parts.join(between)
}

/** The same, with the Dutch in bold, as a list item begins that is a code. */
export function writeName(label: Label): string {
  const parts = []
  if (label.nl) parts.push(`**${writeText(label.nl)}**`)
  if (label.en) parts.push(`*${writeText(label.en)}*`)
  return parts.join(dash)
}
