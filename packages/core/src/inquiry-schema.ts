import { z } from 'zod'
import { type Claim, claimStates, type SavedQuery, type Screening, type Summary } from './inquiry.ts'
import { idSchema, labelSchema } from './study-schema.ts'

const id = idSchema
const query = z.string().min(1).max(20_000)

export const newScreeningSchema: z.ZodType<Omit<Screening, 'by' | 'at' | 'codeVersion'>> = z.strictObject({
  id,
  source: id,
  code: id,
})

export const savedQuerySchema: z.ZodType<SavedQuery> = z.strictObject({
  id,
  label: labelSchema.exactOptional(),
  text: query,
})

export const newClaimSchema: z.ZodType<Omit<Claim, 'by' | 'at'>> = z.strictObject({
  id,
  text: labelSchema,
  rules: z
    .array(z.strictObject({ case: id, supports: query, contradicts: query.exactOptional() }))
    .min(1)
    .readonly(),
  voices: z.int().min(1).exactOptional(),
  recorded: z.enum(claimStates).exactOptional(),
})

export const newSummarySchema: z.ZodType<Omit<Summary, 'by' | 'at'>> = z.strictObject({
  id,
  frame: id,
  row: id,
  case: id,
  text: z.string(),
  cites: z.array(z.strictObject({ coding: id, quote: z.string(), codeVersion: z.int().min(1) })).readonly(),
})
