import { normaliseText } from '@codeerbank/core'
import type { Stretch } from '../find-turns.ts'
import type { DocumentText, TimeMark } from './document-text.ts'

/** Collects the text of a document in its order. */
export interface TextLines {
  add(text: string): void
  /** Begins a new line; empty lines of a document are kept. */
  line(): void
  mark(time: number): void
  /** Says that what follows, up to `resume`, is a heading or a note. */
  aside(): void
  resume(): void
  done(): Pick<DocumentText, 'text' | 'asides' | 'marks'>
}

/** A text that grows; its places are those of the normalised text. */
export function textLines(): TextLines {
  const parts: string[] = []
  const asides: Stretch[] = []
  const marks: TimeMark[] = []
  let length = 0
  let since: number | undefined
  const add = (text: string) => {
    // A document is no file with a byte order mark of its own: the character says nothing within it.
    const clean = normaliseText(text).replaceAll('\uFEFF', '')
    parts.push(clean)
    length += clean.length
  }
  return {
    add,
    line: () => add('\n'),
    mark: time => marks.push({ at: length, time }),
    aside() {
      since ??= length
    },
    resume() {
      if (since !== undefined && length > since) asides.push({ start: since, end: length })
      since = undefined
    },
    done() {
      const text = parts.join('')
      const end = text.trimEnd().length
      const start = /^(?:[^\S\n]*\n)*/.exec(text)![0].length
      const place = (at: number) => Math.max(0, Math.min(at, end) - start)
      return {
        text: text.slice(start, Math.max(start, end)),
        asides: asides.map(aside => ({ start: place(aside.start), end: place(aside.end) })),
        marks: marks.map(({ at, time }) => ({ at: place(at), time })),
      }
    },
  }
}
