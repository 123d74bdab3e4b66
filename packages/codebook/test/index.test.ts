import { expect, test } from 'vitest'
import * as codebook from '../src/index.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(codebook).sort()).toEqual([
    'assignIds',
    'checkCodebook',
    'checkCodebookDifferences',
    'codeFinder',
    'codePath',
    'codeTree',
    'codebookDiffTable',
    'codebookVersion',
    'defaultLevel',
    'defaultOrigin',
    'diffCodebooks',
    'frozenNote',
    'nearestName',
    'readCodebook',
    'slug',
    'writeCodebook',
  ])
})
