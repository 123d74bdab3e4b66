export { applyChanges, applyFitting, replay } from './apply-changes.ts'
export type { Change, ChangeKind, ChangeOf, CodingAssignment, SegmentMove } from './change.ts'
export { changeDetail } from './change-detail.ts'
export { type ChangeSubject, changeLabels, changeSubject } from './change-labels.ts'
export { changeSchema } from './change-schema.ts'
export { codeLineage, pathSeparator } from './code-path.ts'
export {
  type Code,
  type Codebook,
  type CodeLevel,
  type CodeOrigin,
  codeLevels,
  codeOrigins,
  type Frame,
  type FrameRow,
} from './codebook-types.ts'
export { byId, type Identified, positionOf } from './collection.ts'
export type {
  CodedQuote,
  Comparison,
  ComparisonCell,
  ComparisonHeading,
  ComparisonStatement,
  EmptyReason,
  Evidence,
} from './comparison.ts'
export {
  type CodeCountUnit,
  type CodeFrequency,
  type CountHeading,
  type CountUnit,
  type Crosstab,
  countText,
  countUnitLabels,
  countUnits,
} from './counts.ts'
export { type DecodedText, type DecodeTextOptions, decodeText } from './decode-text.ts'
export { contextLength, describeSegment, type QuoteSelector } from './describe-segment.ts'
export { guardCell, unguardCell } from './guard-cell.ts'
export { blindHistory } from './history/blind-history.ts'
export { type FindConflictsOptions, type FoundConflicts, findConflicts } from './history/find-conflicts.ts'
export {
  type ChangeEvent,
  type Conflict,
  compareEvents,
  emptyHistory,
  eventContent,
  eventId,
  type History,
  type HistoryEvent,
  type TurnEvent,
  type Unseen,
} from './history/history.ts'
export { historyOf, mergeHistories } from './history/merge-histories.ts'
export { isMeeting } from './history/met-before.ts'
export { type OpenConflict, openConflicts } from './history/open-conflicts.ts'
export { isTurn, type StudyOfHistory, studyOfHistory } from './history/study-of-history.ts'
export {
  type Citation,
  type Claim,
  type ClaimRule,
  type ClaimState,
  claimStates,
  type SavedQuery,
  type Screening,
  type Summary,
} from './inquiry.ts'
export { type Label, type Language, labelText, languages, notesBelow } from './label.ts'
export { findQuote, matchSegment, type Span } from './match-segment.ts'
export { normaliseText } from './normalise-text.ts'
export { parseChanges } from './parse-changes.ts'
export {
  formatPlace,
  formatProblem,
  hasErrors,
  type Place,
  type Problem,
  placed,
  type Reading,
  type Severity,
} from './problem.ts'
export { type ShapeFault, type ShapeFaultOptions, shapeFaults } from './shape-fault.ts'
export {
  type InterviewForm,
  interviewFormLabels,
  interviewForms,
  type SourceKind,
  sourceKindLabels,
  sourceKinds,
} from './source-kind.ts'
export { stableJson } from './stable-json.ts'
export {
  type Case,
  type CodebookFreeze,
  type Coder,
  type Coding,
  emptyStudy,
  type Judgement,
  type JudgementState,
  judgementStateLabels,
  judgementStates,
  type Memo,
  type MemoTarget,
  type ObservationGrid,
  type ObservedIndicator,
  type Participant,
  type Segment,
  type Source,
  type SourceOrigin,
  type Study,
  type Turn,
  type Value,
  type Variable,
} from './study.ts'
export { StudyError } from './study-error.ts'
export { frameSchema, labelSchema, newCodeSchema, sourceSchema, timeSchema } from './study-schema.ts'
export { type StudyWriter, studyWriter } from './study-writer.ts'
export type { Table, TableColumn, TableValue } from './table.ts'
export {
  fromCodePoints,
  indexText,
  type LineColumn,
  lineColumnAt,
  offsetAt,
  paragraphAt,
  paragraphRange,
  type TextIndex,
  toCodePoints,
} from './text-index.ts'
export { turnAt, voiceOf } from './turn-at.ts'
export { unknownTime } from './unknown-time.ts'
