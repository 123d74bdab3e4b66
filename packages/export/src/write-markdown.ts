import type { PhrasingContent, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const processor = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false })

/** Writes a tree as GitHub Markdown; every text in it is escaped so that it shows as it is. */
export function writeMarkdown(children: RootContent[]): string {
  return processor.stringify({ type: 'root', children })
}

/** A text as a paragraph. */
export function paragraph(text: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] }
}

/** One line in a cell: a text, in bold where wanted. */
export interface CellLine {
  readonly text: string
  readonly bold?: boolean
}

/** A table of cells of lines; a line end is a `<br>`, for a cell of a Markdown table is one line. */
export function markdownTable(
  rows: readonly (readonly (readonly CellLine[])[])[],
  align: readonly ('left' | 'right')[],
): Table {
  return {
    type: 'table',
    align: [...align],
    children: rows.map(cells => ({
      type: 'tableRow',
      children: cells.map(lines => ({ type: 'tableCell', children: cellContent(lines) })),
    })),
  }
}

function cellContent(lines: readonly CellLine[]): PhrasingContent[] {
  return lines.flatMap(({ text, bold }, i): PhrasingContent[] => {
    const parts = text
      .split(/\r\n|[\r\n]/)
      .flatMap((part, at): PhrasingContent[] => [
        ...(at === 0 ? [] : [{ type: 'html' as const, value: '<br>' }]),
        ...(part === '' ? [] : [{ type: 'text' as const, value: part }]),
      ])
    const content: PhrasingContent[] = bold && text !== '' ? [{ type: 'strong', children: parts }] : parts
    return i === 0 ? content : [{ type: 'html', value: '<br>' }, ...content]
  })
}
