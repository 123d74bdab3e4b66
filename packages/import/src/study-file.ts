import { claimStates, type Label, type Language, labelSchema, languages, timeSchema } from '@codeerbank/core'
import { z } from 'zod'

const name = z.string().min(1).max(500)
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A text by itself is a label in the study's language. */
const labelOrText = z.union([name, labelSchema])

/** The shape of `study.yaml`. */
export const studyFileSchema = z.strictObject({
  title: labelOrText.exactOptional(),
  language: z.enum(languages).exactOptional(),
  created: timeSchema.exactOptional(),
  frozen: z
    .strictObject({
      round: name.max(200),
      version: z.string().exactOptional(),
      by: name.exactOptional(),
      at: timeSchema.exactOptional(),
    })
    .exactOptional(),
  coders: z
    .array(
      z.union([
        name.transform(id => ({ id })),
        z.strictObject({ id: name, label: z.string().exactOptional() }),
      ]),
    )
    .exactOptional(),
  variables: z
    .array(
      z.strictObject({
        id: name,
        label: labelOrText.exactOptional(),
        on: z.enum(['case', 'source', 'participant']).exactOptional(),
        type: z.enum(['text', 'number', 'boolean', 'date']).exactOptional(),
      }),
    )
    .exactOptional(),
  cases: z
    .array(
      z.union([
        name.transform(id => ({ id })),
        z.strictObject({
          id: name,
          label: labelOrText.exactOptional(),
          values: z.record(z.string(), value).exactOptional(),
        }),
      ]),
    )
    .exactOptional(),
  judgements: z
    .array(
      z.strictObject({
        id: name.exactOptional(),
        frame: name,
        case: name,
        rows: z.union([z.array(name).min(1), name.transform(row => [row])]),
        state: z.enum(['completed', 'current', 'not reached']),
        heading: labelOrText.exactOptional(),
        reasons: z.string().exactOptional(),
        by: name.exactOptional(),
        at: timeSchema.exactOptional(),
      }),
    )
    .exactOptional(),
  screened: z
    .array(
      z.strictObject({
        id: name.exactOptional(),
        sources: z.union([z.literal('all'), z.array(name)]),
        codes: z.array(name).min(1),
        by: name,
        at: timeSchema.exactOptional(),
      }),
    )
    .exactOptional(),
  queries: z
    .array(z.strictObject({ id: name, label: labelOrText.exactOptional(), query: z.string().min(1) }))
    .exactOptional(),
  claims: z
    .array(
      z.strictObject({
        id: name,
        text: labelOrText,
        rules: z
          .array(
            z.strictObject({
              case: name,
              supports: z.string().min(1),
              contradicts: z.string().min(1).exactOptional(),
            }),
          )
          .min(1),
        voices: z.int().min(1).exactOptional(),
        recorded: z.enum(claimStates).exactOptional(),
        by: name.exactOptional(),
        at: timeSchema.exactOptional(),
      }),
    )
    .exactOptional(),
  summaries: z
    .array(
      z.strictObject({
        id: name.exactOptional(),
        frame: name,
        row: name,
        case: name,
        text: z.string(),
        cites: z
          .array(
            z.union([
              z.strictObject({ source: name, quote: z.string().min(1) }),
              z.strictObject({ coding: name, quote: z.string() }),
            ]),
          )
          .exactOptional(),
        by: name.exactOptional(),
        at: timeSchema.exactOptional(),
      }),
    )
    .exactOptional(),
})

export type StudyFile = z.infer<typeof studyFileSchema>

/** The label that a file gives as a label or as a bare text in the study's language. */
export function labelOf(given: string | Label, language: Language): Label {
  return typeof given === 'string' ? { [language]: given } : given
}
