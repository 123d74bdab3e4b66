import { timeText } from '../segments-to-csv.ts'
import type { Column } from './data-resource.ts'

const key = { type: 'string', required: true } as const

/** An identifier of a row. */
export function idColumn(of: string): Column<{ readonly id: string }> {
  const description = `The identifier of the ${of}, the same in all tables of this package.`
  return { field: { ...key, name: 'id', title: 'Id', description }, value: ({ id }) => id }
}

/** Which source a row belongs to. */
export const sourceColumn: Column<{ readonly source: string }> = {
  field: { ...key, name: 'source', title: 'Source', description: 'The id of the source.' },
  value: ({ source }) => source,
}

/** The place of a row among others, from 1. */
export function positionColumn(of: string): Column<{ readonly position: number }> {
  const description = `The place of the row among those of its ${of}, from 1.`
  return {
    field: { name: 'position', type: 'integer', title: 'Position', description, required: true, minimum: 1 },
    value: ({ position }) => position,
  }
}

/** Under which definition of its code a thing was made. */
export const codeVersionColumn: Column<{ readonly codeVersion: number }> = {
  field: {
    name: 'code_version',
    type: 'integer',
    title: 'Version of the code',
    description: 'The definition of the code that held then, from 1.',
    required: true,
    minimum: 1,
  },
  value: ({ codeVersion }) => codeVersion,
}

/** When a thing was made. */
export const timeColumn: Column<{ readonly at: string }> = {
  field: {
    name: 'at',
    type: 'datetime',
    // Tools of version 1 of the standard take a time with an offset from UTC only so.
    format: 'any',
    title: 'At',
    description: 'When it was made (ISO 8601, with its offset from UTC); empty where that is not known.',
  },
  value: ({ at }) => timeText(at) || null,
}

/** Who made a thing, and when. */
export const madeColumns: readonly Column<{ readonly by: string; readonly at: string }>[] = [
  {
    field: {
      ...key,
      name: 'by',
      title: 'By',
      description: 'Who made it: the id of a coder, or the name of a program.',
    },
    value: ({ by }) => by,
  },
  timeColumn,
]

/** The rows of lists within things, each with its place in its list. */
export function numbered<Item, Row>(
  items: readonly Item[],
  list: (item: Item) => readonly Row[],
): readonly { readonly of: Item; readonly position: number; readonly item: Row }[] {
  return items.flatMap(of => list(of).map((item, i) => ({ of, position: i + 1, item })))
}
