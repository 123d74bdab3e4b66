export {
  type AnnotationOptions,
  annotationsInParts,
  annotationsToJsonLd,
} from './annotations/annotations-to-json-ld.ts'
export { codeTreeToSvg } from './code-tree-to-svg.ts'
export { codebookToCsv } from './codebook-to-csv.ts'
export { codingColumns, codingsToCsv } from './codings-to-csv.ts'
export { comparisonColumns, comparisonToCsv } from './comparison-to-csv.ts'
export { comparisonToHtml } from './comparison-to-html.ts'
export { comparisonToMarkdown } from './comparison-to-markdown.ts'
export { crosstabToSvg } from './crosstab-to-svg.ts'
export { crosstabToTable } from './crosstab-to-table.ts'
export {
  type DataPackageFile,
  type DataPackageOptions,
  dataPackageFileNames,
  studyToDataPackage,
  studyToDataPackageZip,
} from './datapackage/study-to-data-package.ts'
export { comparisonToDocx } from './docx/comparison-to-docx.ts'
export { tableToDocx } from './docx/table-to-docx.ts'
export { type EvidenceMark, evidenceMark, evidenceMarks } from './evidence-mark.ts'
export { type Curve, type CurvesOptions, curvesToSvg } from './figures/curves-to-svg.ts'
export type { FigureNoun } from './figures/figure-noun.ts'
export { type IntervalRow, intervalsToSvg } from './figures/intervals-to-svg.ts'
export { type NetworkLink, type NetworkNode, networkToSvg } from './figures/network-to-svg.ts'
export {
  type Portrait,
  type PortraitLane,
  type PortraitSpan,
  portraitToSvg,
} from './figures/portrait-to-svg.ts'
export { type Flow, type FlowNode, sankeyToSvg } from './figures/sankey-to-svg.ts'
export { indexToHtml, type OutputGroup, type OutputIndex } from './index-to-html.ts'
export { comparisonToLatex } from './latex/comparison-to-latex.ts'
export { quotationColumns, segmentsToCsv } from './segments-to-csv.ts'
export { tableToCsv } from './table-to-csv.ts'
export { tableToHtml } from './table-to-html.ts'
export { tableToMarkdown } from './table-to-markdown.ts'
export type { CsvOptions } from './write-csv.ts'
export { comparisonToXlsx } from './xlsx/comparison-to-xlsx.ts'
export { type StudyToXlsxOptions, studyToXlsx } from './xlsx/study-to-xlsx.ts'
export { tablesToXlsx } from './xlsx/tables-to-xlsx.ts'
