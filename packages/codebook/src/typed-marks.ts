import type { Problem } from '@codeerbank/core'
import { allFieldNames } from './field-keys.ts'

const field = allFieldNames.map(name => name.replace(' ', '[ \\u00A0]')).join('|')

/** A list item that a word processor made: another mark than those of Markdown, or a space that Markdown does not know, before a name or a field. */
const item = new RegExp(
  `^([ \\t\\u00A0]*)(?:[•·▪◦‣–—]|([-*+]|\\d{1,9}[.)]))([ \\t\\u00A0]+)(?=\\*\\*|__|(?:${field})[ \\t\\u00A0]*:)`,
  'i',
)

/** A heading of which the space after its number signs is missing, or is one that Markdown does not know. */
const heading = /^(#{2,6})(?:\u00A0|(?=[^#\s\\]))/

/**
 * The marks of lists and headings as Markdown knows them, where somebody typed them otherwise in a word processor. Line numbers stay as they
 * were.
 *
 * @returns the text, and a warning for each heading without a space, since it might be no heading
 */
export function typedMarks(text: string): { readonly text: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const lines = text.split('\n').map((line, i) => {
    const listed = item.exec(line)
    if (listed !== null) {
      const [whole, indent = '', mark = '-', space = ' '] = listed
      return `${indent.replaceAll('\u00A0', ' ')}${mark}${space.replaceAll('\u00A0', ' ')}${line.slice(whole.length)}`
    }
    const headed = heading.exec(line)
    if (headed === null) return line
    const [whole, signs = ''] = headed
    if (whole === signs)
      problems.push({
        code: 'heading-without-space',
        severity: 'warning',
        message: `A heading has a space after its number signs. It was read as if it had: write "${signs} ", or a backslash before the first if it is no heading.`,
        place: { line: i + 1 },
      })
    return `${signs} ${line.slice(whole.length)}`
  })
  return { text: lines.join('\n'), problems }
}
