import { expect, it } from 'vitest'
import * as exported from '../src/index.ts'

it('the package exports these names and no others', () => {
  expect(Object.keys(exported).sort()).toEqual([
    'codeTreeToSvg',
    'codebookToCsv',
    'codingColumns',
    'codingsToCsv',
    'comparisonColumns',
    'comparisonToCsv',
    'comparisonToHtml',
    'comparisonToMarkdown',
    'crosstabToSvg',
    'crosstabToTable',
    'indexToHtml',
    'quotationColumns',
    'segmentsToCsv',
    'tableToCsv',
    'tableToHtml',
    'tableToMarkdown',
  ])
})
