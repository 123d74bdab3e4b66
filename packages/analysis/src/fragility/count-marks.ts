/** A coding in a row of a table, by what can be left out. Positions in the study's lists; -1 where there is none. */
export interface Mark {
  readonly inCase: number
  readonly source: number
  readonly voice: number
  readonly coder: number
  readonly start: number
  readonly end: number
}

/**
 * Counts marks by case: each; or stretches of text, marks that touch or overlap in a source being one; or voices, a
 * source in which nobody speaks being one voice.
 */
export function countMarks(
  marks: readonly Mark[],
  cases: number,
  by: 'codings' | 'stretches' | 'voices' = 'codings',
): Int32Array {
  const counts = new Int32Array(cases)
  if (by === 'codings') for (const { inCase } of marks) counts[inCase]!++
  else if (by === 'voices') {
    const seen = new Set<string>()
    for (const { inCase, source, voice } of marks) {
      const key = voice >= 0 ? `${inCase}v${voice}` : `${inCase}s${source}`
      if (seen.has(key)) continue
      seen.add(key)
      counts[inCase]!++
    }
  } else {
    const ordered = [...marks].sort((a, b) => a.source - b.source || a.start - b.start)
    let source = -1
    let end = -1
    for (const mark of ordered) {
      if (mark.source !== source || mark.start > end) counts[mark.inCase]!++
      end = mark.source === source ? Math.max(end, mark.end) : mark.end
      source = mark.source
    }
  }
  return counts
}
