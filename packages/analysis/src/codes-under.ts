import { positionOf, type Study } from '@codeerbank/core'
import type { StudyIndex } from './study-index.ts'

/**
 * The positions of some codes and of all below them, each once, in the order of the codebook from the top down. Ids
 * that the study does not have are passed over.
 */
export function codesUnder(study: Study, index: StudyIndex, codes: readonly string[]): readonly number[] {
  const { order, rank, last } = index.codes
  const found = new Set<number>()
  for (const id of codes) {
    const code = positionOf(study.codes, id)
    if (code === -1) continue
    const first = rank[code]!
    for (let at = first; at <= last[first]!; at++) found.add(order[at]!)
  }
  return [...found].sort((a, b) => rank[a]! - rank[b]!)
}
