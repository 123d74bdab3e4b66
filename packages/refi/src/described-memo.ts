import { type Memo, unknownTime } from '@codeerbank/core'
import { uuidOf } from './guid.ts'
import type { ProjectParts } from './project-parts.ts'
import { idOf, type ReadContext } from './read-context.ts'
import { importerId } from './refi-names.ts'

/**
 * Makes a memo of what a project says of a thing that has no field for it: its description, or the name of a selection.
 *
 * @param guid of the thing; `study` for the project
 */
export function addDescribed(
  context: ReadContext,
  { memos }: ProjectParts,
  what: 'description' | 'name',
  guid: string,
  memo: Pick<Memo, 'on' | 'title' | 'text'>,
): void {
  memos.push({
    ...memo,
    id: idOf(context, 'memo', uuidOf(`${what}:${guid}`)),
    by: importerId,
    at: unknownTime,
  })
}
