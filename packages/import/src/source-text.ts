import { createHash } from 'node:crypto'
import { decodeText, type Problem, placed, type Reading } from '@codeerbank/core'
import { readFrontMatter } from './read-front-matter.ts'
import { readInlineCodes } from './read-inline-codes.ts'
import { problemAt, type ReadSource } from './read-source.ts'
import type { SourceMetadata } from './source-metadata.ts'

/** Files larger than this are refused, in bytes: 64 MiB, some hundred times the longest interview. */
export const largestFile = 64 * 1024 * 1024

export interface ReadSourceOptions {
  /** The file's name: its ending tells plain text (`.txt`) from Markdown, its stem is the source's id by default. */
  readonly name: string
  /** What is known of the source from elsewhere; the file's own front matter goes before it. */
  readonly metadata?: SourceMetadata
}

/** A file taken apart, as all kinds of source begin, and where its keys and text stand. */
export interface OpenedText {
  readonly source: ReadSource
  readonly markdown: boolean
  readonly problems: readonly Problem[]
  readonly lineOf: (key: keyof SourceMetadata) => number
}

/**
 * Decodes a file, takes off its front matter and takes out its code marks. A file that is no text, or has none, gives
 * a source with an empty text and an error.
 */
export function openText(bytes: Uint8Array, options: ReadSourceOptions): OpenedText {
  const { name } = options
  const plain = !/\.(?:md|markdown)$/i.test(name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const format = plain ? 'text' : 'markdown'
  const decoded =
    bytes.length > largestFile
      ? { text: null, problems: [problemAt('file-too-large', 'error', tooLarge, 1)] }
      : decodeText(bytes, { legacy: true })
  const front = readFrontMatter(decoded.text ?? '')
  const metadata = { ...options.metadata, ...front.metadata }
  const id = metadata.id ?? stemOf(name)
  const asItIs = plain || metadata.verbatim === true
  const inline = asItIs
    ? { text: front.body, marks: [], problems: [] }
    : readInlineCodes(front.body, {
        line: front.line,
        source: id,
        ...(metadata.coder === undefined ? {} : { coder: metadata.coder }),
      })
  const problems = [...decoded.problems, ...front.problems, ...inline.problems]
  if (decoded.text !== null && inline.text.trim() === '' && metadata.verbatim !== true)
    problems.push(
      problemAt('empty-source', 'error', 'The file holds no text. Put the text in it, or remove it.', 1),
    )
  return {
    source: {
      metadata: { ...metadata, id },
      text: inline.text,
      turns: [],
      marks: inline.marks,
      origin: { file: name, line: front.line, format, sha256 },
    },
    markdown: !plain,
    problems,
    lineOf: front.lineOf,
  }
}

const tooLarge = `The file is larger than ${largestFile / 1024 / 1024} MiB. Divide it into sources of their own.`

/** A reading whose problems say in which file they are. */
export function readingOf(source: ReadSource, problems: readonly Problem[]): Reading<ReadSource> {
  const { file } = source.origin
  return {
    value: { ...source, marks: source.marks.map(mark => ({ ...mark, place: { file, ...mark.place } })) },
    problems: problems
      .map(problem => placed(problem, { file }))
      .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
  }
}

/** A file's name without its folders and its ending. */
export function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/(?<=.)\.[^.]*$/, '')
}
