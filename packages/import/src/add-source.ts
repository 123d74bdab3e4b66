import { applyChanges, type Study, unknownTime } from '@codeerbank/core'
import type { ReadSource } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { reader } from './study-folder-draft.ts'
import { toSource } from './to-source.ts'

export interface AddSourceOptions extends SourceMetadata {
  /** The id of a case of the study. */
  readonly case: string
  /** ISO 8601 time of the change, and who makes it. */
  readonly at?: string
  readonly by?: string
}

/**
 * The study with a source that was read from a file; what is given goes before what the file says of itself.
 *
 * @param study the study
 * @param read what `readTranscript`, `readObservation` or `readFieldnote` gave
 * @param options the case, and anything that the file does not say
 * @throws StudyError where the case or a participant is unknown to the study, or the source's id is taken
 */
export function addSource(study: Study, read: ReadSource, options: AddSourceOptions): Study {
  const { at = unknownTime, by = reader, ...given } = options
  const source = toSource(read, given)
  return applyChanges(study, [{ id: `add-source:${source.id}`, at, by, kind: 'add-source', source }])
}
