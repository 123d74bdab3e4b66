import type { XmlHandler } from '@codeerbank/archive'
import { documentTooLarge } from './document-error.ts'
import type { DocumentLimits } from './document-limits.ts'
import type { DocumentText } from './document-text.ts'
import type { LeftOutKind } from './left-out.ts'
import { type TextLines, textLines } from './text-lines.ts'

/** Not read, with all that lies in them (OpenDocument 1.3, part 3). */
const silent = new Set(
  'tracked-changes annotation forms scripts sequence-decls user-field-decls variable-decls ruby-text automatic-styles font-face-decls event-listeners title desc note-citation'.split(
    ' ',
  ),
)

/** So many spaces stand in a row at most. */
const mostSpaces = 1000

/** Writes down what is told of the content of an OpenDocument text. */
export interface OdtHandler extends XmlHandler {
  /** What was left out, counted. */
  readonly left: ReadonlyMap<LeftOutKind, number>
  done(): Pick<DocumentText, 'text' | 'asides' | 'marks'>
}

/** Takes down the text of `content.xml`; it throws a StudyError `document-too-large` where a limit is passed. */
export function odtHandler(limits: Pick<DocumentLimits, 'elements' | 'text'>): OdtHandler {
  const left = new Map<LeftOutKind, number>()
  const count = (kind: LeftOutKind) => left.set(kind, (left.get(kind) ?? 0) + 1)
  const lines = textLines(true)
  /** Notes come below the text: what is in them is kept until then. */
  const notes: ((to: TextLines) => void)[] = []
  let isNote = false
  const write = (step: (to: TextLines) => void) => {
    if (isNote) notes.push(step)
    else step(lines)
  }
  let numbered = 0
  let elements = 0
  let characters = 0
  let depth = 0
  let silence = Number.POSITIVE_INFINITY
  const grow = (by: number) => {
    characters += by
    if (characters > limits.text) throw documentTooLarge('text', limits.text)
  }
  /** How many paragraphs are open in each other; how many cells the open rows have so far. */
  let paragraphs = 0
  const cells: number[] = []
  return {
    left,
    open({ name, attributes }) {
      depth += 1
      elements += 1
      if (elements > limits.elements) throw documentTooLarge('elements', limits.elements)
      if (name === 'deletion') count('deletions')
      if (depth > silence) return
      if (name === 'annotation') count('comments')
      if (name === 'image') count('pictures')
      if (silent.has(name)) silence = depth
      else if (name === 'p' || name === 'h') {
        paragraphs += 1
        write(to => to.startBlock())
        if (name === 'h') write(to => to.aside())
      } else if (name === 's') {
        const spaces = Math.min(mostSpaces, Math.max(1, Number.parseInt(attributes['c'] ?? '1', 10) || 1))
        grow(spaces)
        write(to => to.hard(' '.repeat(spaces)))
      } else if (name === 'tab') write(to => to.hard('\t'))
      else if (name === 'line-break') write(to => to.lineBreak())
      else if (name === 'table-row') {
        cells.push(0)
        write(to => to.startBlock())
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const before = cells.at(-1) ?? 0
        if (cells.length > 0) cells[cells.length - 1] = before + 1
        if (before > 0) write(to => to.nextCell())
      } else if (name === 'note-body') {
        const label = `[${++numbered}]`
        write(to => to.hard(label))
        isNote = true
        write(to => startNote(to, label))
      }
    },
    text(text) {
      if (depth >= silence || paragraphs === 0) return
      grow(text.length)
      write(to => to.words(text))
    },
    close(name) {
      const isRead = depth <= silence
      if (isRead) silence = Number.POSITIVE_INFINITY
      depth -= 1
      if (!isRead || silent.has(name)) return
      if (name === 'p' || name === 'h') {
        paragraphs -= 1
        if (name === 'h') write(to => to.resume())
        write(to => to.endBlock())
      } else if (name === 'table-row') {
        cells.pop()
        write(to => to.endBlock())
      } else if (name === 'note-body') {
        write(to => to.resume())
        isNote = false
      }
    },
    done() {
      for (const note of notes) note(lines)
      return lines.done()
    },
  }
}

function startNote(to: TextLines, label: string): void {
  to.startBlock()
  to.aside()
  to.label(`${label} `)
}
