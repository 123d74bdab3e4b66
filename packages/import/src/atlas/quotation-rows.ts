import type { Problem, Reading } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { Paragraphs } from './find-quotation.ts'
import type { NamedTable } from './named-columns.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import type { QuotationColumn } from './quotation-columns.ts'
import { cellText, type ReportRow } from './read-report.ts'
import { reportTimes } from './report-times.ts'
import { type RowOfCodes, statedCounts } from './stated-counts.ts'

/** A row of a quotation report. */
export interface QuotationRow {
  readonly line: number
  /** Its number in ATLAS.ti: of which document, and of its quotations which. */
  readonly id: string
  readonly name: string
  readonly document: string
  readonly content: string
  readonly comment: string
  readonly codes: string
  /** How many codes it says that it has. */
  readonly count?: number
  readonly paragraphs?: Paragraphs
  readonly createdBy: string
  readonly at?: string
}

/** The rows of a quotation report, and once each the warnings `unread-time` and `density-not-codes`. */
export function quotationRows({
  head,
  columns,
  rows: all,
}: NamedTable<QuotationColumn>): Reading<readonly QuotationRow[]> {
  const problems: Problem[] = []
  const cell = (row: ReportRow, key: QuotationColumn) => {
    const at = columns.get(key)
    return at === undefined ? undefined : row.cells[at]
  }
  const text = (row: ReportRow, key: QuotationColumn) => cellText(cell(row, key))
  const said = (row: ReportRow) =>
    (['document', 'content', 'codes'] as const).map(key => text(row, key).trim())
  const headSays = said(head).join('\n')
  // Titles between the rows, and the head once more, are no quotations.
  const rows = all.filter(row => {
    const [document, content, codes] = said(row)
    return `${document}${content}${codes}` !== '' && `${document}\n${content}\n${codes}` !== headSays
  })
  const timeOf = reportTimes(rows.map(row => cell(row, 'created') ?? null))
  const counts = statedCounts(rows.map(row => countsIn(row.line, key => text(row, key))))
  if (counts.problem !== undefined) problems.push(counts.problem)
  let unread = 0
  const value = rows.map((row): QuotationRow => {
    const at = timeOf(cell(row, 'created'))
    if (at === null && unread++ === 0)
      problems.push(
        problemAt(
          'unread-time',
          'warning',
          'The time is not read: nothing tells whether its day or its month comes first, or it is no time. Write it as 2024-10-03T10:15:00Z. Other rows may have the same.',
          row.line,
        ),
      )
    const count = counts.of(countsIn(row.line, key => text(row, key)))
    const paragraphs = paragraphsOf({
      reference: text(row, 'reference'),
      start: text(row, 'start'),
      end: text(row, 'end'),
    })
    return {
      line: row.line,
      id: text(row, 'id'),
      name: text(row, 'name'),
      document: text(row, 'document'),
      content: text(row, 'content'),
      comment: text(row, 'comment'),
      codes: text(row, 'codes'),
      createdBy: text(row, 'createdBy').trim(),
      ...(count === undefined ? {} : { count }),
      ...(paragraphs === undefined ? {} : { paragraphs }),
      ...(typeof at === 'string' ? { at } : {}),
    }
  })
  return { value, problems }
}

function countsIn(line: number, text: (key: QuotationColumn) => string): RowOfCodes {
  const count = Number.parseInt(text('count'), 10)
  const density = Number.parseInt(text('density'), 10)
  return {
    line,
    codes: text('codes'),
    ...(count >= 0 ? { count } : {}),
    ...(density >= 0 ? { density } : {}),
  }
}
