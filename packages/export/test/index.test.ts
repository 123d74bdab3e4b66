import { expect, it } from 'vitest'
import * as exported from '../src/index.ts'

it('the package exports these names and no others', () => {
  expect(Object.keys(exported).sort()).toEqual([
    'annotationsToJsonLd',
    'codeTreeToSvg',
    'codebookToCsv',
    'codingColumns',
    'codingsToCsv',
    'comparisonColumns',
    'comparisonToCsv',
    'comparisonToDocx',
    'comparisonToHtml',
    'comparisonToLatex',
    'comparisonToMarkdown',
    'comparisonToXlsx',
    'crosstabToSvg',
    'crosstabToTable',
    'curvesToSvg',
    'evidenceMark',
    'evidenceMarks',
    'indexToHtml',
    'intervalsToSvg',
    'networkToSvg',
    'portraitToSvg',
    'quotationColumns',
    'sankeyToSvg',
    'segmentsToCsv',
    'studyToXlsx',
    'tableToCsv',
    'tableToDocx',
    'tableToHtml',
    'tableToMarkdown',
    'tablesToXlsx',
  ])
})
