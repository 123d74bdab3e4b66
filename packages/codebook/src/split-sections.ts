/** A stretch of a Markdown text that can be parsed by itself. */
export interface Section {
  readonly text: string
  /** The line that it begins on, from 1. */
  readonly line: number
}

const heading = /^#{2,6}[ \t]/

/** What may run on over headings: fenced code, comments and some HTML. */
const runsOn = /```|~~~|<[!?]|<(?:pre|script|style|textarea)/i

/**
 * Splits a Markdown text at its headings, because the time to parse a text grows with the square of the number of
 * its lists. From where something begins that may run on over headings, the rest is one section.
 */
export function splitSections(text: string): readonly Section[] {
  const lines = text.split('\n')
  const sections: Section[] = []
  let from = 0
  for (let i = 1; i < lines.length && !runsOn.test(lines[i - 1]!); i++) {
    if (!heading.test(lines[i]!) || lines[i - 1]!.trim() !== '') continue
    sections.push({ text: lines.slice(from, i).join('\n'), line: from + 1 })
    from = i
  }
  return [...sections, { text: lines.slice(from).join('\n'), line: from + 1 }]
}
