import type { Frame, Variable } from '@codeerbank/core'
import { addDescribed } from './described-memo.ts'
import { descriptionOf, partsOf } from './element-parts.ts'
import type { ProjectParts } from './project-parts.ts'
import type { RawProject } from './raw-project.ts'
import { guidOfElement, targetGuid } from './raw-selection.ts'
import { checkedChange, idOf, placeNotes, type ReadContext, settle } from './read-context.ts'
import { guidAmong, unknownReference } from './read-framework.ts'

/** The sets: one of codes is a frame, one of sources a variable that is true of its members. */
export function readSets(context: ReadContext, raw: RawProject, parts: ProjectParts): void {
  const labels = new Map(parts.codes.map(({ id, label }) => [id, label]))
  const members = new Map<string, string[]>()
  const taken = new Set(parts.variables.map(({ id }) => id))
  const known = new Set(raw.sources.map(({ guid }) => guid))
  const seen = new Map<string, number>()
  for (const element of raw.sets) {
    const guid = guidAmong(context, seen, guidOfElement(element), 'set', element.line)
    const name = element.attributes.name ?? ''
    const targets = (kind: string) => partsOf(element, kind).map(ref => targetGuid(ref) ?? '')
    const sources = targets('MemberSource').flatMap(target => {
      const found = raw.standIns.get(target) ?? (known.has(target) ? [target] : null)
      if (found === null) unknownReference(context, 'source', element.line, 'warning')
      return found ?? []
    })
    const notes = targets('MemberNote')
    const codes = [...new Set(targets('MemberCode'))].flatMap(target => {
      const id = idOf(context, 'code', target)
      if (labels.has(id)) return [id]
      unknownReference(context, 'code', element.line, 'warning')
      return []
    })
    const ofSources = partsOf(element, 'MemberSource').length > 0
    if (ofSources) {
      context.list.add('set-as-variable', element.line)
      const id = idOf(context, 'variable', guid)
      const label = { [context.language]: name }
      const variable: Variable = { id, label, on: 'source', type: 'boolean' }
      if (!taken.has(id)) parts.variables.push(variable)
      for (const source of sources) {
        const own = idOf(context, 'source', source)
        members.set(own, [...(members.get(own) ?? []), id])
      }
    }
    if (codes.length === 0 && ofSources) {
      context.list.add('set-notes', element.line, notes.length)
      if (descriptionOf(element) !== undefined) context.list.add('variable-description', element.line)
      continue
    }
    const id = idOf(context, 'frame', guid)
    const rows = codes.map(code => ({ id: code, label: labels.get(code) ?? {}, codes: [code] }))
    const plain: Frame = { id, label: { [context.language]: name }, rows }
    const frame = settle(
      context,
      'frame',
      guid,
      plain,
      whole => checkedChange('set-frame', { frame: whole })?.frame,
    )
    parts.frames.push({
      ...frame,
      rows: frame.rows.map(row => ({ ...row, codes: row.codes.filter(code => labels.has(code)) })),
    })
    placeNotes(context, notes, { type: 'frame', id })
    const text = descriptionOf(element)
    if (text !== undefined)
      addDescribed(context, parts, 'description', guid, { on: { type: 'frame', id }, text })
  }
  parts.sources.forEach(({ item, ...made }, i) => {
    const ids = members.get(item.id)
    if (ids === undefined) return
    const values = { ...item.values, ...Object.fromEntries(ids.map(id => [id, true])) }
    parts.sources[i] = { ...made, item: { ...item, values } }
  })
}
