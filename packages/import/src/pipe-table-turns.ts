import { mostTurns } from './labels-in.ts'
import type { SourceMetadata } from './source-metadata.ts'
import { type TableTurns, tableTurns } from './table-turns.ts'

/**
 * Finds the turns of a transcript that is a table in Markdown, of which the head says in which column it stands who speaks and what.
 *
 * @param line of the file on which the text begins
 * @returns `null` where there is no such table
 */
export function pipeTableTurns(text: string, metadata: SourceMetadata, line: number): TableTurns | null {
  if (!text.includes('|')) return null
  const lines = text.split('\n')
  const found: TableTurns[] = []
  let start = 0
  for (let i = 0; i < lines.length; i++) {
    const at = start
    const first = i
    start += lines[i]!.length + 1
    if (!lines[i]!.includes('|') || !isDelimiterRow(lines[i + 1] ?? '')) continue
    while (lines[i + 1]?.includes('|')) start += lines[++i]!.length + 1
    if (i - first > mostTurns) continue
    const rows = lines
      .slice(first, i + 1)
      .map((row, own) => (own === 1 ? ' '.repeat(row.length) : cellsOf(row)))
    const table = tableTurns(rows.join('\n'), metadata, line + first, 'by its head')
    if (table === null) continue
    const turns = table.turns.map(turn => ({ ...turn, start: at + turn.start, end: at + turn.end }))
    found.push({ turns, problems: table.problems })
  }
  if (found.length === 0) return null
  return { turns: found.flatMap(({ turns }) => turns), problems: found.flatMap(({ problems }) => problems) }
}

/** `|---|:--:|`. */
function isDelimiterRow(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[ \t]{0,3}[|:\- \t]+$/.test(line)
}

/** A row with tabs for its pipes, but for those at its ends; each character stays where it is. */
function cellsOf(row: string): string {
  const plain = row.replaceAll('\t', ' ')
  const [first, last] = [plain.search(/\S/), plain.trimEnd().length - 1]
  return plain.replace(/\\.|\|/g, (found, at: number) => {
    if (found !== '|') return found
    return at === first || at === last ? ' ' : '\t'
  })
}
