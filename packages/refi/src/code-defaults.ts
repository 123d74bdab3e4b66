import type { CodeLevel } from '@codeerbank/core'

const levels: readonly CodeLevel[] = ['theme', 'main code', 'sub-code', 'statement']

/**
 * How deep a code lies at most in a file, from 0: readers of XML, this one too, stop at 256 elements within each other. What lies
 * deeper stands beside its parent.
 */
export const deepestCode = 199

/** The level that a code of a project is given by how deep it lies, from 0. */
export function levelAt(depth: number): CodeLevel {
  return levels[Math.min(depth, levels.length - 1)]!
}
