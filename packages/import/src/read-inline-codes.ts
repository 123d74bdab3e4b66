import { indexText, lineColumnAt, type Problem, timeSchema } from '@codeerbank/core'
import type { Nodes } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { CodingRow } from './coding-row.ts'
import { problemAt } from './read-source.ts'

/** A text without its code marks, and the codings that they were. */
export interface InlineCodes {
  readonly text: string
  readonly marks: readonly CodingRow[]
  readonly problems: readonly Problem[]
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly attributes: Readonly<Record<string, string | null | undefined>>
}

const processor = unified().use(remarkParse).use(remarkDirective).use(wordsEverywhere)

/**
 * In a transcript four spaces, `<laughs>` and backticks are no code and no HTML: a mark behind them is a mark. Nor are there lists, links
 * or emphasis to a mark: with them, the time to parse a text grows with its square.
 */
function wordsEverywhere(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] }
  data.micromarkExtensions ??= []
  const names = [
    ...['codeIndented', 'codeFenced', 'codeText', 'htmlFlow', 'htmlText', 'autolink', 'definition'],
    ...['blockQuote', 'list', 'headingAtx', 'setextUnderline', 'thematicBreak'],
    ...['attention', 'labelStartImage', 'labelStartLink', 'labelEnd'],
  ]
  data.micromarkExtensions.push({ disable: { null: names } })
}

const known = new Set(['code', 'coder', 'memo', 'at', 'stance'])

/**
 * Reads the marks of a researcher who codes in the text itself, `:code[words]{code="Label" coder="coder-a"}` (the
 * generic directive syntax), and takes them out; the words stay. Marks may lie in each other.
 *
 * @param body normalised Markdown
 * @param options `line`: that on which the body begins; `source`, `coder`: what a coding takes where the mark is silent
 */
export function readInlineCodes(
  body: string,
  options: { readonly line: number; readonly source: string; readonly coder?: string },
): InlineCodes {
  if (!body.includes(':code[')) return { text: body, marks: [], problems: [] }
  const found = marksIn(body)
  const cuts = found
    .flatMap(mark => [
      { from: mark.start, to: mark.contentStart },
      { from: mark.contentEnd, to: mark.end },
    ])
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const starts: number[] = []
  const removed: number[] = []
  let text = ''
  let at = 0
  let sum = 0
  for (const cut of cuts) {
    text += body.slice(at, cut.from)
    at = cut.to
    sum += cut.to - cut.from
    starts.push(cut.from)
    removed.push(sum)
  }
  text += body.slice(at)
  /** Where an offset of the body (never inside a cut) stands in the text. */
  const moved = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - (removed[low - 1] ?? 0)
  }
  const index = indexText(body)
  const marks: CodingRow[] = []
  const problems: Problem[] = []
  for (const mark of found) {
    const { line, column } = lineColumnAt(index, mark.start)
    const place = { line: options.line + line - 1, column }
    const fault = faultOf(mark, body.slice(mark.contentStart, mark.contentEnd), options.coder)
    if (fault !== undefined) {
      problems.push(problemAt('bad-mark', 'error', fault, place.line))
      continue
    }
    const start = moved(mark.contentStart)
    const { code, coder, memo, at: time, stance } = mark.attributes
    marks.push({
      source: options.source,
      quote: text.slice(start, moved(mark.contentEnd)),
      code: code!,
      coder: coder || options.coder!,
      start,
      ...(memo ? { memo } : {}),
      ...(time ? { at: time } : {}),
      ...(stance ? { stance: 'contradicts' as const } : {}),
      place,
    })
  }
  const left = indexText(text)
  let unread = 0
  for (const { index: at } of text.matchAll(/(?<!\\):code\[/g)) {
    unread += 1
    if (unread > mostUnread) break
    const line = options.line + lineColumnAt(left, at).line - 1
    const message = unread === mostUnread ? `${notRead} So are further marks, perhaps.` : notRead
    problems.push(problemAt('bad-mark', 'error', message, line))
  }
  return { text, marks, problems }
}

const notRead =
  'The mark is not read. Write :code[words]{code="Label"} within one paragraph of at most 50,000 characters, with one colon, and close both brackets.'

/** How many marks that are not read are told one by one. */
const mostUnread = 1000

/** Paragraphs longer than this, in characters, and marks after so many characters of paragraphs, are not read. */
const longestParagraph = 50_000
const mostMarked = 300_000

/** The marks of a text: each lies within a paragraph, so that only those with marks are parsed. */
function marksIn(body: string): readonly Mark[] {
  const found: Mark[] = []
  let parsed = 0
  for (const { 0: paragraph, index: start } of body.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    if (!paragraph.includes(':code[') || paragraph.length > longestParagraph) continue
    parsed += paragraph.length
    if (parsed > mostMarked) break
    const own: Mark[] = []
    collect(processor.parse(paragraph), paragraph, own)
    for (const { attributes, ...at } of own)
      found.push({
        start: at.start + start,
        end: at.end + start,
        contentStart: at.contentStart + start,
        contentEnd: at.contentEnd + start,
        attributes,
      })
  }
  return found
}

function collect(node: Nodes, body: string, found: Mark[]): void {
  const { start: { offset: start = 0 } = {}, end: { offset: end = 0 } = {} } = node.position ?? {}
  const opens = ':code['
  if (
    node.type === 'textDirective' &&
    node.name === 'code' &&
    body.startsWith(opens, start) &&
    end > start + opens.length
  ) {
    const contentStart = start + opens.length
    const contentEnd = node.children.at(-1)?.position?.end.offset ?? contentStart
    found.push({ start, end, contentStart, contentEnd, attributes: node.attributes ?? {} })
  }
  if ('children' in node) for (const child of node.children) collect(child, body, found)
}

function faultOf(mark: Mark, words: string, coder: string | undefined): string | undefined {
  const { attributes } = mark
  if (words.trim() === '') return 'The mark holds no words. Write :code[words]{code="Label"}.'
  if (!attributes.code) return 'The mark names no code. Write :code[words]{code="Label" coder="id"}.'
  if (!attributes.coder && coder === undefined)
    return 'The mark names no coder. Add coder="id" to it, or "coder: id" to the front matter.'
  if (attributes.at && !timeSchema.safeParse(attributes.at).success)
    return `"${attributes.at}" is no time: write at="2024-10-03T10:15:00+02:00", or leave it out.`
  if (attributes.stance && attributes.stance !== 'contradicts')
    return 'The stance of a mark is "contradicts", or is left out.'
  const strange = Object.keys(attributes).filter(key => !known.has(key))
  if (strange.length > 0)
    return `A mark has no attribute "${strange.join('", "')}": it has code, coder, memo, at and stance.`
  return undefined
}
