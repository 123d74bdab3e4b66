import { expect, test } from 'vitest'
import * as codebook from '../src/index.ts'

test('the package exports these names and no others', () => {
  expect(Object.keys(codebook).sort()).toEqual([
    'assignIds',
    'checkCodebook',
    'codeFinder',
    'codePath',
    'codeTree',
    'codebookDiffTable',
    'defaultLevel',
    'defaultOrigin',
    'diffCodebooks',
    'nearestName',
    'readCodebook',
    'slug',
    'writeCodebook',
  ])
})
