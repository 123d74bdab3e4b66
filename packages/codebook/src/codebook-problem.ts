import type { Label, Problem, Severity } from '@codeerbank/core'

/** A problem at a place in a codebook. */
export function problemAt(
  path: readonly (string | number)[],
  code: string,
  message: string,
  severity: Severity = 'error',
): Problem {
  return { code, severity, message, place: { path } }
}

/** Whether a label has no text in either language. */
export function isEmpty({ nl, en }: Label): boolean {
  return (nl ?? '').trim() === '' && (en ?? '').trim() === ''
}
