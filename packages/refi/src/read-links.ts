import { labelText, type Memo, unknownTime } from '@codeerbank/core'
import { type GuidType, guidOf, guidOfId, normaliseGuid } from './guid.ts'
import { linkText } from './link-memo.ts'
import type { ProjectParts } from './project-parts.ts'
import type { RawProject } from './raw-project.ts'
import { guidOfElement, noteRefs } from './raw-selection.ts'
import { idOf, type ReadContext } from './read-context.ts'
import { guidAmong } from './read-framework.ts'
import { importerId } from './refi-names.ts'
import { selectionName } from './selection-name.ts'

interface Linked {
  readonly on: Memo['on'] | null
  readonly name: string
}

/**
 * The links: one from a note that stands nowhere says what the note is about; any other is a memo on what it leads from, which
 * tells what it leads to.
 */
export function readLinks(context: ReadContext, raw: RawProject, parts: ProjectParts): void {
  if (raw.links.length === 0) return
  const things = linkedThings(context, parts)
  const note = (guid: string) => context.notes.get(guid)
  const seen = new Map<string, number>()
  for (const link of raw.links) {
    const { attributes, line } = link
    context.list.add('note-place', line, noteRefs(link).length)
    const ends = [attributes.originGUID, attributes.targetGUID].map(guid => guidOfId(guid) ?? '')
    const [origin = '', target = ''] = ends
    const from = things.get(origin)
    const to = things.get(target)
    const loose = ends.find(guid => note(guid) !== undefined && !context.notePlaces.has(guid))
    const other = loose === origin ? to : from
    if (attributes.color !== undefined) context.list.add('link-details', line)
    if (loose !== undefined && other?.on) {
      context.notePlaces.set(loose, [other.on])
      if (attributes.name) context.list.add('link-details', line)
    } else if (from?.on && to !== undefined)
      parts.memos.push({
        id: idOf(context, 'memo', guidAmong(context, seen, guidOfElement(link), 'link', line)),
        on: from.on,
        ...(attributes.name ? { title: attributes.name } : {}),
        text: linkText(attributes.direction, to.name, target),
        by: importerId,
        at: unknownTime,
      })
    else context.list.add('link', line)
  }
}

/** Everything that a link can lead from or to, by GUID; notes have a name only. */
function linkedThings(context: ReadContext, parts: ProjectParts): ReadonlyMap<string, Linked> {
  const things = new Map<string, Linked>()
  const add = (type: GuidType & Memo['on']['type'], id: string, name: string) =>
    things.set(normaliseGuid(guidOf(type, id)) ?? id, { on: { type, id }, name })
  for (const { id, label } of parts.codes) add('code', id, labelText(label, context.language))
  for (const { id, label } of parts.cases) add('case', id, labelText(label, context.language))
  for (const { id, label } of parts.frames) add('frame', id, labelText(label, context.language))
  for (const { item } of parts.sources) add('source', item.id, item.title)
  for (const { id, quote } of parts.segments) add('segment', id, selectionName(quote))
  for (const { guid, title, text } of context.notes.values())
    things.set(guid, { on: null, name: title ?? selectionName(text) })
  return things
}
