import { createHash } from 'node:crypto'
import {
  annotationsToJsonLd,
  codebookToCsv,
  codingsToCsv,
  comparisonToCsv,
  comparisonToDocx,
  comparisonToHtml,
  comparisonToLatex,
  comparisonToMarkdown,
  comparisonToXlsx,
  segmentsToCsv,
  studyToDataPackageZip,
  studyToXlsx,
  tablesToXlsx,
  tableToCsv,
  tableToDocx,
  tableToHtml,
  tableToMarkdown,
} from '../src/index.ts'
import { comparison } from './comparison-cases.ts'
import { awkwardStudy } from './export-cases.ts'
import { everyFigure } from './figure-cases.ts'

/** Run in several time zones, this shows whether what is written depends on them. */
const table = {
  id: 't',
  title: { nl: 'Iİıi' },
  columns: [
    { id: 'a', label: { nl: 'A' }, type: 'text' as const },
    { id: 'b', label: { nl: 'B' }, type: 'number' as const },
  ],
  rows: [['Iİıi', 1234567.25]],
}
const written = {
  study: await studyToXlsx(awkwardStudy),
  comparison: await comparisonToXlsx(comparison),
  tables: await tablesToXlsx(table),
  document: await comparisonToDocx(comparison),
  table: await tableToDocx(table),
  ...Object.fromEntries(
    Object.entries(everyFigure).map(([name, draw]) => [name.replaceAll(' ', '-'), draw('Iİıi')]),
  ),
  markdown: tableToMarkdown(table),
  html: tableToHtml(table),
  csv: await tableToCsv(table),
  'comparison-markdown': comparisonToMarkdown(comparison),
  'comparison-html': comparisonToHtml(comparison),
  'comparison-csv': await comparisonToCsv(comparison),
  'comparison-latex': comparisonToLatex(comparison),
  segments: await segmentsToCsv(awkwardStudy),
  codings: await codingsToCsv(awkwardStudy),
  codebook: await codebookToCsv(awkwardStudy),
  annotations: annotationsToJsonLd(awkwardStudy),
  package: await studyToDataPackageZip(awkwardStudy),
}
for (const [name, bytes] of Object.entries(written))
  process.stdout.write(`${name} ${createHash('sha256').update(bytes).digest('hex')}\n`)
