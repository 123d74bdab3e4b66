import {
  type InterviewForm,
  interviewForms,
  type Language,
  languages,
  type ObservationGrid,
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
  /** That the text is taken as it is, from the line after the front matter on; its turns stand in `turns.csv`. */
  readonly verbatim?: true
  /** The observation schema of a text that is taken as it is. */
  readonly grid?: ObservationGrid
}

const name = z.string().min(1).max(500)
const text = z.string()
const names = z.union([z.array(z.union([name, z.number().transform(String)])), name.transform(one => [one])])

const shape: z.ZodType<SourceMetadata> = z.strictObject({
  id: name.exactOptional(),
  title: text.exactOptional(),
  kind: z.enum(sourceKinds).exactOptional(),
  form: z.enum(interviewForms).exactOptional(),
  case: name.exactOptional(),
  date: z.iso.date().exactOptional(),
  activities: z.int().min(1).exactOptional(),
  participants: names.exactOptional(),
  topics: z
    .union([z.array(z.union([text, z.number().transform(String)])), name.transform(one => [one])])
    .exactOptional(),
  speakers: z.record(z.string(), name).exactOptional(),
  language: z.enum(languages).exactOptional(),
  coder: name.exactOptional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
  verbatim: z.literal(true).exactOptional(),
  grid: z
    .strictObject({
      actors: z.array(text),
      indicators: z.array(
        z.strictObject({
          part: z.enum(['non-verbal', 'verbal']),
          label: text,
          values: z.array(text.nullable()),
        }),
      ),
      generalImpression: text.exactOptional(),
    })
    .exactOptional(),
})

/** The shape of front matter; a fault's `path` leads to the key. Blanks around an id count only in what is verbatim. */
export const sourceMetadataSchema: z.ZodType<SourceMetadata> = shape
  .refine(({ id, verbatim }) => verbatim === true || id === '' || id?.trim() !== '', {
    path: ['id'],
    message: 'An id is more than blanks',
  })
  .transform(given => {
    const { id, verbatim } = given
    return verbatim === true || id === undefined ? given : { ...given, id: id.trim() }
  })
