import type { Problem } from '@codeerbank/core'

/** Codes may lie this deep; anything deeper is damage or an attack. */
export const deepest = 50

/** Further in than codes may lie, by space or by the marks of lists and quotations. */
const tooFarIn = /^(?:[ \t]{200,}(?=[^ \t])|[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){51,})/

/**
 * Empties the lines of a Markdown text that lie absurdly deep, because the time to parse a text grows with the third
 * power of its depth. Line numbers stay as they were.
 */
export function blankDeepLines(text: string): {
  readonly text: string
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const lines = text.split('\n')
  let last = -1
  for (let i = 0; i < lines.length; i++) {
    if (!tooFarIn.test(lines[i]!)) continue
    lines[i] = ''
    // A run of lines is one problem.
    if (last !== i - 1 || last === -1) problems.push(tooDeep(i + 1))
    last = i
  }
  return problems.length === 0 ? { text, problems } : { text: lines.join('\n'), problems }
}

/** The problem of text that lies too deep to be read. */
export function tooDeep(line: number): Problem {
  return {
    code: 'too-deep',
    severity: 'error',
    message: `From here on, text lies more than ${deepest} levels deep, and it was not read. Move it up.`,
    place: { line },
  }
}
