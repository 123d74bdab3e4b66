import { z } from 'zod'
import { type Code, codeLevels, codeOrigins, type Frame } from './codebook-types.ts'
import type { Label } from './label.ts'
import { interviewForms, sourceKinds } from './source-kind.ts'
import {
  type Case,
  type Coder,
  type Coding,
  type Judgement,
  judgementStates,
  type Memo,
  type Participant,
  type Segment,
  type Source,
  type Turn,
  type Variable,
} from './study.ts'

/** A name that every database and file can hold as it is: no half characters, no NUL. */
export const idSchema = z
  .string()
  .min(1)
  .max(500)
  .refine(text => text.isWellFormed() && !text.includes('\0'), 'An id is of whole characters, without NUL')

const id = idSchema
const text = z.string()
const offset = z.int().min(0)
const ids = z.array(id).readonly()

/** An ISO 8601 time with its offset from UTC (`2024-10-03T10:15:00+02:00`, or `Z`). */
export const timeSchema = z.iso.datetime({ offset: true })

export const labelSchema: z.ZodType<Label> = z
  .strictObject({ nl: text.exactOptional(), en: text.exactOptional() })
  .refine(
    label => label.nl !== undefined || label.en !== undefined,
    'A label has a text in Dutch (nl) or English (en).',
  )

const value = z.union([text, z.number(), z.boolean(), z.null()])
// zod leaves out a key "__proto__" without a word: so that it is looked for first.
const values = z
  .unknown()
  .refine(given => !isUnderPrototype(given), 'Values cannot go under the key "__proto__"')
  .pipe(z.record(z.string(), value))
const attributed = z.enum(['case', 'source', 'participant'])

export const variableSchema: z.ZodType<Variable> = z.strictObject({
  id,
  label: labelSchema,
  on: attributed,
  type: z.enum(['text', 'number', 'boolean', 'date']),
})

export const caseSchema: z.ZodType<Case> = z.strictObject({ id, label: labelSchema, values })

export const coderSchema: z.ZodType<Coder> = z.strictObject({ id, label: text })

export const participantSchema: z.ZodType<Participant> = z.strictObject({
  id,
  label: text,
  case: id.exactOptional(),
  organisation: text.exactOptional(),
  function: text.exactOptional(),
  note: text.exactOptional(),
  values: values.exactOptional(),
})

export const turnSchema: z.ZodType<Turn> = z.strictObject({
  start: offset,
  end: offset,
  speaker: text,
  role: z.enum(['participant', 'interviewer', 'unknown']),
  participant: id.exactOptional(),
  time: z.number().min(0).exactOptional(),
  timeEnd: z.number().min(0).exactOptional(),
})

const grid = z.strictObject({
  actors: z.array(text).readonly(),
  indicators: z
    .array(
      z.strictObject({
        part: z.enum(['non-verbal', 'verbal']),
        label: text,
        values: z.array(text.nullable()).readonly(),
      }),
    )
    .readonly(),
  generalImpression: text.exactOptional(),
})

const origin = z.strictObject({ file: text, line: z.int().min(1), format: text, sha256: text })

export const sourceSchema: z.ZodType<Source> = z.strictObject({
  id,
  title: text,
  kind: z.enum(sourceKinds),
  form: z.enum(interviewForms).exactOptional(),
  case: id,
  date: z.iso.date().exactOptional(),
  activities: z.int().min(1).exactOptional(),
  participants: ids,
  topics: z.array(text).readonly().exactOptional(),
  language: z.enum(['nl', 'en']).exactOptional(),
  text,
  turns: z.array(turnSchema).readonly(),
  grid: grid.exactOptional(),
  values: values.exactOptional(),
  origin: origin.exactOptional(),
})

const codeFields = {
  id,
  label: labelSchema,
  parent: id.nullable(),
  level: z.enum(codeLevels),
  origin: z.enum(codeOrigins),
  definition: labelSchema.exactOptional(),
  qualifier: labelSchema.exactOptional(),
  literature: z.array(text).readonly().exactOptional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .exactOptional(),
  retired: z.boolean().exactOptional(),
  mergedInto: id.exactOptional(),
}

export const newCodeSchema: z.ZodType<Omit<Code, 'version'>> = z.strictObject(codeFields)

export const frameSchema: z.ZodType<Frame> = z.strictObject({
  id,
  label: labelSchema,
  table: z.int().min(1).exactOptional(),
  judged: z.boolean().exactOptional(),
  rows: z
    .array(
      z.strictObject({
        id,
        label: labelSchema,
        codes: ids,
        hints: z.array(labelSchema).readonly().exactOptional(),
        topics: z.array(text).readonly().exactOptional(),
      }),
    )
    .readonly(),
})

export const newSegmentSchema: z.ZodType<Omit<Segment, 'by' | 'at' | 'verdict'>> = z.strictObject({
  id,
  source: id,
  start: offset,
  end: offset,
  quote: text,
  prefix: text,
  suffix: text,
  comment: text.exactOptional(),
})

export const newCodingSchema: z.ZodType<Omit<Coding, 'coder' | 'at' | 'codeVersion'>> = z.strictObject({
  id,
  segment: id,
  code: id,
  stance: z.literal('contradicts').exactOptional(),
  memo: text.exactOptional(),
})

export const newMemoSchema: z.ZodType<Omit<Memo, 'by' | 'at'>> = z.strictObject({
  id,
  on: z.strictObject({
    type: z.enum(['study', 'case', 'source', 'participant', 'code', 'segment', 'coding', 'frame']),
    id: id.exactOptional(),
  }),
  title: text.exactOptional(),
  text,
})

export const newJudgementSchema: z.ZodType<Omit<Judgement, 'by' | 'at'>> = z.strictObject({
  id,
  frame: id,
  case: id,
  rows: ids,
  state: z.enum(judgementStates),
  heading: labelSchema.exactOptional(),
  reasons: text.exactOptional(),
})

function isUnderPrototype(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__')
}

export const valueSchema = value
export const attributedSchema = attributed
