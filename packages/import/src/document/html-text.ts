import { Parser } from 'htmlparser2'
import { documentError } from './document-error.ts'
import type { DocumentText } from './document-text.ts'
import { textLines } from './text-lines.ts'

/** Elements may lie this deep in each other. */
const deepest = 512

/** Elements that stand on lines of their own. */
const blocks = new Set('p div li tr h1 h2 h3 h4 h5 h6 blockquote pre dt dd section article hr'.split(' '))
const silent = new Set('script style title template iframe object svg textarea select'.split(' '))

type Attributes = Readonly<Record<string, string>>

export interface HtmlTextOptions {
  /** Whether spaces and line ends of the markup are one space, as browsers show them. */
  readonly collapse: boolean
}

/**
 * The text of a piece of HTML: a line a paragraph, a line a row of a table with tabs between its cells. Headings and foot
 * notes (as mammoth writes them, `<li id="footnote-1">`) are told apart; time stamps of oTranscribe become marks.
 *
 * @throws StudyError `document-too-deep` where more than 512 elements lie in each other
 */
export function htmlText(
  html: string,
  { collapse }: HtmlTextOptions,
): Pick<DocumentText, 'text' | 'asides' | 'marks'> {
  const lines = textLines(collapse)
  let notes = 0
  let cells = 0
  let depth = 0
  /** From which depth on nothing is read. */
  let silence = Number.POSITIVE_INFINITY
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > deepest) throw tooDeep()
      if (depth > silence) return
      const time = timeOf(name, attributes)
      if (silent.has(name) || time !== undefined || isBackLink(name, attributes)) silence = depth
      if (time !== undefined) lines.mark(time)
      if (name === 'br') lines.lineBreak()
      if (name === 'tr') cells = 0
      if (blocks.has(name)) lines.startBlock()
      if ((name === 'td' || name === 'th') && cells++ > 0) lines.nextCell()
      const note = isNote(name, attributes)
      if (note || isHeading(name)) lines.aside()
      if (note) lines.label(`[${++notes}] `)
    },
    ontext(text) {
      if (depth < silence) lines.words(collapse ? text.replaceAll('\u00a0', ' ') : text)
    },
    onclosetag(name) {
      const isRead = depth <= silence
      if (isRead) silence = Number.POSITIVE_INFINITY
      depth -= 1
      if (!isRead || !blocks.has(name)) return
      if (name === 'li' || isHeading(name)) lines.resume()
      lines.endBlock()
    },
  })
  parser.write(html)
  parser.end()
  return lines.done()
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name)
}

function isNote(name: string, { id = '' }: Attributes): boolean {
  return name === 'li' && /^(?:foot|end)note-/.test(id)
}

/** The arrow that leads back from a note. */
function isBackLink(name: string, { href = '' }: Attributes): boolean {
  return name === 'a' && /^#(?:foot|end)note-ref-/.test(href)
}

/** The seconds of a time stamp of oTranscribe. */
function timeOf(name: string, attributes: Attributes): number | undefined {
  if (name !== 'span' || !/(?:^|\s)timestamp(?:\s|$)/.test(attributes['class'] ?? '')) return undefined
  const seconds = Number.parseFloat(attributes['data-timestamp'] ?? '')
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}

function tooDeep(): Error {
  return documentError(
    'document-too-deep',
    `More than ${deepest} parts of the document lie in each other, and it is not read. Paste its text into a new one.`,
  )
}
