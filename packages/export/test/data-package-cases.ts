import { unguardCell } from '@codeerbank/core'
import { parseString } from 'fast-csv'
import type { DataPackageFile } from '../src/index.ts'

/** What a test reads of a field, as the standard names it. */
export interface PackageField {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly constraints?: {
    readonly required?: boolean
    readonly enum?: readonly string[]
    readonly minimum?: number
  }
}

export interface PackageResource {
  readonly name: string
  readonly path: string
  readonly type: string
  readonly bytes: number
  readonly hash: string
  readonly schema: {
    readonly fields: readonly PackageField[]
    readonly primaryKey?: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

export type PackageValue = string | number | boolean | null
export type PackageRow = Readonly<Record<string, PackageValue>>

export function resourcesOf(files: readonly DataPackageFile[]): readonly PackageResource[] {
  return JSON.parse(files.find(({ name }) => name === 'datapackage.json')?.content ?? '{}').resources
}

/** Reads a table as its description says: types, missing values, and the guard where there is one. */
export async function rowsOf(
  files: readonly DataPackageFile[],
  { path, schema }: PackageResource,
  guard = true,
): Promise<{ readonly head: readonly string[]; readonly rows: readonly PackageRow[] }> {
  const content = files.find(({ name }) => name === path)?.content ?? ''
  const [head = [], ...lines] = await linesOf(content)
  const rows = lines.map(line =>
    Object.fromEntries(
      schema.fields.map(({ name, type }, i) => [name, typedValue(line[i] ?? '', type, guard)]),
    ),
  )
  return { head, rows }
}

function linesOf(csv: string): Promise<readonly string[][]> {
  const rows: string[][] = []
  return new Promise((done, fail) => {
    parseString<string[], string[]>(csv, { headers: false })
      .on('error', fail)
      .on('data', row => rows.push(row))
      .on('end', () => done(rows))
  })
}

function typedValue(cell: string, type: string, guard: boolean): PackageValue {
  if (cell === '') return null
  if (type === 'boolean') return cell === 'true'
  if (type === 'integer' || type === 'number') return Number(cell)
  return guard ? unguardCell(cell) : cell
}
