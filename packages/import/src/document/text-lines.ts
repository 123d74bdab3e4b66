import { normaliseText } from '@codeerbank/core'
import type { Stretch } from '../labels-in.ts'
import { trimmedEnd } from '../trimmed-end.ts'
import type { DocumentText, TimeMark } from './document-text.ts'

/** Writes down what a document says, in its order, a line a paragraph. */
export interface TextLines {
  /** Words as they stand in the markup. */
  words(text: string): void
  /** Characters that stay as they are, also where spaces in the markup do not. */
  hard(text: string): void
  /** A label that the next paragraph goes on after, without the spaces that it begins with. */
  label(text: string): void
  /** A line end within a paragraph; at the end of one it shows nowhere. */
  lineBreak(): void
  /** Begins a paragraph, heading or row of a table: on a new line, unless it is the first thing in one that is begun. */
  startBlock(): void
  endBlock(): void
  /** Begins a further cell of a row, after a tab. */
  nextCell(): void
  mark(time: number): void
  /** Says that what follows, up to `resume`, is a heading or a note. */
  aside(): void
  resume(): void
  done(): Pick<DocumentText, 'text' | 'asides' | 'marks'>
}

/**
 * A text that grows.
 *
 * @param collapse whether spaces and line ends in the markup are one space, and none at the borders of a paragraph
 */
export function textLines(collapse: boolean): TextLines {
  const parts: string[] = []
  const asides: Stretch[] = []
  const marks: TimeMark[] = []
  let length = 0
  let since: number | undefined
  /** Whether the line is still to be written on; whether a block has ended, so that words after it need a new line. */
  let fresh = true
  let ended = false
  let breaks = 0
  /** The spaces at the end of what was written, which are due before further words: at the end of a line they go. */
  let due = ''
  let labelled = false

  const add = (text: string) => {
    // No document has a byte order mark amid its words, and a soft hyphen shows only where a line ends: they say nothing there.
    const clean = normaliseText(text).replace(/[\uFEFF\u00AD]/g, '')
    parts.push(clean)
    length += clean.length
  }
  const isFirst = () => fresh || ended || breaks > 0
  const begin = () => {
    if (ended && !fresh) add('\n')
    if (breaks > 0) add('\n'.repeat(breaks))
    breaks = 0
    ended = false
    fresh = false
  }
  const hard = (given: string) => {
    const text = labelled ? given.trimStart() : given
    const inner = text.slice(0, trimmedEnd(text, 0, text.length))
    if (inner === '') {
      due += text
      return
    }
    labelled = false
    begin()
    add(due + inner)
    due = text.slice(inner.length)
  }
  return {
    hard,
    words(given) {
      if (!collapse) {
        hard(given)
        return
      }
      const text = given.replace(/[ \t\n\r\f]+/g, ' ')
      const isInner = !isFirst() && due === ''
      if (text !== ' ') hard(!isInner && text.startsWith(' ') ? text.slice(1) : text)
      else if (isInner) due = ' '
    },
    label(text) {
      begin()
      add(text)
      fresh = true
      labelled = true
    },
    lineBreak() {
      breaks += 1
      due = ''
    },
    startBlock() {
      if (!fresh) add('\n')
      fresh = true
      ended = false
      breaks = 0
      due = ''
    },
    endBlock() {
      fresh = false
      ended = true
      breaks = 0
      due = ''
    },
    nextCell() {
      ended = false
      breaks = 0
      due = ''
      add('\t')
      fresh = true
    },
    mark(time) {
      const first = isFirst()
      begin()
      marks.push({ at: length, time })
      fresh = first
    },
    aside() {
      since ??= length
    },
    resume() {
      if (since !== undefined && length > since) asides.push({ start: since, end: length })
      since = undefined
    },
    done() {
      const whole = parts.join('')
      const end = whole.trimEnd().length
      const start = Math.min(end, /^(?:[^\S\n]*\n)*/.exec(whole)![0].length)
      const place = (at: number) => Math.max(0, Math.min(at, end) - start)
      return {
        text: whole.slice(start, end),
        asides: asides.map(aside => ({ start: place(aside.start), end: place(aside.end) })),
        marks: marks.map(({ at, time }) => ({ at: place(at), time })),
      }
    },
  }
}
