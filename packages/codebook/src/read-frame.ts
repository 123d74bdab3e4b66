import type { Code, Frame, FrameRow, Problem } from '@codeerbank/core'
import { assignIds } from './assign-ids.ts'
import { readFields, readNumber, readValue, readYesNo } from './read-fields.ts'
import type { OutlineEntry } from './read-outline.ts'

/** Makes a frame of an entry with a field `frame`, its rows of the items below it. */
export function readFrame(
  entry: OutlineEntry,
  find: (name: string) => Code | Problem,
  problems: Problem[],
): Frame {
  const fields = readFields(entry, 'a frame', ['frame', 'table', 'judged'], [], problems)
  refuseDefinition(entry, 'frame', problems)
  const table = readValue(fields, 'table', readNumber, 'the number of the table, from 1', problems)
  const judged = readValue(fields, 'judged', readYesNo, '"yes" or "no"', problems)
  const ids = assignIds(
    entry.children.map(({ name, fields: own }) => {
      const id = own.findLast(({ key }) => key === 'id')?.text
      return { label: name, parent: null, ...(id ? { id } : {}) }
    }),
  )
  return {
    id: fields.get('frame')?.at(-1)?.text ?? '',
    label: entry.name,
    ...(table === undefined ? {} : { table }),
    ...(judged === undefined ? {} : { judged }),
    rows: entry.children.map((row, i) => readRow(row, ids[i]!, find, problems)),
  }
}

function readRow(
  entry: OutlineEntry,
  id: string,
  find: (name: string) => Code | Problem,
  problems: Problem[],
): FrameRow {
  const fields = readFields(entry, 'a row of a frame', ['id'], ['code', 'hint', 'topic'], problems)
  refuseDefinition(entry, 'row', problems)
  for (const { line } of entry.children)
    problems.push({
      code: 'unread-text',
      severity: 'warning',
      message:
        'A row of a frame has no codes written under it, and this was not read. Name the code in a field: "code: ...".',
      place: { line },
    })
  const codes: string[] = []
  for (const { text, line } of fields.get('code') ?? []) {
    const found = find(text)
    if ('severity' in found) problems.push({ ...found, place: { line } })
    else codes.push(found.id)
  }
  const hints = fields.get('hint')?.map(({ label }) => label)
  const topics = fields.get('topic')?.map(({ text }) => text)
  return {
    id,
    label: entry.name,
    codes,
    ...(hints === undefined ? {} : { hints }),
    ...(topics === undefined ? {} : { topics }),
  }
}

function refuseDefinition({ definition, line }: OutlineEntry, what: string, problems: Problem[]): void {
  if (definition.nl !== undefined || definition.en !== undefined)
    problems.push({
      code: 'unread-text',
      severity: 'warning',
      message: `A ${what} has no definition, and the paragraph under it was not read. Move it to the code, or leave it out.`,
      place: { line },
    })
}
