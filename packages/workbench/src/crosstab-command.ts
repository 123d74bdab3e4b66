import {
  type CrosstabScale,
  crosstabOf,
  crosstabScales,
  type DimensionName,
  perThousandWords,
  scaleCrosstab,
  wordsOfColumns,
} from '@codeerbank/analysis'
import { nearestName } from '@codeerbank/codebook'
import {
  type CodeCountUnit,
  type Crosstab,
  countUnits,
  type Language,
  notesBelow,
  type Study,
  type Table,
} from '@codeerbank/core'
import { crosstabToTable } from '@codeerbank/export'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { refuseUnknown } from './unknown-name.ts'

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
    const columns = dimensionNamed(options.columns, study)
    const crosstab = crosstabOf(study, {
      rows: dimensionNamed(options.rows, study),
      columns,
      unit: options.unit as CodeCountUnit,
    })
    const table = crosstabToTable(crosstab, language, { noteTotals: true })
    const { scale } = options
    const shown = scale === undefined ? table : scaledTable(study, columns, crosstab, table, scale)
    await printTable(shown, { format: options.format, language, study }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

const plainDimensions = ['codes', 'cases', 'sources', 'kinds', 'speakers', 'coders', 'times'] as const

/** `set:chair-roles` is the rows of a frame, `variable:initiative` a variable, `turns:int-1` the turns of a source. */
function dimensionNamed(name: string, study: Study): DimensionName {
  const [kind, ...rest] = name.split(':')
  const id = rest.join(':')
  if (kind === 'set' && id !== '') {
    refuseUnknown('frame', id, study.frames)
    return { codeSets: id }
  }
  if (kind === 'variable' && id !== '') {
    refuseUnknown('variable', id, study.variables)
    return { variable: id }
  }
  if (kind === 'turns' && id !== '') {
    refuseUnknown('source', id, study.sources)
    return { turnsOf: id }
  }
  if (plainDimensions.some(plain => plain === name)) return name as DimensionName
  const near = nearestName(name, plainDimensions)
  throw new UsageError(
    `There is no dimension "${name}". ${near === undefined ? '' : `Is "${near}" meant? `}Choose ${plainDimensions.join(', ')}, set:<frame>, variable:<id> or turns:<source>.`,
  )
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
  const { note: _, ...untotalled } = table
  const first = table.columns.length - crosstab.columns.length - 1
  return {
    ...untotalled,
    unit: scaled.label,
    ...notesBelow(scaled.empty, table.note),
    columns: table.columns.slice(0, -1),
    rows: scaled.values.map((values, i) => [
      ...table.rows[i]!.slice(0, first),
      ...values.map(value => (value === null ? null : Math.round(value * 10) / 10)),
    ]),
  }
}
