import { type Code, type CodeFrequency, hasErrors, StudyError } from '@codeerbank/core'
import { type HierarchyNode, hierarchy } from 'd3-hierarchy'
import { checkCodeTree } from './check-code-tree.ts'

/** What stands in a node of a code tree: the root has no code; a node has a frequency where they were given. */
export interface CodeTreeData {
  readonly code?: Code
  readonly frequency?: CodeFrequency
  readonly children: readonly CodeTreeData[]
}

/** A node of a code tree; its depth is 0 at the root, 1 at the codes at the top. */
export type CodeTreeNode = HierarchyNode<CodeTreeData>

const nothing = { codings: 0, segments: 0, sources: 0, speakers: 0 }

/**
 * Makes a d3 hierarchy of codes under one root that is no code, siblings in declared order. The counts are those of
 * `frequencies`: nothing is summed, since a segment with two sub-codes counts once for their parent.
 *
 * @param codes the codes of the study
 * @param frequencies from `codeFrequencies`; a code that is not among them counts as never used
 * @throws StudyError with all faults where the codes are no tree (duplicate ids, missing parents, cycles)
 */
export function codeTree(codes: readonly Code[], frequencies?: readonly CodeFrequency[]): CodeTreeNode {
  const problems = checkCodeTree(codes).filter(({ code }) => code !== 'duplicate-name')
  if (hasErrors(problems)) throw new StudyError(problems)
  const counts = frequencies === undefined ? undefined : new Map(frequencies.map(each => [each.code, each]))
  const roots: CodeTreeData[] = []
  const childrenOf = new Map<string, CodeTreeData[]>(codes.map(code => [code.id, []]))
  for (const code of codes) {
    const frequency =
      counts === undefined
        ? undefined
        : (counts.get(code.id) ?? { code: code.id, own: nothing, rolledUp: nothing })
    const siblings = code.parent === null ? roots : childrenOf.get(code.parent)!
    siblings.push({
      code,
      ...(frequency === undefined ? {} : { frequency }),
      children: childrenOf.get(code.id)!,
    })
  }
  return hierarchy<CodeTreeData>({ children: roots }, data => data.children)
}
