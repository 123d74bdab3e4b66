import { coOccurrences } from '@codeerbank/analysis'
import { nearestName } from '@codeerbank/codebook'
import { type Code, labelText, type Problem, type Reading, type Study, type Table } from '@codeerbank/core'
import { type CrossHeading, type CrossTable, codeNames } from '@codeerbank/import'

/** Coefficients are printed with two digits behind the point. */
const rounding = 0.005_001

/**
 * Compares a co-occurrence table of ATLAS.ti with the study's own: every pair of codes with another count of overlapping
 * quotations or another coefficient, and every code with another number of quotations. Overlaps are counted between all codes and
 * all coders, as ATLAS.ti does.
 *
 * @param study the study that the table should be of
 * @param table what `readCrossTable` gave
 * @returns the differences, a row each, in the order of the table; and the problems `ambiguous-code` and `unknown-code`, which
 *   is told once with how many there are where a table has many such codes
 */
export function coOccurrenceDifferences(study: Study, table: CrossTable): Reading<Table> {
  const names = codeNames(study.codes, study.language)
  const problems: Problem[] = []
  const unknown: string[] = []
  const find = ({ name }: CrossHeading): Code | undefined => {
    const code = names(name)
    if (code !== undefined && code !== 'ambiguous') return code
    if (code === 'ambiguous') problems.push(ambiguous(name))
    else unknown.push(name)
    return undefined
  }
  const rows = table.rows.map(find)
  const known = new Map(table.rows.map((heading, i) => [heading.name, rows[i]]))
  const columns = table.columns.map(heading =>
    known.has(heading.name) ? known.get(heading.name) : find(heading),
  )
  const all = new Set([...table.rows, ...table.columns].map(({ name }) => name)).size
  problems.push(...unknownCodes(study, unknown, all))
  const compared = [...rows, ...columns].filter(code => code !== undefined)
  const ids = [...new Set(compared.map(code => code.id))]
  const own = coOccurrences(study, { codes: ids, related: true, acrossCoders: true })
  const segments = new Map(own.codes.map((id, i) => [id, own.segments[i]!]))
  const pairs = new Map(own.pairs.map(pair => [keyOf(pair.a, pair.b), pair]))
  const label = (code: Code) => labelText(code.label, study.language)
  const values: Table['rows'][number][] = []
  for (const [i, code] of rows.entries()) {
    const size = table.rows[i]!.size
    if (code === undefined || size === undefined || size === segments.get(code.id)) continue
    values.push([label(code), null, size, segments.get(code.id) ?? 0, null, null])
  }
  const rowOf = new Map(rows.map((code, i) => [code?.id, i]))
  const columnOf = new Map(columns.map((code, j) => [code?.id, j]))
  const seen = new Set<string>()
  for (const [i, a] of rows.entries())
    for (const [j, b] of columns.entries()) {
      if (a === undefined || b === undefined || a.id === b.id || seen.has(keyOf(a.id, b.id))) continue
      // A table may have each pair once, on one side of its diagonal.
      const [row, column] = [rowOf.get(b.id), columnOf.get(a.id)]
      if (table.cells[i]![j] === null && row !== undefined && column !== undefined)
        if (table.cells[row]![column] !== null) continue
      seen.add(keyOf(a.id, b.id))
      const theirs = table.cells[i]![j] ?? { count: 0 }
      const ours = pairs.get(keyOf(a.id, b.id))
      const [count, c] = [ours?.pairs ?? 0, ours === undefined ? 0 : ours.c]
      const { coefficient } = theirs
      const differs = coefficient !== undefined && (c === null || Math.abs(coefficient - c) > rounding)
      if (theirs.count === count && !differs) continue
      const rounded = c === null ? null : Math.round(c * 1000) / 1000
      values.push([label(a), label(b), theirs.count, count, coefficient ?? null, rounded])
    }
  return { value: tableOf(values), problems }
}

/** The same for a pair in either order. */
function keyOf(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}

function tableOf(rows: Table['rows']): Table {
  const text = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  const number = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'number' as const })
  return {
    id: 'co-occurrence-differences',
    title: { nl: 'Verschillen met de tabel van ATLAS.ti', en: 'Differences from the table of ATLAS.ti' },
    columns: [
      text('a', 'Code A', 'Code A'),
      text('b', 'Code B', 'Code B'),
      number('count-atlas', 'Aantal (ATLAS.ti)', 'Count (ATLAS.ti)'),
      number('count', 'Aantal', 'Count'),
      number('c-atlas', 'c (ATLAS.ti)', 'c (ATLAS.ti)'),
      number('c', 'c', 'c'),
    ],
    rows,
  }
}

function ambiguous(name: string): Problem {
  return {
    code: 'ambiguous-code',
    severity: 'error',
    message: `Several codes go by "${name}". Write the whole path of the one that is meant.`,
  }
}

/** More names than this are told at once. */
const mostNamed = 5

function unknownCodes(study: Study, names: readonly string[], all: number): readonly Problem[] {
  const told = (message: string): Problem => ({ code: 'unknown-code', severity: 'error', message })
  if (names.length > mostNamed || (names.length > 0 && names.length === all)) {
    const some = names.slice(0, mostNamed).map(name => `"${name}"`)
    const more = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : ''
    const what = names.length === all ? 'None' : `${names.length}`
    return [
      told(
        `${what} of the ${all} codes of the table ${names.length === all ? 'is' : 'are not'} in the codebook of the study: ${some.join(', ')}${more}. Is it a table of another study, or of other codes?`,
      ),
    ]
  }
  const labels = study.codes.map(code => labelText(code.label, study.language))
  return names.map(name => {
    const near = nearestName(name, labels)
    return told(
      `The codebook has no code "${name}". ${near === undefined ? 'Correct the name, or add the code.' : `Is "${near}" meant?`}`,
    )
  })
}
