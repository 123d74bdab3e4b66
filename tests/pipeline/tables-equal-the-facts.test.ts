import { fileURLToPath } from 'node:url'
import { compare, comparisonToCsv, labelText, readStudyFolder } from 'codeerbank'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { tableFacts } from './shared-reference.ts'

const folder = fileURLToPath(new URL('../../examples/bruggenbouwers', import.meta.url))
const facts = tableFacts()

async function rowsOf(csv: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = []
  return new Promise((done, fail) => {
    parseString<Record<string, string>, Record<string, string>>(csv, { headers: true })
      .on('error', fail)
      .on('data', row => rows.push(row))
      .on('end', () => done(rows))
  })
}

describe.skipIf(facts === null)('the example study gives the tables of the report', async () => {
  const study = await readStudyFolder(folder)
  const tables = facts?.tables ?? []

  it('has the three cases in the order of the columns', () => {
    expect(study.cases.map(({ id, label }) => [id, labelText(label, 'nl')])).toEqual(
      facts?.cases.map(({ id, label }) => [id, label]),
    )
  })

  it.each(tables.map(table => [table.number, table] as const))(
    'has every cell of Table %i',
    (number, table) => {
      const comparison = compare(study, table.frame.replace('_', '-'))
      expect(comparison.table).toBe(number)
      expect(comparison.title).toEqual(table.title)
      expect(comparison.rows.map(row => row.label.nl)).toEqual(facts?.frames[table.frame]?.order)
      const label = new Map(comparison.rows.map(row => [row.id, row.label.nl]))
      const cells = comparison.cells.map(cell => ({
        rows: cell.rows.map(row => label.get(row)),
        case: cell.case,
        // Being in a phase is what a heading with statements says in the report; the study says it as a state.
        ...(cell.state === undefined || cell.state === 'current' ? {} : { state: cell.state }),
        ...(cell.heading === undefined ? {} : { heading: cell.heading.nl }),
        ...(cell.statements.length === 0 ? {} : { statements: cell.statements.map(each => each.label.nl) }),
      }))
      const rowOrder = facts?.frames[table.frame]?.order ?? []
      const caseOrder = facts?.cases.map(each => each.id) ?? []
      const expected = [...table.cells].sort(
        (a, b) =>
          caseOrder.indexOf(a.case) - caseOrder.indexOf(b.case) ||
          rowOrder.indexOf(a.rows[0] ?? '') - rowOrder.indexOf(b.rows[0] ?? ''),
      )
      expect(cells).toEqual(expected)
    },
  )

  it('carries every one of the 81 statements by two codings or more', () => {
    const statements = tables.flatMap(table =>
      compare(study, table.frame.replace('_', '-')).cells.flatMap(cell => cell.statements),
    )
    expect(statements).toHaveLength(81)
    expect(statements.filter(statement => statement.evidence.codings < 2)).toEqual([])
  })

  it('writes the same cells as a tidy CSV, a row a statement', async () => {
    const comparisons = tables.map(table => compare(study, table.frame.replace('_', '-')))
    const rows = await rowsOf(await comparisonToCsv(comparisons))
    const expected = tables.flatMap(table =>
      table.cells.flatMap(cell => {
        const row = { table: String(table.number), row: cell.rows.join(' + '), case: cell.case }
        const heading = cell.heading ?? ''
        const state = cell.state ?? (heading === '' ? '' : 'current')
        const statements = cell.statements ?? ['']
        return statements.map(statement => ({ ...row, state, heading, statement }))
      }),
    )
    const key = (row: Record<string, string>) => JSON.stringify(row)
    const written = rows.map(({ table, row, case: of, state, heading, statement }) =>
      key({ table: table!, row: row!, case: of!, state: state!, heading: heading!, statement: statement! }),
    )
    expect(new Set(written)).toEqual(new Set(expected.map(key)))
    expect(written).toHaveLength(expected.length)
  })
})
