import { z } from 'zod'
import type { Change } from './change.ts'
import { newClaimSchema, newScreeningSchema, newSummarySchema, savedQuerySchema } from './inquiry-schema.ts'
import {
  attributedSchema,
  caseSchema,
  coderSchema,
  frameSchema,
  idSchema,
  labelSchema,
  newCodeSchema,
  newCodingSchema,
  newJudgementSchema,
  newMemoSchema,
  newSegmentSchema,
  participantSchema,
  sourceSchema,
  timeSchema,
  turnSchema,
  valueSchema,
  variableSchema,
} from './study-schema.ts'

const id = idSchema
const reason = z.string().exactOptional()
const base = { id, at: timeSchema, by: id }
const offset = z.int().min(0)
const segmentPlace = {
  ...{ segment: id, start: offset, end: offset },
  ...{ quote: z.string(), prefix: z.string(), suffix: z.string() },
  reason,
}

function change<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ ...base, kind: z.literal(kind), ...shape })
}

/** The shape of every change, for data that comes from outside. */
export const changeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  change('describe-study', { title: labelSchema, language: z.enum(['nl', 'en']) }),
  change('add-variable', { variable: variableSchema }),
  change('add-coder', { coder: coderSchema }),
  change('add-case', { case: caseSchema }),
  change('add-participant', { participant: participantSchema }),
  change('set-value', { on: attributedSchema, item: id, variable: id, value: valueSchema }),
  change('add-source', { source: sourceSchema }),
  change('correct-source', {
    source: id,
    text: z.string(),
    turns: z.array(turnSchema).readonly(),
    moves: z
      .array(
        z.strictObject({
          segment: id,
          start: offset,
          end: offset,
          verdict: z.enum(['exact', 'moved', 'changed', 'lost']),
        }),
      )
      .readonly(),
    reason,
  }),
  change('remove-source', { source: id, reason }),
  change('add-code', { code: newCodeSchema, before: id.exactOptional(), reason }),
  change('rename-code', { code: id, label: labelSchema, reason }),
  change('redefine-code', { code: id, definition: labelSchema, reason }),
  change('move-code', { code: id, parent: id.nullable(), before: id.nullable().exactOptional(), reason }),
  change('merge-codes', { codes: z.array(id).readonly(), into: id, reason }),
  change('split-code', {
    code: id,
    into: z.array(newCodeSchema).readonly(),
    assign: z.array(z.strictObject({ coding: id, code: id })).readonly(),
    reason,
  }),
  change('retire-code', { code: id, reason }),
  change('set-frame', { frame: frameSchema, reason }),
  change('remove-frame', { frame: id, reason }),
  change('freeze-codebook', { round: z.string().min(1).max(200), reason }),
  change('thaw-codebook', { reason }),
  change('add-segment', { segment: newSegmentSchema }),
  change('accept-segment', segmentPlace),
  change('place-segment', segmentPlace),
  change('remove-segment', { segment: id, reason }),
  change('code-segment', { coding: newCodingSchema }),
  change('withdraw-coding', { coding: id, reason }),
  change('write-memo', { memo: newMemoSchema }),
  change('remove-memo', { memo: id, reason }),
  change('record-judgement', { judgement: newJudgementSchema }),
  change('withdraw-judgement', { judgement: id, reason }),
  change('review-coding', { coding: id, codeVersion: z.int().min(1).exactOptional(), reason }),
  change('record-screening', { screening: newScreeningSchema }),
  change('withdraw-screening', { screening: id, reason }),
  change('save-query', { query: savedQuerySchema }),
  change('remove-query', { query: id, reason }),
  change('state-claim', { claim: newClaimSchema }),
  change('withdraw-claim', { claim: id, reason }),
  change('write-summary', { summary: newSummarySchema }),
  change('remove-summary', { summary: id, reason }),
  change('settle-conflict', {
    about: z.string().min(1),
    changes: z.array(id).min(1).readonly(),
    keep: id.exactOptional(),
    reason,
  }),
])
