import type { CodeLevel } from '@codeerbank/core'

const levels: readonly CodeLevel[] = ['theme', 'main code', 'sub-code', 'statement']

/** The level that a code of a project is given by how deep it lies, from 0. */
export function levelAt(depth: number): CodeLevel {
  return levels[Math.min(depth, levels.length - 1)]!
}
