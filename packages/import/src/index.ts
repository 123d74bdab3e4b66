export { type AddSourceOptions, addSource } from './add-source.ts'
export { type AnchorStudy, anchorCodings, segmentId } from './anchor-codings.ts'
export { type CodeNames, codeNames } from './atlas/code-names.ts'
export type { CrossCell, CrossHeading, CrossTable } from './atlas/cross-table.ts'
export { type ReadCodebookTableOptions, readCodebookTable } from './atlas/read-codebook-table.ts'
export { readCrossTable } from './atlas/read-cross-table.ts'
export {
  type QuotationStudy,
  type ReadQuotationsOptions,
  readQuotations,
} from './atlas/read-quotations.ts'
export { certificateTable } from './certificate-table.ts'
export type { CodingRow } from './coding-row.ts'
export {
  type Correction,
  type CorrectSourceOptions,
  correctSource,
  type SegmentVerdict,
} from './correct-source.ts'
export {
  type FolderNotCarried,
  type FolderNotCarriedId,
  folderNotCarried,
} from './folder/folder-not-carried.ts'
export { type FolderFile, type WrittenFolder, writeStudyFolder } from './folder/write-study-folder.ts'
export { loadStudyFolder, type StudyFolder } from './load-study-folder.ts'
export { acceptSegments, type PlaceSegmentOptions, placeSegment } from './place-segment.ts'
export { readCodings } from './read-codings.ts'
export { readFieldnote } from './read-fieldnote.ts'
export { readObservation } from './read-observation.ts'
export type { ReadSource } from './read-source.ts'
export { readStudyFolder } from './read-study-folder.ts'
export { readTranscript } from './read-transcript.ts'
export { readYaml, type YamlReading } from './read-yaml.ts'
export type { SourceMetadata } from './source-metadata.ts'
export { largestFile, type ReadSourceOptions } from './source-text.ts'
export { type AddSurveyOptions, addSurvey, surveyChanges } from './survey/add-survey.ts'
export { type ReadSurveyOptions, readSurvey } from './survey/read-survey.ts'
export { readSurveyMapping } from './survey/read-survey-mapping.ts'
export type { Survey, SurveyCase } from './survey/survey.ts'
export {
  parseSurveyMapping,
  type SurveyAnswer,
  type SurveyMapping,
  type SurveyVariable,
} from './survey/survey-mapping.ts'
export { type ReadWorkbookOptions, readWorkbook } from './workbook/read-workbook.ts'
export {
  type CellValue,
  type Sheet,
  type Workbook,
  type WorkbookLimits,
  workbookLimits,
} from './workbook/workbook.ts'
