import { type Label, normaliseText, type Problem } from '@codeerbank/core'
import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { blankDeepLines, deepest, tooDeep } from './blank-deep-lines.ts'
import { blankMarkedLines } from './blank-marked-lines.ts'
import { allFieldNames, type FieldKey, fieldKey } from './field-keys.ts'
import { nearestName } from './nearest-name.ts'
import { readLabel, readName, readText } from './read-text.ts'
import { type Section, splitSections } from './split-sections.ts'
import { typedMarks } from './typed-marks.ts'

const parser = unified().use(remarkParse).freeze()

/** A field of an entry: its text as a label, and whole. */
export interface OutlineField {
  readonly key: FieldKey
  readonly label: Label
  readonly text: string
  readonly line: number
}

/** A heading or a list item with a name, and what stands under it. */
export interface OutlineEntry {
  readonly name: Label
  readonly line: number
  definition: Label
  readonly fields: OutlineField[]
  readonly children: OutlineEntry[]
}

/** What a codebook file says, before anything is made of it. */
export interface Outline {
  readonly title?: Label
  readonly entries: readonly OutlineEntry[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the headings and lists of a codebook file. What stands before the first heading of level 2 is an
 * introduction, of which only the title counts.
 */
export function readOutline(markdown: string): Outline {
  const typed = typedMarks(normaliseText(markdown))
  const shallow = blankDeepLines(typed.text)
  const { text, problems: marked } = blankMarkedLines(shallow.text)
  const problems: Problem[] = [...typed.problems, ...shallow.problems, ...marked]
  const entries: OutlineEntry[] = []
  const open: { entry: OutlineEntry; depth: number }[] = []
  let title: Label | undefined
  let section: Section = { text: '', line: 1 }
  for (section of splitSections(text)) for (const node of parser.parse(section.text).children) readBlock(node)
  return { ...(title === undefined ? {} : { title }), entries, problems }

  function report(node: RootContent | ListItem, code: string, message: string): void {
    problems.push({ code, severity: 'warning', message, place: { line: lineOf(node) } })
  }

  function lineOf(node: RootContent | ListItem): number {
    return (node.position?.start.line ?? 1) + section.line - 1
  }

  function readBlock(node: RootContent): void {
    const under = open.at(-1)
    if (node.type !== 'heading') {
      if (under !== undefined) readContent(under.entry, node, open.length)
    } else if (node.depth > 1) openHeading(node)
    else if (title === undefined && entries.length === 0) title = readLabel(node.children)
    else
      report(
        node,
        'second-title',
        'A codebook has one title, at its start. Make this a heading of level 2 (##).',
      )
  }

  function openHeading(node: Heading): void {
    while (open.length > 0 && open.at(-1)!.depth >= node.depth) open.pop()
    const above = open.at(-1)
    if (node.depth > (above?.depth ?? 1) + 1)
      report(
        node,
        'skipped-level',
        `This heading has ${node.depth} number signs, and ${(above?.depth ?? 1) + 1} were expected. It was read as if it had those.`,
      )
    const entry = newEntry(readLabel(node.children), lineOf(node))
    if (above === undefined) entries.push(entry)
    else above.entry.children.push(entry)
    open.push({ entry, depth: node.depth })
  }

  function readContent(entry: OutlineEntry, node: RootContent, depth: number): void {
    if (node.type === 'paragraph') {
      if (entry.children.length > 0)
        report(
          node,
          'definition-after-list',
          `This paragraph is read as part of the definition of "${entry.name.nl ?? entry.name.en ?? ''}", since it stands below its list. If it defines the code above it, indent it as far as the name of that code.`,
        )
      define(entry, readLabel(node.children))
    } else if (node.type === 'list') readList(entry, node, depth)
    else if (node.type !== 'thematicBreak' && !(node.type === 'html' && node.value.startsWith('<!--')))
      report(
        node,
        'unread-text',
        `Only headings, paragraphs and lists are read here, and this is ${nounOf(node)}. Write it as a paragraph, or leave it out.`,
      )
  }

  function readList(entry: OutlineEntry, list: List, depth: number): void {
    if (depth >= deepest) problems.push(tooDeep(lineOf(list)))
    else for (const item of list.children) readItem(entry, item, depth + 1)
  }

  function readItem(under: OutlineEntry, item: ListItem, depth: number): void {
    const [first, ...more] = item.children
    if (first === undefined) return
    if (first.type !== 'paragraph') {
      report(
        item,
        'unread-text',
        'This list item begins with no name. Begin it with the name of the code in bold.',
      )
      return
    }
    const name = readName(first.children)
    const field = name === null ? readField(first) : undefined
    if (field !== undefined) {
      if (field !== null) under.fields.push(field)
      for (const node of more)
        report(
          node,
          'unread-text',
          'A field is one line; what stands under it is not read. Move it to the line of the field.',
        )
      return
    }
    const entry = newEntry(name?.label ?? readLabel(first.children), lineOf(item))
    under.children.push(entry)
    if (name === null)
      report(
        item,
        'plain-code',
        'This item is neither a known field nor a name in bold. It was read as a code: write its name in **bold**.',
      )
    else if (name.rest.length > 0) define(entry, readLabel(name.rest))
    for (const node of more) readContent(entry, node, depth)
  }

  /** The field that a paragraph is; `null` for a misspelt one; `undefined` for none. */
  function readField(paragraph: Paragraph): OutlineField | null | undefined {
    const [first, ...more] = paragraph.children
    if (first?.type !== 'text') return undefined
    // Matched in the file's own text, where a space that belongs to the value is still a reference.
    const raw = section.text.slice(first.position?.start.offset, first.position?.end.offset)
    const match = /^([\p{L}][\p{L} \t-]{0,30}?)[ \t]*:[ \t]*/u.exec(raw)
    const word = match?.[1]
    if (match === null || word === undefined) return undefined
    const key = fieldKey(word)
    if (key !== undefined) {
      const value = { ...first, value: first.value.slice(match[0].length) }
      const nodes = value.value === '' && more.length > 0 ? more : [value, ...more]
      return { key, label: readLabel(nodes), text: readText(nodes), line: lineOf(paragraph) }
    }
    const nearest = nearestName(word, allFieldNames)
    if (nearest === undefined || Math.abs(nearest.length - word.length) > 2) return undefined
    report(
      paragraph,
      'unknown-field',
      `There is no field "${word}", and it was not read. Is "${nearest}" meant? If it is a code, write its name in **bold**.`,
    )
    return null
  }
}

function newEntry(name: Label, line: number): OutlineEntry {
  return { name, line, definition: {}, fields: [], children: [] }
}

/** Adds a paragraph to a definition. */
function define(entry: OutlineEntry, more: Label): void {
  const { nl, en } = entry.definition
  const definition: { nl?: string; en?: string } = { ...entry.definition, ...more }
  if (nl !== undefined && more.nl !== undefined) definition.nl = `${nl}\n\n${more.nl}`
  if (en !== undefined && more.en !== undefined) definition.en = `${en}\n\n${more.en}`
  entry.definition = definition
}

function nounOf(node: RootContent): string {
  if (node.type === 'code') return 'indented or fenced code'
  if (node.type === 'blockquote') return 'a quotation'
  if (node.type === 'html') return 'HTML'
  return `a ${node.type}`
}
