import type { Problem, Reading } from '@codeerbank/core'
import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { problemAt } from './read-source.ts'
import { shapeFaults } from './shape-fault.ts'

/** A value read from YAML, and where its parts stand. */
export interface YamlReading<T> extends Reading<T | null> {
  /** The line of the value, or of its nearest part that is there, that a path of keys leads to. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** In characters; a parser takes a hundred times as many bytes. */
const largest = 3_000_000

/** How many faults of YAML are told: one makes the next ones. */
const mostFaults = 100

/**
 * Reads YAML against a shape. Where single keys do not fit they are left out, if the rest then does.
 *
 * @param text the YAML
 * @param schema the shape wanted
 * @param firstLine the line of the file on which the text begins, for the places of problems
 * @returns the value, `null` where nothing could be made of it, and a `malformed-yaml`, `yaml-too-large` or `unfit-value` problem a
 *   fault
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, firstLine = 1): YamlReading<T> {
  if (text.length > largest) {
    const message = `The YAML has more than ${largest / 1e6} million characters, and was not read. Divide it.`
    return {
      value: null,
      problems: [problemAt('yaml-too-large', 'error', message, firstLine)],
      lineOf: () => firstLine,
    }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => firstLine + Math.max(1, lines.linePos(offset).line) - 1
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const keys = path.slice(0, length)
      const parent = length === 0 ? null : document.getIn(keys.slice(0, -1), true)
      const pair = isMap(parent)
        ? parent.items.find(
            item => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(keys.at(-1)),
          )
        : undefined
      const node = pair?.key ?? (length === 0 ? document.contents : document.getIn(keys, true))
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }
  const problems: Problem[] = document.errors
    .slice(0, mostFaults)
    .map(error =>
      problemAt(
        'malformed-yaml',
        'error',
        `${error.message} Correct the YAML; a text with ": " or "#" in it stands in quotes.`,
        lineAt(error.pos[0]),
      ),
    )
  if (problems.length > 0) return { value: null, problems, lineOf }
  let data: unknown
  try {
    data = document.toJS() ?? {}
  } catch {
    problems.push(
      problemAt(
        'malformed-yaml',
        'error',
        'The YAML repeats itself through aliases too often. Write it out.',
        firstLine,
      ),
    )
    return { value: null, problems, lineOf }
  }
  const read = schema.safeParse(data)
  if (read.success) return { value: read.data, problems, lineOf }
  problems.push(
    ...shapeFaults(schema, data, read.error.issues)
      .map(({ code, message, path }) => problemAt(code, 'error', message, lineOf(path)))
      .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
  )
  const kept = schema.safeParse(without(data, read.error.issues))
  return { value: kept.success ? kept.data : null, problems, lineOf }
}

/** A copy of a value without the top-level keys that have faults. */
function without(data: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const bad = new Set(
    issues.flatMap(issue =>
      issue.path.length === 0 && issue.code === 'unrecognized_keys'
        ? issue.keys
        : [String(issue.path[0] ?? '')],
    ),
  )
  return Object.fromEntries(Object.entries(data).filter(([key]) => !bad.has(key)))
}
