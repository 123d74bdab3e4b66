import type { Problem, Reading, Source } from '@codeerbank/core'
import { problemAt } from '../read-source.ts'
import type { TimesOfRow } from './day-order.ts'
import type { Paragraphs } from './find-quotation.ts'
import type { QuotationTable } from './find-quotation-tables.ts'
import { foldHeader } from './named-columns.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { passedOver, unheaded } from './passed-over.ts'
import { isDayFirst, isNumberedCode, type QuotationColumn } from './quotation-columns.ts'
import { cellText, type ReportRow } from './read-report.ts'
import { type ReadTime, reportTimes } from './report-times.ts'
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
  /** Its document and the id of its code, where it is not its own cells that say so. */
  readonly source?: Source
  readonly code?: string
}

/**
 * The rows of a quotation report, and once each the warnings `unread-time`, `day-first`, `serial-time`, `density-not-codes`,
 * `column-passed-over` and `unheaded-cells`.
 */
export function quotationRows(table: QuotationTable): Reading<readonly QuotationRow[]> {
  const { head, columns, rows: all } = table
  const problems: Problem[] = []
  const cell = (row: ReportRow, key: QuotationColumn) => {
    const at = columns.get(key)
    return at === undefined ? null : (row.cells[at] ?? null)
  }
  const text = (row: ReportRow, key: QuotationColumn) => cellText(cell(row, key))
  const codesAt = columnsOfCodes(table)
  const codesOf = ({ cells }: ReportRow) =>
    codesAt
      .map(at => cellText(cells[at]))
      .filter(codes => codes.trim() !== '')
      .join('\n')
  const said = (row: ReportRow) => [text(row, 'document'), text(row, 'content'), codesOf(row)]
  const headSays = said(head).join('\n')
  // Titles between the rows, and the head once more, are no quotations; a comment is of one, and so is its number.
  const rows = all.filter(
    row =>
      said(row).join('\n') !== headSays &&
      ([...said(row), text(row, 'comment')].some(each => each.trim() !== '') ||
        /^\s*\d+:\d+\s*$/.test(text(row, 'id'))),
  )
  problems.push(...passedOver(table, rows, codesAt), ...unheaded(table, rows))
  const timeOf = reportTimes(times(), {
    dayFirst: table.delimiter === ';' || head.cells.some(name => isDayFirst(cellText(name))),
    since1904: table.since1904 === true,
  })
  const counts = statedCounts(rows.map(rowOfCodes))
  if (counts.problem !== undefined) problems.push(counts.problem)
  const told = new Set<string>()
  const value = rows.map((row): QuotationRow => {
    const time = timeOf(cell(row, 'created'))
    const doubt = time === undefined ? undefined : doubtOf(time, text(row, 'created'))
    if (doubt !== undefined && !told.has(doubt[0])) {
      told.add(doubt[0])
      problems.push(problemAt(doubt[0], 'warning', doubt[1], row.line))
    }
    const count = counts.of(rowOfCodes(row))
    const id = text(row, 'id')
    const position = { reference: text(row, 'reference'), start: text(row, 'start'), end: text(row, 'end') }
    const paragraphs = paragraphsOf({ ...position, id })
    return {
      line: row.line,
      id,
      name: text(row, 'name'),
      document: text(row, 'document'),
      content: text(row, 'content'),
      comment: text(row, 'comment'),
      codes: codesOf(row),
      createdBy: text(row, 'createdBy').trim(),
      ...(table.code === undefined ? {} : { code: table.code }),
      ...(count === undefined ? {} : { count }),
      ...(paragraphs === undefined ? {} : { paragraphs }),
      ...(time ? { at: time.at } : {}),
    }
  })
  return { value, problems }

  function* times(): Iterable<TimesOfRow> {
    for (const row of rows) yield { created: cell(row, 'created'), modified: cell(row, 'modified') }
  }

  function rowOfCodes(row: ReportRow): RowOfCodes {
    const count = Number.parseInt(text(row, 'count'), 10)
    const density = Number.parseInt(text(row, 'density'), 10)
    return {
      line: row.line,
      quotation: ['document', 'id', 'reference', 'content']
        .map(key => text(row, key as QuotationColumn))
        .join('\n'),
      codes: codesOf(row),
      ...(count >= 0 && table.code === undefined ? { count } : {}),
      ...(density >= 0 && table.code === undefined ? { density } : {}),
    }
  }
}

/** Where the codes are: in the column that was found, in others of the same name, and in those with a number behind it. */
function columnsOfCodes({ head, columns }: QuotationTable): readonly number[] {
  const at = columns.get('codes')
  if (at === undefined) return []
  const name = foldHeader(cellText(head.cells[at]))
  return head.cells.flatMap((cell, i) => {
    const other = cellText(cell)
    return i === at || foldHeader(other) === name || isNumberedCode(other) ? [i] : []
  })
}

/** What is to be said of a time: that it is not read, or what was assumed to read it. */
function doubtOf(
  time: ReadTime | null,
  written: string,
): readonly [code: string, message: string] | undefined {
  if (time === null)
    return [
      'unread-time',
      'The time is not read: nothing tells whether its day or its month comes first, or it is no time. Write it as 2024-10-03T10:15:00Z. Other rows may have the same.',
    ]
  if (time.assumed === undefined) return undefined
  const read = `"${written}" is read as ${time.at}`
  return time.assumed === 'serial'
    ? [
        'serial-time',
        `The time lost its format: ${read}, as spreadsheets count days. If that is not when it was, write it as 2024-10-03T10:15:00Z. Other rows may have the same.`,
      ]
    : [
        'day-first',
        `${read}: no time of the table tells whether its day or its month comes first, and such tables have the day first. If that is wrong, write times as 2024-10-03T10:15:00Z. Other rows may have the same.`,
      ]
}
