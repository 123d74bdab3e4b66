import { expect, test } from 'vitest'
import * as codebook from '../src/index.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(codebook).sort()).toEqual([
    'checkCodebook',
    'codeFinder',
    'codePath',
    'codeTree',
    'codebookDiffTable',
    'diffCodebooks',
    'nearestName',
    'readCodebook',
    'slug',
    'writeCodebook',
  ])
})
