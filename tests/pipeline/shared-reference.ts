import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A cell of Table 7, 8 or 9 as the facts have it. */
export interface FactCell {
  readonly rows: readonly string[]
  readonly case: string
  readonly state?: string
  readonly heading?: string
  readonly statements?: readonly string[]
}

export interface FactTable {
  readonly number: number
  readonly title: { readonly nl: string; readonly en: string }
  readonly frame: string
  readonly cells: readonly FactCell[]
}

export interface TableFacts {
  readonly cases: readonly { readonly id: string; readonly label: string }[]
  readonly frames: Readonly<Record<string, { readonly order: readonly string[] }>>
  readonly tables: readonly FactTable[]
}

const file = new URL('../../../shared/reference/tables.yaml', import.meta.url)

/** The facts of the report's tables; `null`, with a message, where the folder beside the project is absent. */
export function tableFacts(): TableFacts | null {
  if (existsSync(file)) return parse(readFileSync(file, 'utf8')) as TableFacts
  console.warn(
    'Skipped: ../shared/reference/tables.yaml is not there, so the tables are not held against the facts.',
  )
  return null
}
