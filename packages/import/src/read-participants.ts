import { byId, type Participant, type Problem, placed, type Value } from '@codeerbank/core'
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
const own = new Set(['id', 'label', 'organisation', 'function', 'note', 'case'])

/**
 * Puts a list of participants, CSV with `id,label,organisation,function,note,case`, into the draft. A participant's
 * case is that of the column, or else the one that the file is named for. A column that bears the name of a variable
 * on participants is its value.
 */
export async function readParticipants(draft: FolderDraft, bytes: Uint8Array, file: string): Promise<void> {
  const read = await readCsv(bytes, { required: ['id'], aliases })
  const problems: Problem[] = [...read.problems]
  const changes: WrittenChange[] = []
  const { study } = draft
  const caseOfFile = byId(study.cases, stemOf(file))?.id
  const variables = study.variables.filter(variable => variable.on === 'participant')
  for (const { line, cells } of read.value) {
    const cell = (name: string) => (Object.hasOwn(cells, name) ? cells[name]!.trim() : '')
    const id = cell('id')
    if (id === '') {
      problems.push({
        code: 'incomplete-participant',
        severity: 'error',
        message: 'The row has no id. Fill it in, or remove the row.',
        place: { line },
      })
      continue
    }
    const values: Record<string, Value> = {}
    for (const variable of variables) {
      const written = cell(variable.id.toLowerCase())
      if (written !== '') values[variable.id] = readValue(written, variable.type)
    }
    const inCase = cell('case') || caseOfFile
    const participant: Participant = {
      id,
      label: cell('label') || id,
      ...(inCase === undefined ? {} : { case: inCase }),
      ...text('organisation', cell('organisation')),
      ...text('function', cell('function')),
      ...text('note', cell('note')),
      ...(Object.keys(values).length === 0 ? {} : { values }),
    }
    changes.push({
      change: { id: `add-participant:${id}`, at: draft.at, by: reader, kind: 'add-participant', participant },
      place: { file, line },
    })
  }
  const strange = Object.keys(read.value[0]?.cells ?? {}).filter(
    name => !own.has(name) && !variables.some(variable => variable.id.toLowerCase() === name),
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

function text(key: 'organisation' | 'function' | 'note', written: string): Partial<Participant> {
  return written === '' ? {} : { [key]: written }
}

function readValue(written: string, type: 'text' | 'number' | 'boolean' | 'date'): Value {
  if (type === 'number') {
    const number = Number(written.replace(',', '.'))
    return Number.isFinite(number) ? number : written
  }
  if (type === 'boolean' && /^(?:ja|yes|true|1)$/i.test(written)) return true
  if (type === 'boolean' && /^(?:nee|no|false|0)$/i.test(written)) return false
  return written
}
