import {
  type CrosstabScale,
  crosstabOf,
  crosstabScales,
  type DimensionName,
  perThousandWords,
  scaleCrosstab,
  wordsOfColumns,
} from '@codeerbank/analysis'
import {
  type CodeCountUnit,
  type Crosstab,
  countUnits,
  type Language,
  type Study,
  type Table,
} from '@codeerbank/core'
import { crosstabToTable } from '@codeerbank/export'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface CrosstabCommandOptions {
  readonly rows: string
  readonly columns: string
  readonly unit: string
  readonly scale?: string
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

export const crosstabUnits: readonly string[] = countUnits.filter(unit => unit !== 'activities')
export const crosstabScaleNames: readonly string[] = [...crosstabScales, 'per 1,000 words']

/** `codeerbank crosstab`: prints counts by any two dimensions, in proportion where that is asked for. */
export async function crosstabCommand(
  folder: string,
  options: CrosstabCommandOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { study } = await openStudyFolder(folder)
  const language = options.language ?? study.language
  try {
    const columns = dimensionNamed(options.columns)
    const crosstab = crosstabOf(study, {
      rows: dimensionNamed(options.rows),
      columns,
      unit: options.unit as CodeCountUnit,
    })
    const table = crosstabToTable(crosstab, language)
    const { scale } = options
    const shown = scale === undefined ? table : scaledTable(study, columns, crosstab, table, scale)
    await printTable(shown, { format: options.format, language }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

/** `set:chair-roles` is the rows of a frame, `variable:initiative` a variable, `turns:int-1` the turns of a source. */
function dimensionNamed(name: string): DimensionName {
  const [kind, ...rest] = name.split(':')
  const id = rest.join(':')
  if (id === '') return name as DimensionName
  if (kind === 'set') return { codeSets: id }
  if (kind === 'variable') return { variable: id }
  if (kind === 'turns') return { turnsOf: id }
  throw new RangeError(`There is no dimension "${name}". Write set:<frame>, variable:<id> or turns:<source>.`)
}

/** The table with its counts in proportion; totals are left out, for they are counts. */
function scaledTable(
  study: Study,
  columns: DimensionName,
  crosstab: Crosstab,
  table: Table,
  scale: string,
): Table {
  const scaled =
    scale === 'per 1,000 words'
      ? perThousandWords(crosstab, wordsOfColumns(study, columns, crosstab.columns))
      : scaleCrosstab(crosstab, scale as CrosstabScale)
  const first = table.columns.length - crosstab.columns.length - 1
  return {
    ...table,
    unit: scaled.label,
    ...(scaled.empty === undefined ? {} : { note: scaled.empty }),
    columns: table.columns.slice(0, -1),
    rows: scaled.values.map((values, i) => [
      ...table.rows[i]!.slice(0, first),
      ...values.map(value => (value === null ? null : Math.round(value * 10) / 10)),
    ]),
  }
}
