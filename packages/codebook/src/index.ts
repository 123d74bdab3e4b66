export { assignIds } from './assign-ids.ts'
export { checkCodebook } from './check-codebook.ts'
export { checkCodebookDifferences } from './check-codebook-differences.ts'
export { codeFinder } from './code-finder.ts'
export { codePath } from './code-path.ts'
export { type CodeTreeData, type CodeTreeNode, codeTree } from './code-tree.ts'
export { codebookDiffTable } from './codebook-diff-table.ts'
export { codebookVersion, frozenNote } from './codebook-version.ts'
export { defaultLevel, defaultOrigin } from './default-level.ts'
export {
  type CodebookChange,
  type CodebookDifference,
  type DifferenceKind,
  diffCodebooks,
} from './diff-codebooks.ts'
export { nearestName } from './nearest-name.ts'
export { readCodebook } from './read-codebook.ts'
export { slug } from './slug.ts'
export { writeCodebook } from './write-codebook.ts'
