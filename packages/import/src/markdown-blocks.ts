import type { Root, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm)

/** Larger tables, in characters, are left as text: the time to parse one grows faster than it. */
const largestTable = 200_000

/** How many headings are read; more are an attack, and text like any other. */
const mostHeadings = 5_000

/** A heading of a Markdown text, as `## Words` is (a line of words over `---` is no heading to a transcriber). */
export interface Heading {
  readonly depth: number
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A table of a Markdown text: its lines are counted from the first of its own. */
export interface MarkdownTable {
  readonly table: Table
  readonly start: number
  /** How many lines stand before it. */
  readonly line: number
}

/**
 * The headings of a Markdown text. They are looked for line by line and parsed one by one: a whole text takes a parser a time that grows with
 * the square of some of its lists.
 */
export function headingsOf(text: string): readonly Heading[] {
  const headings: Heading[] = []
  for (const { 0: line, 1: marks = '', 2: rest = '', index: start } of text.matchAll(
    /^ {0,3}(#{1,6})(?=[ \t]|$)(.*)$/gm,
  )) {
    if (headings.length === mostHeadings) break
    const parsed = /[^\p{L}\p{N}\s.,()'"-]/u.test(rest) ? parse(line) : null
    const node = parsed?.children[0]
    const words = node?.type === 'heading' ? plainText(node) : rest.replace(/[ \t]#+[ \t]*$/, '')
    headings.push({ depth: marks.length, text: words.trim(), start, end: start + line.trimEnd().length })
  }
  return headings
}

/** The tables of a Markdown text. */
export function tablesOf(text: string): readonly MarkdownTable[] {
  const lines = text.split('\n')
  const tables: MarkdownTable[] = []
  let start = 0
  for (let i = 0; i < lines.length; i++) {
    const first = i
    const at = start
    start += lines[i]!.length + 1
    if (!lines[i]!.includes('|') || !isDelimiterRow(lines[i + 1] ?? '')) continue
    while (i + 1 < lines.length && lines[i + 1]!.trim() !== '') start += lines[++i]!.length + 1
    if (start - at > largestTable) continue
    const table = parse(lines.slice(first, i + 1).join('\n')).children.find(node => node.type === 'table')
    if (table !== undefined) tables.push({ table, start: at, line: first })
  }
  return tables
}

/** Whether a line is what stands below the head of a table: `|---|:--:|`. */
function isDelimiterRow(line: string): boolean {
  return line.includes('-') && /^[ \t]{0,3}[|:\- \t]+$/.test(line)
}

function parse(text: string): Root {
  return processor.parse(text)
}
