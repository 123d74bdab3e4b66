import { createHash } from 'node:crypto'
import { comparisonToXlsx, studyToXlsx } from '../src/index.ts'
import { tablesToXlsx } from '../src/xlsx/tables-to-xlsx.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'

/** Run in several time zones, this shows whether what is written depends on them. */
const table = { id: 't', title: {}, columns: [], rows: [] }
const written = {
  study: await studyToXlsx(awkwardStudy),
  comparison: await comparisonToXlsx(comparison),
  table: await tablesToXlsx(table),
}
for (const [name, bytes] of Object.entries(written))
  process.stdout.write(`${name} ${createHash('sha256').update(bytes).digest('hex')}\n`)
