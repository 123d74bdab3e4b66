import type { XmlElement } from '@codeerbank/archive'
import type { Memo } from '@codeerbank/core'
import { descriptionOf, partsOf, textOf } from './element-parts.ts'
import { guidOfId } from './guid.ts'
import type { RawSelection } from './raw-project.ts'
import { countModified, guidOfElement, makerOf, noteRefs, positionsOf, timeMade } from './raw-selection.ts'
import { byOf, checkedChange, idOf, problem, type ReadContext, settle, timeOf } from './read-context.ts'

/** A note of a project. */
export interface ReadNote {
  readonly guid: string
  readonly title: string | undefined
  readonly text: string
  readonly by: string | null
  readonly at: string | undefined
  readonly line: number
  /** The stretch of the source on which the note stands, as some programs have it: it lies beyond the text of the note. */
  readonly stretch?: RawSelection
}

/** @param files the texts of notes that have a file of their own, by path */
export function readNote(element: XmlElement, files: ReadonlyMap<string, string>): ReadNote {
  const { attributes, line } = element
  const path = attributes.plainTextPath
  const text = textOf(element, 'PlainTextContent') ?? (path === undefined ? undefined : files.get(path))
  const guid = guidOfElement(element)
  const made = { by: guidOfId(makerOf(attributes)), at: timeMade(attributes) }
  const note = { guid, title: attributes.name || undefined, ...made, line }
  const words = text ?? textOf(element, 'Description') ?? ''
  const stretch = stretchOf(element, words)
  if (stretch === undefined) return { ...note, text: words }
  return { ...note, text: words, stretch: { ...stretch, ...made, notes: [guid] } }
}

function stretchOf(element: XmlElement, text: string): Omit<RawSelection, 'by' | 'at' | 'notes'> | undefined {
  const [mark, more] = partsOf(element, 'PlainTextSelection')
  if (mark === undefined || more !== undefined || mark.children.some(child => typeof child !== 'string'))
    return
  const { start, end } = positionsOf(mark)
  if (!(end > text.length)) return
  const guid = guidOfElement(mark)
  return { guid, name: '', start, end, description: undefined, codings: [], line: mark.line }
}

/** The notes that are memos of the study. To be called when all that a note can stand on was read. */
export function memosOfNotes(
  context: ReadContext,
  elements: readonly XmlElement[],
  exists: (on: Memo['on']) => boolean,
): readonly Memo[] {
  const { list, notes, notePlaces, usedNotes, placedNotes } = context
  for (const element of elements) {
    const note = notes.get(guidOfElement(element))
    // The supplement is no note.
    if (note === undefined) continue
    const { line, attributes } = element
    const marked = ['PlainTextSelection', 'Coding', 'VariableValue'].flatMap(name => partsOf(element, name))
    list.add('note-selection', line, marked.length - Number(placedNotes.has(note.guid)))
    list.add('note-place', line, noteRefs(element).length)
    if (attributes.richTextPath !== undefined) {
      list.add('rich-text', line)
      if (note.text === '' && attributes.plainTextPath === undefined)
        problem(context, 'note-missing', onlyRich, line, 'warning')
    }
    countModified(element, list)
    const description = descriptionOf(element)
    if (description !== undefined && description !== note.text) list.add('note-description', line)
  }
  const nowhere = [...notePlaces.keys()].filter(guid => !notes.has(guid)).length
  if (nowhere > 0)
    problem(
      context,
      'unknown-note',
      `The project has no note for ${nowhere} of the GUIDs that are named as notes. Export the project again, with its memos.`,
      undefined,
      'warning',
    )
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

const onlyRich =
  'The note has its words only in a file with rich text, which is not read: the note is kept without them. Copy them from the program it came from.'
