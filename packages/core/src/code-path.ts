import type { Code } from './codebook-types.ts'
import { byId } from './collection.ts'

/** What stands between the parts of a code's path, as ATLAS.ti and QualCoder users write it. */
export const pathSeparator = ' > '

/**
 * A code and all codes above it, from the top down. A cycle or a missing parent ends the way up.
 *
 * @param codes the codes of the study
 */
export function codeLineage(codes: readonly Code[], code: Code): readonly Code[] {
  const lineage = [code]
  const seen = new Set([code.id])
  for (let up = code.parent; up !== null && !seen.has(up); ) {
    seen.add(up)
    const parent = byId(codes, up)
    if (parent === undefined) break
    lineage.push(parent)
    up = parent.parent
  }
  return lineage.reverse()
}
