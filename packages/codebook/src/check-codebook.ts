import type { Code, Codebook, Problem } from '@codeerbank/core'
import { checkCodeTree } from './check-code-tree.ts'
import { checkFrames } from './check-frames.ts'
import { isEmpty, problemAt } from './codebook-problem.ts'

/**
 * Checks a codebook: empty labels, duplicate ids, missing parents, cycles, children before their parents, siblings
 * with one name, codes without a definition, retired codes and their successors, and the frames.
 *
 * @param codebook any codebook, however broken
 * @returns all problems at once; the path of each place leads into the codebook (`['codes', 3]`)
 */
export function checkCodebook(codebook: Codebook): readonly Problem[] {
  const { codes } = codebook
  const byId = new Map(codes.map(code => [code.id, code]))
  return [
    ...checkCodeTree(codes),
    ...codes.flatMap((code, i) => checkCode(code, i, byId)),
    ...checkMerges(codes, byId),
    ...checkFrames(codebook.frames, byId),
  ]
}

function checkCode(code: Code, i: number, byId: ReadonlyMap<string, Code>): readonly Problem[] {
  const problems: Problem[] = []
  const path = ['codes', i]
  if (isEmpty(code.label))
    problems.push(
      problemAt(path, 'empty-label', `Code "${code.id}" has no label. Give it one in Dutch or English.`),
    )
  if (code.retired !== true && (code.definition === undefined || isEmpty(code.definition)))
    problems.push(
      problemAt(
        path,
        'no-definition',
        `Code "${code.label.nl ?? code.label.en ?? code.id}" has no definition. Write one, so that coders agree on its use.`,
        'warning',
      ),
    )
  if (code.mergedInto === undefined) return problems
  const into = byId.get(code.mergedInto)
  if (into === undefined)
    problems.push(
      problemAt(
        path,
        'unknown-merge',
        `Code "${code.id}" was merged into "${code.mergedInto}", which is not in the codebook. Correct the name, or add the code.`,
      ),
    )
  if (code.retired !== true)
    problems.push(
      problemAt(
        path,
        'merged-not-retired',
        `Code "${code.id}" was merged into another but is not retired. Retire it, or remove "merged into".`,
        'warning',
      ),
    )
  return problems
}

/** Merged codes must lead to one that was not: reported once for each circle. */
function checkMerges(codes: readonly Code[], byId: ReadonlyMap<string, Code>): readonly Problem[] {
  const problems: Problem[] = []
  const done = new Set<string>()
  codes.forEach((code, i) => {
    const walked = new Set<string>()
    let next: Code | undefined = code
    while (next !== undefined && !done.has(next.id) && !walked.has(next.id)) {
      walked.add(next.id)
      next = next.mergedInto === undefined ? undefined : byId.get(next.mergedInto)
    }
    if (next !== undefined && walked.has(next.id))
      problems.push(
        problemAt(
          ['codes', i],
          'merge-cycle',
          `Following the merges of code "${code.id}" leads in a circle. Name a code that is in use.`,
        ),
      )
    for (const id of walked) done.add(id)
  })
  return problems
}
