import { headerLabel, timeOf } from '../header-label.ts'
import type { Stretch } from '../labels-in.ts'
import { customaryRole, speakerLabel } from '../speaker-label.ts'
import { looksLikeName } from '../speaker-name.ts'
import type { DocumentText } from './document-text.ts'
import { wordJoiner } from './join-words.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import { pageFurniture } from './page-furniture.ts'
import type { PdfLine, PdfPages } from './pdf-pages.ts'
import { rightMargins } from './right-margin.ts'

/** The text of a PDF, and how many lines of its pages and numbers of lines are no part of it. */
export interface PdfText extends Pick<DocumentText, 'text' | 'asides'> {
  readonly furniture: number
  readonly numbers: number
}

/** A line with its page, which tells how far it is from the one before. */
interface PlacedLine extends PdfLine {
  readonly page: number
}

/** Letters so much larger than most are those of a heading. */
const headingSize = 1.15
/** A distance so much larger than most is one between paragraphs. */
const paragraphGap = 1.35

/**
 * Joins the lines of a PDF into paragraphs, a line each, without what comes back on every page. A line goes on in the next
 * where they are as near as most, of one size, the next does not begin with who speaks, and its first word would not have
 * fitted behind the line.
 */
export function pdfText(given: PdfPages): PdfText {
  const { pages, numbers } = withoutLineNumbers(given)
  const furniture = pageFurniture(pages)
  const lines = pages.flatMap((page, number) =>
    page
      .filter(line => !furniture.has(line))
      // A soft hyphen shows only where a line ends.
      .map(line => ({ ...line, text: line.text.replace(/\u00AD(?=.)/g, ''), page: number })),
  )
  const size = middle(lines.map(line => line.size))
  const marginOf = rightMargins(lines)
  const gap = middle(
    lines
      .slice(1)
      .map((line, i) => distance(lines[i]!, line))
      .filter(each => each > 0),
  )
  const join = wordJoiner(lines.map(({ text }) => text))
  const parts: string[] = []
  const asides: Stretch[] = []
  let length = 0
  const add = (text: string) => {
    parts.push(text)
    length += text.length
  }
  let at = 0
  while (at < lines.length) {
    if (at > 0) add('\n')
    const start = length
    const first = lines[at]!
    for (;;) {
      const line = lines[at]!
      const next = lines[++at]
      if (next === undefined || !goesOn(line, next, gap, marginOf(line))) {
        add(line.text.replace(/\u00AD$/, '-'))
        break
      }
      const how = join(line.text, next.text)
      add(how === 'word' ? line.text.replace(/[-\u2010\u00AD]$/, '') : line.text)
      if (how === 'space') add(' ')
    }
    if (first.size > size * headingSize) asides.push({ start, end: length })
  }
  return { text: parts.join(''), asides, furniture: furniture.size, numbers }
}

function goesOn(line: PlacedLine, next: PlacedLine, gap: number, margin: number): boolean {
  if (Math.abs(next.size - line.size) > 0.1 * Math.max(line.size, next.size)) return false
  if (startsTurn(next.text) || standsAlone(line.text) || standsAlone(next.text)) return false
  // A row of a table.
  if (next.text.includes('\t')) return false
  // Over the border of a page nothing is known of the distance.
  if (next.page === line.page && gap > 0 && distance(line, next) > gap * paragraphGap) return false
  const letter = (next.right - next.x) / next.text.length
  const word = next.text.split(' ', 1)[0]!.length
  return line.right + letter * (word + 1) > margin
}

/** A line with a name and a time, or one of these: the words stand below it. */
function standsAlone(text: string): boolean {
  const label = text.replace(/\s*:$/, '')
  return (
    headerLabel(text, 0) !== undefined ||
    timeOf(text) !== undefined ||
    (label.length > 1 && customaryRole(label) !== undefined)
  )
}

/** Words before a colon that are no name are most often amid a sentence. */
function startsTurn(text: string): boolean {
  const speaker = (speakerLabel(text, 0) ?? headerLabel(text, 0))?.speaker
  return speaker !== undefined && (customaryRole(speaker) !== undefined || looksLikeName(speaker))
}

/** How far a line lies below another on its page. */
function distance(line: PlacedLine, next: PlacedLine): number {
  return line.page === next.page ? line.y - next.y : 0
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1] ?? 0
}
