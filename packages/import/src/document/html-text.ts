import { StudyError } from '@codeerbank/core'
import { Parser } from 'htmlparser2'
import { problemAt } from '../read-source.ts'
import type { DocumentText } from './document-text.ts'
import { textLines } from './text-lines.ts'

/** Elements may lie this deep in each other. */
const deepest = 512

/** Elements that stand on lines of their own. */
const blocks = new Set('p div li tr h1 h2 h3 h4 h5 h6 blockquote pre dt dd section article hr'.split(' '))
const silent = new Set('script style title template iframe object svg textarea select'.split(' '))

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
  const lines = textLines()
  /** Whether the line is still to be written on; whether a block has ended, so that words after it need a new line. */
  let fresh = true
  let ended = false
  let spaced = false
  let breaks = 0
  let notes = 0
  let cells = 0
  /** What is open, and from which depth on nothing is read. */
  const open: string[] = []
  let silence = Number.POSITIVE_INFINITY

  const begin = () => {
    if (ended && !fresh) lines.line()
    for (; breaks > 0; breaks--) lines.line()
    ended = false
    fresh = false
  }
  const words = (given: string) => {
    if (!collapse) {
      begin()
      lines.add(given)
      return
    }
    const text = given.replace(/[ \t\n\r\f\u00a0]+/g, ' ')
    const isFirst = fresh || ended || breaks > 0
    const space = !isFirst && (spaced || text.startsWith(' ')) ? ' ' : ''
    const inner = text.trim()
    spaced = !isFirst && inner === '' ? spaced || text !== '' : text.endsWith(' ')
    if (inner === '') return
    begin()
    lines.add(space + inner)
  }
  const startBlock = () => {
    if (!fresh) lines.line()
    fresh = true
    ended = false
    breaks = 0
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name)
        if (open.length > deepest) throw tooDeep()
        if (open.length > silence) return
        const time = timeOf(name, attributes)
        if (silent.has(name) || time !== undefined || isBackLink(name, attributes)) silence = open.length
        if (time !== undefined) {
          const isFirst = fresh || ended || breaks > 0
          begin()
          lines.mark(time)
          fresh = isFirst
        }
        if (name === 'br') breaks += 1
        if (name === 'tr') cells = 0
        if (blocks.has(name)) startBlock()
        if ((name === 'td' || name === 'th') && cells++ > 0) {
          begin()
          lines.add('\t')
          fresh = true
        }
        if (isAside(name, attributes)) lines.aside()
        if (isNote(name, attributes)) words(`[${++notes}] `)
      },
      ontext(text) {
        if (open.length < silence) words(text)
      },
      onclosetag(name) {
        const inner = open.length > silence
        if (open.length <= silence) silence = Number.POSITIVE_INFINITY
        open.pop()
        if (inner || !blocks.has(name)) return
        if (name === 'li' || /^h[1-6]$/.test(name)) lines.resume()
        fresh = false
        ended = true
        breaks = 0
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return lines.done()
}

function isNote(name: string, { id = '' }: Readonly<Record<string, string>>): boolean {
  return name === 'li' && /^(?:foot|end)note-/.test(id)
}

function isAside(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return isNote(name, attributes) || /^h[1-6]$/.test(name)
}

/** The arrow that leads back from a note. */
function isBackLink(name: string, { href = '' }: Readonly<Record<string, string>>): boolean {
  return name === 'a' && /^#(?:foot|end)note-ref-/.test(href)
}

/** The seconds of a time stamp of oTranscribe. */
function timeOf(name: string, attributes: Readonly<Record<string, string>>): number | undefined {
  if (name !== 'span' || !/(?:^|\s)timestamp(?:\s|$)/.test(attributes['class'] ?? '')) return undefined
  const seconds = Number.parseFloat(attributes['data-timestamp'] ?? '')
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}

function tooDeep(): StudyError {
  return new StudyError([
    problemAt(
      'document-too-deep',
      'error',
      `More than ${deepest} parts of the document lie in each other, and it is not read. Paste its text into a new one.`,
      1,
    ),
  ])
}
