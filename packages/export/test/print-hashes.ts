import { createHash } from 'node:crypto'
import { comparisonToDocx, comparisonToXlsx, studyToXlsx, tablesToXlsx, tableToDocx } from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'

/** Run in several time zones, this shows whether what is written depends on them. */
const table = {
  id: 't',
  title: {},
  columns: [{ id: 'a', label: { nl: 'A' }, type: 'text' as const }],
  rows: [],
}
const written = {
  study: await studyToXlsx(awkwardStudy),
  comparison: await comparisonToXlsx(comparison),
  tables: await tablesToXlsx(table),
  document: await comparisonToDocx(comparison),
  table: await tableToDocx(table),
}
for (const [name, bytes] of Object.entries(written))
  process.stdout.write(`${name} ${createHash('sha256').update(bytes).digest('hex')}\n`)
