import type { Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm)

/** The syntax tree of a Markdown text; offsets are those of the text, which has no byte order mark. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

/** A heading of a Markdown text, as `## Words` is (a line of words over `---` is no heading to a transcriber). */
export interface Heading {
  readonly depth: number
  readonly text: string
  readonly start: number
  readonly end: number
}

export function headingsOf(root: Root, text: string): readonly Heading[] {
  return root.children.flatMap(node => {
    if (node.type !== 'heading') return []
    const start = node.position!.start.offset!
    if (!/^ {0,3}#/.test(text.slice(start, start + 4))) return []
    return [{ depth: node.depth, text: plainText(node).trim(), start, end: node.position!.end.offset! }]
  })
}
