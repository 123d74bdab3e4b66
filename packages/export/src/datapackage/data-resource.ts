import type { Label, TableValue } from '@codeerbank/core'

/** The types of Table Schema that are used here. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'

/** What Table Schema says of a column. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  /** The form of the values; that of Table Schema where it is not said. */
  readonly format?: 'default' | 'any'
  readonly title: string
  readonly description: string
  readonly required?: boolean
  readonly enum?: readonly string[]
  readonly minimum?: number
}

/** A column: its field, and what stands in it in a row of its table. */
export interface Column<Row> {
  readonly field: Field
  readonly value: (row: Row) => TableValue | boolean | undefined
}

export interface ForeignKey {
  readonly fields: readonly string[]
  readonly resource: string
  readonly references: readonly string[]
}

/** A table of a data package, with its values ready to be written. */
export interface DataResource {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly fields: readonly Field[]
  /** Empty for a table of one row. */
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly rows: readonly (readonly TableValue[])[]
}

/** Makes the columns of a table of one kind of rows. */
export type ColumnMaker<Row> = (
  name: string,
  type: FieldType,
  title: string,
  description: string,
  value: Column<Row>['value'],
  more?: Pick<Field, 'required' | 'enum' | 'minimum'>,
) => Column<Row>

interface ResourceOf<Row> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly primaryKey: readonly string[]
  /** A key of one column: the column, the resource, and the column there (`id` where it is not said). */
  readonly foreignKeys?: readonly (readonly [field: string, resource: string] | ForeignKey)[]
  readonly rows: readonly Row[]
  readonly columns: (column: ColumnMaker<Row>) => readonly Column<Row>[]
}

/** Makes a table of rows of any kind: what it holds and what it says of that come from the same columns. */
export function resourceOf<Row>(given: ResourceOf<Row>): DataResource {
  const { name, title, description, primaryKey, foreignKeys = [], rows } = given
  const columns = given.columns((field, type, heading, about, value, more = {}) => ({
    field: { name: field, type, title: heading, description: about, ...more },
    value,
  }))
  return {
    name,
    title,
    description,
    fields: columns.map(({ field }) => field),
    primaryKey,
    foreignKeys: foreignKeys.map(key =>
      'fields' in key ? key : { fields: [key[0]], resource: key[1], references: ['id'] },
    ),
    rows: rows.map(row => columns.map(({ value }) => cellOf(value(row)))),
  }
}

function cellOf(value: TableValue | boolean | undefined): TableValue {
  return typeof value === 'boolean' ? String(value) : (value ?? null)
}

/** A label as two columns, `name_nl` and `name_en`. */
export function labelColumns<Row>(
  name: string,
  title: string,
  label: (row: Row) => Label | undefined,
): readonly Column<Row>[] {
  return (['nl', 'en'] as const).map(language => ({
    field: {
      name: `${name}_${language}`,
      type: 'string',
      title: `${title}, ${language === 'nl' ? 'Dutch' : 'English'}`,
      description: `${title} in ${language === 'nl' ? 'Dutch' : 'English'}; empty where there is none.`,
    },
    value: row => label(row)?.[language],
  }))
}
