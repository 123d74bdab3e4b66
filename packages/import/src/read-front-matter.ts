import type { Problem } from '@codeerbank/core'
import { problemAt } from './read-source.ts'
import { readYaml } from './read-yaml.ts'
import { type SourceMetadata, sourceMetadataSchema } from './source-metadata.ts'

/** A file's text in two parts: what is said of it, and its body. */
export interface FrontMatter {
  readonly metadata: SourceMetadata
  readonly body: string
  /** The line of the file on which the body begins. */
  readonly line: number
  readonly problems: readonly Problem[]
  /** The line of a key of the front matter. */
  readonly lineOf: (key: keyof SourceMetadata) => number
}

/** In characters. */
const longest = 100_000

/**
 * Takes the YAML front matter, between two lines `---`, off a normalised text. Empty lines before the body belong to
 * neither, unless the front matter says that the text is taken as it is.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none = (problems: readonly Problem[]) => ({
    metadata: {},
    problems,
    lineOf: () => 1,
    ...bodyFrom(text, 0, 1),
  })
  if (!/^---[ \t]*\n/.test(text)) return none([])
  const from = text.indexOf('\n') + 1
  const end = /^---[ \t]*$/m.exec(text.slice(from))
  if (end === null)
    return none([
      problemAt('front-matter-open', 'error', 'The front matter has no end. Close it with a line "---".', 1),
    ])
  const yaml = text.slice(from, from + end.index)
  if (yaml.length > longest)
    return none([
      problemAt(
        'front-matter-too-large',
        'error',
        `The front matter has more than ${longest} characters, and was not read. Shorten it; or begin the text with an empty line, if it is none.`,
        1,
      ),
    ])
  const read = readYaml(yaml, sourceMetadataSchema, 2)
  const after = from + end.index + end[0].length
  const line = 1 + countLineEnds(text, 0, after)
  return {
    metadata: read.value ?? {},
    problems: read.problems,
    lineOf: key => read.lineOf([key]),
    ...(read.value?.verbatim === true
      ? { body: text.slice(after + 1), line: line + 1 }
      : bodyFrom(text, after, line)),
  }
}

function bodyFrom(text: string, at: number, line: number): { body: string; line: number } {
  const blank = /^(?:[ \t]*\n)+/.exec(text.slice(at))?.[0] ?? ''
  return { body: text.slice(at + blank.length), line: line + countLineEnds(blank, 0, blank.length) }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
