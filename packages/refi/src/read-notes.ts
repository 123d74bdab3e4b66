import type { XmlElement } from '@codeerbank/archive'
import type { Memo } from '@codeerbank/core'
import { partsOf, textOf } from './element-parts.ts'
import { guidOfId } from './guid.ts'
import { guidOfElement } from './raw-selection.ts'
import { byOf, checkedChange, idOf, type ReadContext, settle, timeOf } from './read-context.ts'

/** A note of a project. */
export interface ReadNote {
  readonly guid: string
  readonly title: string | undefined
  readonly text: string
  readonly by: string | null
  readonly at: string | undefined
  readonly line: number
}

/** @param files the texts of notes that have a file of their own, by path */
export function readNote(element: XmlElement, files: ReadonlyMap<string, string>): ReadNote {
  const { attributes, line } = element
  const path = attributes.plainTextPath
  const text = textOf(element, 'PlainTextContent') ?? (path === undefined ? undefined : files.get(path))
  return {
    guid: guidOfElement(element),
    title: attributes.name || undefined,
    text: text ?? textOf(element, 'Description') ?? '',
    by: guidOfId(attributes.creatingUser),
    at: attributes.creationDateTime,
    line,
  }
}

/** The notes that are memos of the study. To be called when all that a note can stand on was read. */
export function memosOfNotes(
  context: ReadContext,
  elements: readonly XmlElement[],
  exists: (on: Memo['on']) => boolean,
): readonly Memo[] {
  const { list, notes, notePlaces, usedNotes } = context
  for (const element of elements) {
    const marked = ['PlainTextSelection', 'Coding'].flatMap(name => partsOf(element, name))
    list.add('note-selection', element.line, marked.length)
  }
  const memos: Memo[] = []
  for (const note of notes.values()) {
    if (usedNotes.has(note.guid)) continue
    const [on = { type: 'study' as const }, ...more] = notePlaces.get(note.guid) ?? []
    list.add('note-place', note.line, more.length)
    const plain: Memo = {
      id: idOf(context, 'memo', note.guid),
      on,
      ...(note.title === undefined ? {} : { title: note.title }),
      text: note.text,
      by: byOf(context, note.by),
      at: timeOf(context, note.at),
    }
    memos.push(settleMemo(context, note.guid, plain, exists))
  }
  return memos
}

/** A memo as the supplement completes it; one on something that is gone stands on the study. */
export function settleMemo(
  context: ReadContext,
  guid: string,
  plain: Memo,
  exists: (on: Memo['on']) => boolean,
): Memo {
  const memo = settle(context, 'memo', guid, plain, ({ by, at, ...rest }) => {
    const change = checkedChange('write-memo', { memo: rest, by, at })
    return change && { ...change.memo, by: change.by, at: change.at }
  })
  if (exists(memo.on)) return memo
  context.list.add('note-place', memo.id)
  return { ...memo, on: { type: 'study' } }
}
