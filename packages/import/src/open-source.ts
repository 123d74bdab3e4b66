import { createHash } from 'node:crypto'
import type { Problem } from '@codeerbank/core'
import type { DocumentText } from './document/document-text.ts'
import { type RefusedDocument, readDocument } from './document/read-document.ts'
import { problemAt } from './read-source.ts'
import { type OpenedText, openText, type ReadSourceOptions, stemOf } from './source-text.ts'

/** A file taken apart: its text, and where it is a document what stands in it beside words. */
export interface OpenedSource extends OpenedText {
  readonly document?: DocumentText | RefusedDocument
}

/**
 * Opens a file of any kind that a source can be, by what it holds and only then by its name: text with front matter, or a
 * document (`readDocument`). A document's lines are the lines of its text.
 */
export async function openSource(bytes: Uint8Array, options: ReadSourceOptions): Promise<OpenedSource> {
  const { name, metadata } = options
  const { document, problems } = await readDocument(bytes, name)
  if (document === undefined) {
    const opened = openText(bytes, options)
    return { ...opened, problems: [...problems, ...opened.problems] }
  }
  const { text, format } = document
  const all: Problem[] = [...problems, ...document.problems]
  if (text.trim() === '' && !all.some(({ severity }) => severity === 'error'))
    all.push(
      problemAt('empty-source', 'error', 'The file holds no text. Put the text in it, or remove it.', 1),
    )
  return {
    source: {
      metadata: { ...metadata, id: metadata?.id ?? stemOf(name) },
      text,
      turns: [],
      marks: [],
      origin: {
        file: name,
        line: 1,
        format,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    },
    markdown: false,
    problems: all,
    lineOf: () => 1,
    document,
  }
}
