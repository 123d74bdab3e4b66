import type { DetectedOffsets } from '@codeerbank/refi'

const units = { 'code-point': 'characters', 'utf-16': 'UTF-16 units', 'utf-8': 'bytes' } as const

/** How the positions of a project were read, as a line for the terminal; `null` where there were none. */
export function offsetsLine({ unit, lineEnd, bom, end, score, checked }: DetectedOffsets): string | null {
  if (checked === 0) return null
  const counts = [
    units[unit],
    `a line end of two characters as ${lineEnd}`,
    `a byte order mark ${bom}`,
    `the end ${end}`,
  ]
  const share = score === 1 || score === 0 ? `${score * 100}` : `${Math.min(99, Math.round(score * 100))}`
  const looked = checked === 1 ? '1 selection' : `${checked} selections`
  return `positions read in ${counts.join(', ')}: of ${looked} looked at ${share}% fit the text`
}
