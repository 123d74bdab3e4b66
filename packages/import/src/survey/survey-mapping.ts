import {
  type Label,
  type Language,
  languages,
  type SourceKind,
  StudyError,
  sourceKinds,
  type Variable,
} from '@codeerbank/core'
import { z } from 'zod'
import { shapeFaults } from '../shape-fault.ts'

/** A column that becomes a variable: of the respondents, of their cases or of their documents. */
export interface SurveyVariable {
  /** The head of the column, in letters of either case; or its place, `#C` or `#3`, where another has that head too. */
  readonly column: string
  /** The variable's id; by default the head of the column. */
  readonly id?: string
  readonly label?: Label
  /** `participant` by default. */
  readonly on?: Variable['on']
  /** `text` by default. */
  readonly type?: Variable['type']
  /** One of several options that may be ticked in one cell: the variable then says whether it is, and goes by it by default. */
  readonly option?: string
}

/** A column of answers that can be coded. */
export interface SurveyAnswer {
  readonly column: string
  /** What was asked, for the heading above the answer; by default the head of the column. */
  readonly question?: string
}

/** What the columns of a survey are: a row is a respondent, with a document of what they wrote. */
export interface SurveyMapping {
  /** The sheet of a workbook, by its name; by default the first. */
  readonly sheet?: string
  /** How many rows the head has, of which the first names the columns; by default 3 in tables of Qualtrics, 1 in others. */
  readonly headRows?: number
  /** The column that says who answers; by default they go by the number of their row. */
  readonly respondent?: string
  /** The case of all respondents, or the column that says it: by its ids, or by what stands for which. */
  readonly case:
    | { readonly is: string }
    | { readonly column: string; readonly values?: Readonly<Record<string, string>> }
  /** The column with the day of answering. */
  readonly date?: string
  /** Columns with what else is known of a respondent. */
  readonly participant?: {
    readonly label?: string
    readonly organisation?: string
    readonly function?: string
  }
  /** What stands in a cell where an answer is missing, beside nothing: `-99`, `n.v.t.`. */
  readonly missing?: readonly string[]
  /** The kind of the documents; `interview` by default. */
  readonly kind?: SourceKind
  readonly language?: Language
  /** What the ids of documents begin with; by default the name of the file. */
  readonly prefix?: string
  readonly variables?: readonly SurveyVariable[]
  readonly answers: readonly SurveyAnswer[]
}

const name = z.string().trim().min(1).max(2000)
const id = z.string().trim().min(1).max(500)

const shape: z.ZodType<SurveyMapping> = z.strictObject({
  sheet: name.exactOptional(),
  headRows: z.int().min(1).max(20).exactOptional(),
  respondent: name.exactOptional(),
  case: z.union([
    z.strictObject({ is: id }),
    z.strictObject({ column: name, values: z.record(z.string(), id).exactOptional() }),
  ]),
  date: name.exactOptional(),
  participant: z
    .strictObject({
      label: name.exactOptional(),
      organisation: name.exactOptional(),
      function: name.exactOptional(),
    })
    .exactOptional(),
  missing: z.array(z.string()).exactOptional(),
  kind: z.enum(sourceKinds).exactOptional(),
  language: z.enum(languages).exactOptional(),
  prefix: id.exactOptional(),
  variables: z
    .array(
      z.strictObject({
        column: name,
        id: id.exactOptional(),
        label: z
          .strictObject({ nl: z.string().exactOptional(), en: z.string().exactOptional() })
          .exactOptional(),
        on: z.enum(['case', 'source', 'participant']).exactOptional(),
        type: z.enum(['text', 'number', 'boolean', 'date']).exactOptional(),
        option: name.exactOptional(),
      }),
    )
    .exactOptional(),
  answers: z.array(z.strictObject({ column: name, question: name.exactOptional() })),
})

/** The shape of a mapping. */
export const surveyMappingSchema: z.ZodType<SurveyMapping> = shape.refine(
  ({ variables = [] }) => new Set(variables.map(idOf)).size === variables.length,
  {
    path: ['variables'],
    message: 'Two variables have one id',
  },
)

/** The id of a variable: its own, or its option, or the head of its column. */
export function idOf({ id: own, option, column }: SurveyVariable): string {
  return own ?? option ?? column
}

/**
 * Checks what came from outside, such as a file of YAML or JSON, as the mapping of a survey.
 *
 * @throws StudyError `bad-mapping` for every fault, with the path of it
 */
export function parseSurveyMapping(value: unknown): SurveyMapping {
  const result = surveyMappingSchema.safeParse(value)
  if (result.success) return result.data
  throw new StudyError(
    shapeFaults(surveyMappingSchema, value, result.error.issues).map(({ message, path }) => ({
      code: 'bad-mapping',
      severity: 'error',
      message,
      place: { path: path.map(part => (typeof part === 'symbol' ? String(part) : part)) },
    })),
  )
}
