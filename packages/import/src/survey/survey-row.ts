import type { Problem, Value, Variable } from '@codeerbank/core'
import type { ReportRow } from '../atlas/read-report.ts'
import { problemAt } from '../read-source.ts'
import type { CellValue } from '../workbook/workbook.ts'
import type { SurveyColumns } from './survey-columns.ts'
import type { WrittenAnswer } from './survey-document.ts'
import type { SurveyMapping } from './survey-mapping.ts'
import { cellWords, hasOption, surveyValue, writtenLike } from './survey-value.ts'

/** A variable, and the column that it comes from. */
export interface ColumnVariable {
  readonly column: string
  readonly option?: string
  readonly variable: Variable
}

/** What a row says of a respondent. */
export interface SurveyRow {
  readonly line: number
  readonly respondent: string
  readonly inCase: string
  readonly date?: string
  readonly label?: string
  readonly organisation?: string
  readonly function?: string
  /** The values of variables, by what these are on. */
  readonly values: Readonly<Record<Variable['on'], readonly (readonly [id: string, value: Value])[]>>
  readonly answers: readonly WrittenAnswer[]
}

/**
 * Reads a row of a survey. A row without a respondent or a case is not read; a cell that does not fit is missing.
 *
 * @returns `undefined` for a row that is not read
 */
export function surveyRow(
  { line, cells }: ReportRow,
  mapping: SurveyMapping,
  columns: SurveyColumns,
  variables: readonly ColumnVariable[],
  problems: Problem[],
): SurveyRow | undefined {
  const missing = new Set((mapping.missing ?? []).map(each => each.trim().toLowerCase()))
  const cellOf = (column: string | undefined): CellValue => {
    const at = columns.at(column)
    const cell = at === undefined ? null : (cells[at] ?? null)
    const words = cellWords(cell)
    return words === '' || missing.has(words.toLowerCase()) ? null : cell
  }
  const wordsOf = (column: string | undefined) => cellWords(cellOf(column))
  const report = (code: string, message: string) => problems.push(problemAt(code, 'error', message, line))

  const respondent = mapping.respondent === undefined ? String(line) : wordsOf(mapping.respondent)
  if (respondent === '') {
    report(
      'missing-respondent',
      `The row does not say who answers, and is not read. Fill in the column "${mapping.respondent}", or remove the row.`,
    )
    return undefined
  }
  const inCase = caseOf(mapping, wordsOf)
  if (inCase === undefined) {
    const column = 'column' in mapping.case ? mapping.case.column : ''
    if (wordsOf(column) === '')
      report(
        'case-missing',
        `The row does not say to which case it belongs, and is not read. Fill in the column "${column}".`,
      )
    else
      report(
        'unknown-case',
        `The mapping does not say which case is meant in the column "${column}", and the row is not read. Add what stands there to "values" of the case.`,
      )
    return undefined
  }
  const valueIn = (column: string, type: Variable['type']): Value => {
    const cell = cellOf(column)
    if (cell === null) return null
    const value = surveyValue(cell, type, columns.order(column))
    if (value === undefined)
      report('bad-value', `The cell in the column "${column}" is not read: write ${writtenLike[type]}.`)
    return value ?? null
  }
  const values: Record<Variable['on'], (readonly [string, Value])[]> = {
    case: [],
    source: [],
    participant: [],
  }
  const chosenIn = (column: string, option: string): Value => {
    const cell = cellOf(column)
    return cell === null ? null : hasOption(cell, option)
  }
  for (const { column, option, variable } of variables)
    if (columns.at(column) !== undefined)
      values[variable.on].push([
        variable.id,
        option === undefined ? valueIn(column, variable.type) : chosenIn(column, option),
      ])
  const answers = mapping.answers.flatMap(({ column, question = columns.question(column) }) => {
    const words = wordsOf(column)
    return words === '' ? [] : [{ question, words }]
  })
  const { date: day, participant = {} } = mapping
  const label = wordsOf(participant.label)
  const organisation = wordsOf(participant.organisation)
  const does = wordsOf(participant.function)
  const date = day === undefined ? null : valueIn(day, 'date')
  return {
    line,
    respondent,
    inCase,
    values,
    answers,
    ...(typeof date === 'string' ? { date } : {}),
    ...(label === '' ? {} : { label }),
    ...(organisation === '' ? {} : { organisation }),
    ...(does === '' ? {} : { function: does }),
  }
}

function caseOf(mapping: SurveyMapping, wordsOf: (column: string) => string): string | undefined {
  if ('is' in mapping.case) return mapping.case.is
  const { column, values } = mapping.case
  const words = wordsOf(column)
  if (values === undefined) return words === '' ? undefined : words
  return Object.hasOwn(values, words) ? values[words] : undefined
}
