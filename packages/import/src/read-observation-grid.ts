import type { ObservationGrid, ObservedIndicator, Problem } from '@codeerbank/core'
import type { TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type Heading, headingsOf, type MarkdownTable, tablesOf } from './markdown-blocks.ts'
import { problemAt } from './read-source.ts'

export interface GridReading {
  readonly grid?: ObservationGrid
  /** The line of the first table's head. */
  readonly line: number
  readonly problems: readonly Problem[]
}

const parts: readonly (readonly [ObservedIndicator['part'], RegExp])[] = [
  ['non-verbal', /^non[- ]?verba/i],
  ['verbal', /^verba/i],
]
const impression = /^(?:algemene indruk|general impression)/i
const nothingSeen = /^(?:|[-–—]|n\.?v\.?t\.?|n\.?a\.?)$/i

/**
 * Reads an observation schema out of a Markdown text.
 *
 * @param text normalised Markdown
 * @param firstLine the line of the file on which it begins
 */
export function readObservationGrid(text: string, firstLine: number): GridReading {
  const headings = headingsOf(text)
  const problems: Problem[] = []
  const indicators: ObservedIndicator[] = []
  let actors: readonly string[] | undefined
  let line = firstLine
  for (const { part, at } of schemaTables(text, headings)) {
    const { table } = at
    const [head, ...rows] = table.children
    if (head === undefined) continue
    const lineOf = (row: TableRow) => firstLine + at.line + row.position!.start.line - 1
    const columns = head.children.slice(1).map(cell => plainText(cell).trim())
    if (actors === undefined) {
      actors = columns
      line = lineOf(head)
      problems.push(...faultsOfHead(columns, line))
    } else if (!sameOrder(actors, columns))
      problems.push(
        problemAt(
          'different-actors',
          'error',
          `This part of the observation schema has other columns (${columns.join(', ')}) than the part before it (${actors.join(', ')}). Give both the same actors, in the same order.`,
          lineOf(head),
        ),
      )
    for (const row of rows) {
      const [label = '', ...values] = row.children.map(cell => plainText(cell).trim())
      if (values.length !== columns.length)
        problems.push(
          problemAt(
            'uneven-grid',
            'error',
            `The row has ${row.children.length} cells and the head of the table ${head.children.length}. Write "-" in a cell where nothing was seen.`,
            lineOf(row),
          ),
        )
      const written = sameOrder(actors, columns)
        ? values
        : actors.map(actor => values[columns.indexOf(actor)])
      const filled = actors.map((_, i) => (nothingSeen.test(written[i] ?? '') ? null : written[i]!))
      indicators.push({ part, label, values: filled })
    }
  }
  const generalImpression = impressionOf(text, headings)
  if (actors === undefined) {
    const schema = headings.find(heading => parts.some(([, name]) => name.test(heading.text)))
    if (schema !== undefined)
      problems.push(
        problemAt(
          'no-grid',
          'warning',
          `There is no table under "${schema.text}". Write the schema as a Markdown table with "Indicator" as its first head.`,
          firstLine + countLines(text, schema.start),
        ),
      )
    return { line, problems }
  }
  return {
    grid: { actors, indicators, ...(generalImpression === undefined ? {} : { generalImpression }) },
    line,
    problems,
  }
}

/** The tables whose first head is "Indicator", each with the part of the schema that the heading above it names. */
function schemaTables(
  text: string,
  headings: readonly Heading[],
): readonly { readonly part: ObservedIndicator['part']; readonly at: MarkdownTable }[] {
  return tablesOf(text).flatMap(at => {
    const first = at.table.children[0]?.children[0]
    if (first === undefined || !/^indicator/i.test(plainText(first).trim())) return []
    const above = headings.filter(heading => heading.end <= at.start)
    for (const heading of above.toReversed()) {
      const part = parts.find(([, name]) => name.test(heading.text))
      if (part !== undefined) return [{ part: part[0], at }]
    }
    return [{ part: 'non-verbal' as const, at }]
  })
}

function sameOrder(actors: readonly string[], columns: readonly string[]): boolean {
  return actors.join('\n') === columns.join('\n')
}

function faultsOfHead(columns: readonly string[], line: number): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const column of columns) {
    if (seen.has(column) || column === '')
      problems.push(
        problemAt(
          'duplicate-actor',
          'error',
          column === ''
            ? 'A column of the observation schema has no head. Name the actor.'
            : `The observation schema has two columns "${column}". Give each actor one.`,
          line,
        ),
      )
    seen.add(column)
  }
  return problems
}

function impressionOf(text: string, headings: readonly Heading[]): string | undefined {
  const at = headings.findIndex(heading => impression.test(heading.text))
  const heading = headings[at]
  if (heading === undefined) return undefined
  const words = text.slice(heading.end, headings[at + 1]?.start ?? text.length).trim()
  return words === '' ? undefined : words
}

function countLines(text: string, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
