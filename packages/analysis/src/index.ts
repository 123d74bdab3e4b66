export {
  type AgreementInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from './agreement/bootstrap-interval.ts'
export { type Disagreement, disagreements, type Settlement, settle } from './agreement/disagreements.ts'
export { fleissKappa } from './agreement/fleiss-kappa.ts'
export { gwetAc1, gwetAc2 } from './agreement/gwet-ac.ts'
export { type AlphaMetric, krippendorffAlpha, krippendorffAlphaBy } from './agreement/krippendorff-alpha.ts'
export { markedDocuments } from './agreement/marked-documents.ts'
export { type AgreementWeights, cohenKappa, scottPi } from './agreement/pairwise-agreement.ts'
export { holsti, percentAgreement } from './agreement/percent-agreement.ts'
export {
  type RatedUnit,
  type Reliability,
  type ReliabilityOptions,
  type ReliabilityUnit,
  ratingsOfCode,
  reliabilityFromStudy,
  reliabilityUnits,
} from './agreement/reliability-from-study.ts'
export type { Agreement, Rating, ReliabilityTable, UndefinedReason } from './agreement/reliability-table.ts'
export { type CodeSet, codeSetKey, jaccardDistance, masiDistance } from './agreement/set-distance.ts'
export type { MarkedContinuum, MarkedUnit } from './agreement/unit-coincidences.ts'
export {
  binaryUnitizingAlpha,
  codingUnitizingAlpha,
  unitizingAlpha,
  type ValueAgreement,
  valueUnitizingAlpha,
} from './agreement/unitizing-alpha.ts'
export { type AuditCategory, auditCategories, auditLabels } from './audit/audit-categories.ts'
export { type AuditEntry, type AuditSection, auditTrail } from './audit/audit-trail.ts'
export { casesTable } from './cases-table.ts'
export { checkConflicts } from './check-conflicts.ts'
export { checkJudgements } from './check-judgements.ts'
export { checkLeftOut } from './check-left-out.ts'
export {
  type ClaimInCase,
  checkClaims,
  enoughVoices,
  type TestedClaim,
  testClaims,
  voicesIn,
} from './claims/test-claims.ts'
export {
  type CoOccurrence,
  type CoOccurrenceOptions,
  type CoOccurrences,
  coOccurrences,
} from './co-occurrence/co-occurrence.ts'
export { coOccurrenceCrosstab } from './co-occurrence/co-occurrence-crosstab.ts'
export { codeFrequencies } from './code-frequencies.ts'
export { type CompareOptions, compare } from './compare.ts'
export { conflictsTable, sideName } from './conflicts-table.ts'
export { type CrosstabColumns, type CrosstabOptions, crosstab, crosstabColumns } from './crosstab.ts'
export { type CrosstabOfOptions, crosstabOf } from './crosstab-of/crosstab-of.ts'
export type { DimensionName } from './crosstab-of/dimension.ts'
export {
  type CrosstabScale,
  crosstabScales,
  perThousandWords,
  type ScaledCrosstab,
  scaleCrosstab,
} from './crosstab-of/scale-crosstab.ts'
export { wordsOfColumns } from './crosstab-of/words-of-columns.ts'
export { type Difference, type Flip, type Fragility, fragility, theOthers } from './fragility/fragility.ts'
export {
  type CitationChange,
  cite,
  type FrameworkCell,
  type FrameworkMatrix,
  frameworkMatrix,
  type StaleCitation,
} from './framework/framework-matrix.ts'
export { participantsTable } from './participants-table.ts'
export { checkQuery } from './query/check-query.ts'
export { parseQuery } from './query/parse-query.ts'
export {
  type CodeScope,
  codeScopes,
  type Distance,
  type FilterField,
  filterFields,
  type Proximity,
  proximities,
  type Query,
  querySchema,
} from './query/query.ts'
export { runQuery, type SavedQueries } from './query/run-query.ts'
export { savedQueries } from './query/saved-queries.ts'
export {
  checkRecodingDebt,
  type DatedCoding,
  datedCodingsTable,
  recodingDebt,
  recodingDebtTable,
} from './recoding-debt.ts'
export { agreementTable } from './report/agreement-table.ts'
export { claimsTable } from './report/claims-table.ts'
export { coOccurrenceTable } from './report/co-occurrence-table.ts'
export { disagreementTable } from './report/disagreement-table.ts'
export { fragilityTable } from './report/fragility-table.ts'
export { frameworkTable } from './report/framework-table.ts'
export { memosTable } from './report/memos-table.ts'
export { quotesTable } from './report/quotes-table.ts'
export { saturationTable } from './report/saturation-table.ts'
export { unitizingTable } from './report/unitizing-table.ts'
export { keywordTable, wordTable } from './report/word-tables.ts'
export { type SaturationCurve, type SaturationPoint, saturation } from './saturation.ts'
export { checkSegmentsInDoubt, segmentsInDoubt, segmentsInDoubtTable } from './segments-in-doubt.ts'
export { sourceCensus } from './source-census.ts'
export { type SplitByRule, type SplitPart, splitByRule } from './split-by-rule.ts'
export { type StudyIndex, studyIndex } from './study-index.ts'
export {
  type Condition,
  type Membership,
  type TruthTable,
  type TruthTableRow,
  truthTable,
  truthTableData,
} from './truth-table.ts'
export { nameAdvice } from './unknown-name.ts'
export { type WaitingNoteOptions, waitingNote } from './waiting-note.ts'
export { type Keyword, type KeywordOptions, keywordInContext } from './words/keyword-in-context.ts'
export { type ScopedText, scopedText, type TextScope } from './words/text-scope.ts'
export { countWords, type WordCount, type WordListOptions, wordList } from './words/word-list.ts'
export { type Word, wordsOf } from './words/words-of.ts'
