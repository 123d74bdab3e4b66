import { z } from 'zod'

/** Which codes an operand takes: the code, with all below it, with all above it, or those beside it under one parent. */
export const codeScopes = ['self', 'down', 'up', 'siblings'] as const

export type CodeScope = (typeof codeScopes)[number]

/**
 * How two segments can lie, as ATLAS.ti names it; a query always gives segments of its left operand.
 * - `within`: left lies inside right; `encloses`: right lies inside left. The same span is both.
 * - `overlapped-by`: left starts first and ends inside right; `overlaps`: left starts inside right and ends after it.
 * - `follows`: left starts after right has ended; `precedes`: left ends before right starts. Touching is both: segments
 *   that touch share no text.
 * - `co-occurs`: any of within, encloses, overlaps, overlapped-by.
 */
export const proximities = [
  'within',
  'encloses',
  'overlapped-by',
  'overlaps',
  'follows',
  'precedes',
  'co-occurs',
] as const

export type Proximity = (typeof proximities)[number]

export const distanceUnits = ['characters', 'turns', 'paragraphs'] as const

/** The greatest distance between two segments: characters between them, or turns or paragraphs from one to the other. */
export interface Distance {
  readonly most: number
  readonly unit: (typeof distanceUnits)[number]
}

export const filterFields = [
  'case',
  'kind',
  'source',
  'speaker',
  'organisation',
  'function',
  'coder',
  'from',
  'until',
  'text',
] as const

export type FilterField = (typeof filterFields)[number]

/** A question to the codings of a study, as plain data. Its answer is a set of segments. */
export type Query =
  | { readonly op: 'code'; readonly code: string; readonly scope?: CodeScope }
  | { readonly op: 'set'; readonly set: string }
  | { readonly op: 'saved'; readonly name: string }
  | { readonly op: 'or' | 'and' | 'one-of'; readonly of: readonly Query[] }
  | { readonly op: 'not'; readonly of: Query }
  | { readonly op: Proximity; readonly left: Query; readonly right: Query; readonly distance?: Distance }
  | { readonly op: 'filter'; readonly field: FilterField; readonly value: string }
  | { readonly op: 'variable'; readonly variable: string; readonly value: string }

/** How deep a query may nest: far beyond what a person writes, and what keeps a hostile one from exhausting the stack. */
export const deepestQuery = 64

const name = z.string().min(1).max(500)

/** The shape of a query, for data that comes from outside. */
export const querySchema: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('code'), code: name, scope: z.enum(codeScopes).exactOptional() }),
    z.strictObject({ op: z.literal('set'), set: name }),
    z.strictObject({ op: z.literal('saved'), name }),
    z.strictObject({ op: z.enum(['or', 'and', 'one-of']), of: z.array(querySchema).min(1).readonly() }),
    z.strictObject({ op: z.literal('not'), of: querySchema }),
    z.strictObject({
      op: z.enum(proximities),
      left: querySchema,
      right: querySchema,
      distance: z.strictObject({ most: z.int().min(0), unit: z.enum(distanceUnits) }).exactOptional(),
    }),
    z.strictObject({ op: z.literal('filter'), field: z.enum(filterFields), value: z.string() }),
    z.strictObject({ op: z.literal('variable'), variable: name, value: z.string() }),
  ]),
)
