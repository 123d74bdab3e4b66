import {
  type InterviewForm,
  interviewForms,
  type Language,
  languages,
  type SourceKind,
  sourceKinds,
  type Value,
} from '@codeerbank/core'
import { z } from 'zod'

/** What a file's front matter, or its row in the list of sources, says of a source. */
export interface SourceMetadata {
  readonly id?: string
  readonly title?: string
  readonly kind?: SourceKind
  readonly form?: InterviewForm
  readonly case?: string
  /** ISO 8601 date. */
  readonly date?: string
  readonly activities?: number
  readonly participants?: readonly string[]
  readonly topics?: readonly string[]
  /** Speaker's label in the text by what it stands for: a participant's id, `interviewer` or `unknown`. */
  readonly speakers?: Readonly<Record<string, string>>
  readonly language?: Language
  /** The coder of inline marks that name none. */
  readonly coder?: string
  readonly values?: Readonly<Record<string, Value>>
}

const name = z.string().trim().min(1).max(500)
const names = z.union([z.array(z.union([name, z.number().transform(String)])), name.transform(one => [one])])

/** The shape of front matter; a fault's `path` leads to the key. */
export const sourceMetadataSchema: z.ZodType<SourceMetadata> = z.strictObject({
  id: name.exactOptional(),
  title: name.exactOptional(),
  kind: z.enum(sourceKinds).exactOptional(),
  form: z.enum(interviewForms).exactOptional(),
  case: name.exactOptional(),
  date: z.iso.date().exactOptional(),
  activities: z.int().min(1).exactOptional(),
  participants: names.exactOptional(),
  topics: names.exactOptional(),
  speakers: z.record(z.string(), name).exactOptional(),
  language: z.enum(languages).exactOptional(),
  coder: name.exactOptional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
})
