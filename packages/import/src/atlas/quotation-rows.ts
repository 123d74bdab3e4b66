import type { Problem, Reading } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { Paragraphs } from './find-quotation.ts'
import type { NamedTable } from './named-columns.ts'
import type { QuotationColumn } from './quotation-columns.ts'
import { cellText, type ReportRow } from './read-report.ts'
import { reportTimes } from './report-times.ts'

/** A row of a quotation report. */
export interface QuotationRow {
  readonly line: number
  readonly name: string
  readonly document: string
  readonly content: string
  readonly comment: string
  readonly codes: string
  readonly density?: number
  readonly paragraphs?: Paragraphs
  readonly createdBy: string
  readonly at?: string
}

/** The rows of a quotation report, and the warning `unread-time` once where times cannot be read for sure. */
export function quotationRows({
  columns,
  rows,
}: NamedTable<QuotationColumn>): Reading<readonly QuotationRow[]> {
  const problems: Problem[] = []
  const cell = (row: ReportRow, key: QuotationColumn) => {
    const at = columns.get(key)
    return at === undefined ? undefined : row.cells[at]
  }
  const timeOf = reportTimes(rows.map(row => cell(row, 'created') ?? null))
  let unread = 0
  const value = rows.map((row): QuotationRow => {
    const text = (key: QuotationColumn) => cellText(cell(row, key))
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
    const density = Number.parseInt(text('density'), 10)
    const paragraphs = paragraphsOf(text('reference'))
    return {
      line: row.line,
      name: text('name'),
      document: text('document'),
      content: text('content'),
      comment: text('comment'),
      codes: text('codes'),
      createdBy: text('createdBy').trim(),
      ...(density >= 0 ? { density } : {}),
      ...(paragraphs === undefined ? {} : { paragraphs }),
      ...(typeof at === 'string' ? { at } : {}),
    }
  })
  return { value, problems }
}

/** Paragraphs as `3 - 3`, `¶ 4 – 6` or `12`; pages, times and places in pictures are none. */
function paragraphsOf(reference: string): Paragraphs | undefined {
  const found = /^\s*(?:¶+\s*)?(\d{1,7})(?:\s*[-–—]\s*(?:¶\s*)?(\d{1,7}))?(?:\s+in\b.*)?\s*$/u.exec(
    reference.replace(/^\s*\d+:\d+\s*¶/u, '¶'),
  )
  if (found === null) return undefined
  const first = Number(found[1])
  return { first, last: found[2] === undefined ? first : Number(found[2]) }
}
