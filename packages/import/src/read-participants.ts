import {
  byId,
  type Participant,
  type Problem,
  placed,
  unguardCell,
  type Value,
  type Variable,
} from '@codeerbank/core'
import { z } from 'zod'
import { cellValue, textOfCell } from './folder/cell-text.ts'
import { readCsv } from './read-csv.ts'
import { stemOf } from './source-text.ts'
import { addChanges, type FolderDraft, reader, type WrittenChange } from './study-folder-draft.ts'

const aliases = {
  organisatie: 'organisation',
  organization: 'organisation',
  functie: 'function',
  role: 'function',
  naam: 'label',
  name: 'label',
  opmerking: 'note',
  casus: 'case',
}
const own = new Set(['id', 'label', 'organisation', 'function', 'note', 'case', 'values'])

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
const valuesSchema = z.record(z.string(), valueSchema)

/** The variables on participants that can have a column of their own, with what it is called. */
export function participantColumns(
  variables: readonly Variable[],
): readonly { readonly variable: Variable; readonly column: string }[] {
  const found = new Map<string, Variable>()
  for (const variable of variables) {
    const column = variable.id.toLowerCase()
    const isName =
      /^[\p{L}\p{N}][^\0\r\n]*$/u.test(column) && column === column.trim() && column.isWellFormed()
    if (variable.on !== 'participant' || !isName || own.has(column) || Object.hasOwn(aliases, column))
      continue
    if (!found.has(column)) found.set(column, variable)
  }
  return [...found].map(([column, variable]) => ({ variable, column }))
}

/**
 * Puts a list of participants, CSV with `id,label,organisation,function,note,case`, into the draft. A participant's
 * case is that of the column, or else the one that the file is named for. A column that bears the name of a variable
 * on participants is its value; the column `values` may hold them all as JSON instead.
 */
export async function readParticipants(draft: FolderDraft, bytes: Uint8Array, file: string): Promise<void> {
  const read = await readCsv(bytes, { required: ['id'], aliases })
  const problems: Problem[] = [...read.problems]
  const changes: WrittenChange[] = []
  const { study } = draft
  const caseOfFile = byId(study.cases, stemOf(file))?.id
  const columns = participantColumns(study.variables)
  for (const { line, cells } of read.value) {
    const raw = (name: string) => (Object.hasOwn(cells, name) ? cells[name]!.trim() : '')
    const cell = (name: string) => (raw(name) === '' ? undefined : textOfCell(raw(name)))
    const id = cell('id') ?? ''
    if (id === '') {
      problems.push({
        code: 'incomplete-participant',
        severity: 'error',
        message: 'The row has no id. Fill it in, or remove the row.',
        place: { line },
      })
      continue
    }
    const inCase = cell('case') ?? caseOfFile
    const participant: Participant = {
      id,
      label: cell('label') ?? id,
      ...(inCase === undefined ? {} : { case: inCase }),
      ...text('organisation', cell('organisation')),
      ...text('function', cell('function')),
      ...text('note', cell('note')),
      ...valuesOf(
        raw('values'),
        columns.map(({ column, variable }) => ({ variable, cell: raw(column) })),
      ),
    }
    changes.push({
      change: { id: `add-participant:${id}`, at: draft.at, by: reader, kind: 'add-participant', participant },
      place: { file, line },
    })
  }
  const strange = Object.keys(read.value[0]?.cells ?? {}).filter(
    name => !own.has(name) && !columns.some(({ column }) => column === name),
  )
  if (strange.length > 0)
    problems.push({
      code: 'unknown-column',
      severity: 'warning',
      message: `The columns ${strange.join(', ')} are not read. Add them to "variables:" in study.yaml with "on: participant" to keep them.`,
      place: { line: 1 },
    })
  draft.problems.push(...problems.map(problem => placed(problem, { file })))
  addChanges(draft, changes)
}

function text(key: 'organisation' | 'function' | 'note', written: string | undefined): Partial<Participant> {
  return written === undefined ? {} : { [key]: written }
}

function valuesOf(
  whole: string,
  cells: readonly { readonly variable: Variable; readonly cell: string }[],
): Pick<Participant, 'values'> {
  const given = valuesSchema.safeParse(cellValue(whole))
  if (given.success) return { values: given.data }
  const filled = cells
    .filter(({ cell }) => cell !== '')
    .map(({ variable, cell }): readonly [string, Value] => [variable.id, valueOfCell(cell, variable.type)])
  return filled.length === 0 ? {} : { values: Object.fromEntries(filled) }
}

/** The value of a variable that stands in a cell. */
export function valueOfCell(cell: string, type: Variable['type']): Value {
  const json = valueSchema.safeParse(cellValue(cell))
  if (json.success) return json.data
  const written = unguardCell(cell)
  if (type === 'number') {
    const number = Number(written.replace(',', '.'))
    return Number.isFinite(number) ? number : written
  }
  if (type === 'boolean' && /^(?:ja|yes|true|1)$/i.test(written)) return true
  if (type === 'boolean' && /^(?:nee|no|false|0)$/i.test(written)) return false
  return written
}
