export { copyStudy } from './copy-study.ts'
export type { LogAction, LogEntry, LogLine } from './log-entry.ts'
export { openStudy } from './open-study.ts'
export { isPostgresAddress, shownAddress } from './postgres/postgres-address.ts'
export type { LogHead } from './read-log.ts'
export { type SearchHit, searchStudy } from './search/search-study.ts'
export type { StoreProblemCode } from './store-error.ts'
export {
  type ApplyOptions,
  BehindError,
  type HistoryQuery,
  type OpenStudyOptions,
  type StudyConflicts,
  type StudyStore,
} from './study-store.ts'
export { type Verification, type VerifyOptions, verifyStudy } from './verify-study.ts'
