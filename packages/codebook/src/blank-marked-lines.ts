import type { Problem } from '@codeerbank/core'

/** A paragraph has this many runs of asterisks and underscores; anything more is damage or an attack. */
export const mostMarks = 500

/** Where another paragraph begins: an empty line, a heading, a quotation or a list item. */
const begins = /^[ \t]*(?:$|#{1,6}[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])/

/** A run of marks, or whatever a backslash takes the meaning of. */
const runs = /\\.|[*_]+/g

/**
 * Empties the lines of a Markdown text from where a paragraph has absurdly many marks of emphasis, because the time
 * to pair them grows with the square of their number. Line numbers stay as they were.
 */
export function blankMarkedLines(text: string): {
  readonly text: string
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const lines = text.split('\n')
  let marks = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (begins.test(line)) marks = 0
    const before = marks
    for (const [run] of line.matchAll(runs)) if (!run.startsWith('\\')) marks++
    if (marks <= mostMarks) continue
    lines[i] = ''
    if (before <= mostMarks)
      problems.push({
        code: 'too-many-marks',
        severity: 'error',
        message: `This paragraph has more than ${mostMarks} marks of emphasis (* or _), and from here on it was not read. Write a backslash before those that are only characters, or remove them.`,
        place: { line: i + 1 },
      })
  }
  return problems.length === 0 ? { text, problems } : { text: lines.join('\n'), problems }
}
