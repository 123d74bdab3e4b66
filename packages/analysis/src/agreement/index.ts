export { type AgreementInterval, type BootstrapOptions, bootstrapInterval } from './bootstrap-interval.ts'
export { type Disagreement, disagreements, type Settlement, settle } from './disagreements.ts'
export { fleissKappa } from './fleiss-kappa.ts'
export { gwetAc1, gwetAc2 } from './gwet-ac.ts'
export { type AlphaMetric, krippendorffAlpha, krippendorffAlphaBy } from './krippendorff-alpha.ts'
export { markedDocuments } from './marked-documents.ts'
export { type AgreementWeights, cohenKappa, scottPi } from './pairwise-agreement.ts'
export { holsti, percentAgreement } from './percent-agreement.ts'
export {
  type RatedUnit,
  type Reliability,
  type ReliabilityOptions,
  type ReliabilityUnit,
  ratingsOfCode,
  reliabilityFromStudy,
  reliabilityUnits,
} from './reliability-from-study.ts'
export type { Agreement, Rating, ReliabilityTable, UndefinedReason } from './reliability-table.ts'
export { type CodeSet, codeSetKey, jaccardDistance, masiDistance } from './set-distance.ts'
export type { MarkedContinuum, MarkedUnit } from './unit-coincidences.ts'
export {
  binaryUnitizingAlpha,
  codingUnitizingAlpha,
  unitizingAlpha,
  type ValueAgreement,
  valueUnitizingAlpha,
} from './unitizing-alpha.ts'
