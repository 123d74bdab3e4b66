import type { Source } from '@codeerbank/core'
import type { ReadSource } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'

/** The source that a reading makes in a case; `given` goes before what the file says. */
export function toSource(read: ReadSource, given: SourceMetadata & { readonly case: string }): Source {
  const { form, date, activities, topics, language, values, ...metadata } = { ...read.metadata, ...given }
  const id = metadata.id ?? read.origin.file
  return {
    id,
    title: metadata.title ?? id,
    kind: metadata.kind ?? (read.turns.length > 0 ? 'interview' : 'fieldwork-note'),
    ...(form === undefined ? {} : { form }),
    case: given.case,
    ...(date === undefined ? {} : { date }),
    ...(activities === undefined ? {} : { activities }),
    participants: metadata.participants ?? [],
    ...(topics === undefined ? {} : { topics }),
    ...(language === undefined ? {} : { language }),
    text: read.text,
    turns: read.turns,
    ...(read.grid === undefined ? {} : { grid: read.grid }),
    ...(values === undefined ? {} : { values }),
    origin: read.origin,
  }
}
