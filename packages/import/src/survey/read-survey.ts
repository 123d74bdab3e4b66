import { createHash } from 'node:crypto'
import {
  hasErrors,
  type Participant,
  type Problem,
  placed,
  type Reading,
  type Value,
  type Variable,
} from '@codeerbank/core'
import { readReport } from '../atlas/read-report.ts'
import { problemAt, type ReadSource } from '../read-source.ts'
import { largestFile, stemOf } from '../source-text.ts'
import type { Survey } from './survey.ts'
import { isQualtrics, surveyColumns } from './survey-columns.ts'
import { surveyDocument } from './survey-document.ts'
import { idOf, type SurveyMapping, type SurveyVariable } from './survey-mapping.ts'
import { type SurveyRow, surveyRow } from './survey-row.ts'

export interface ReadSurveyOptions {
  /** The file's name. */
  readonly name: string
  readonly mapping: SurveyMapping
}

/**
 * Reads the table of a survey, a row a respondent: closed questions become values of variables, open ones a document for
 * each respondent with a heading for each question, as ATLAS.ti and MAXQDA make of surveys. An answer is a turn of its
 * respondent, so that respondents count as voices.
 *
 * @param bytes a workbook (.xlsx), or CSV in UTF-8 or UTF-16 with commas, semicolons or tabs
 * @returns what could be read, and problems with the row (in CSV the line): `missing-sheet`, `missing-column`,
 *   `duplicate-column`; `missing-respondent`, `duplicate-respondent`, `case-missing`, `unknown-case` (these rows are not
 *   read); `bad-value` (the value is missing), `different-value` (of a case: the first stays), `no-answers`, `uneven-row`, `empty-source`,
 *   `file-too-large`, and those of `readWorkbook` or of CSV
 */
export async function readSurvey(
  bytes: Uint8Array,
  { name, mapping }: ReadSurveyOptions,
): Promise<Reading<Survey>> {
  const problems: Problem[] = []
  const variables = (mapping.variables ?? []).map(each => ({
    column: each.column,
    ...(each.option === undefined ? {} : { option: each.option }),
    variable: variableOf(each),
  }))
  const rows = await rowsOf(bytes, name, mapping, problems)
  const columns = surveyColumns(rows, mapping)
  const { headRows = isQualtrics(rows) ? 3 : 1 } = mapping
  const hasAnswers = mapping.answers.some(({ column }) => columns.at(column) !== undefined)
  if (rows.length > 0 || problems.length === 0) problems.push(...columns.problems)
  if (rows.length > 0 && rows.length <= headRows && !hasErrors(problems))
    problems.push(
      problemAt(
        'empty-source',
        'error',
        'The table has no rows below its head. Put the survey in it.',
        rows[0]!.line,
      ),
    )
  problems.push(...surplus(rows))
  const read: SurveyRow[] = []
  const taken = new Set<string>()
  const needed = [mapping.respondent, 'column' in mapping.case ? mapping.case.column : undefined]
  const isReadable = needed.every(column => column === undefined || columns.at(column) !== undefined)
  for (const row of isReadable ? rows.slice(headRows) : []) {
    const found = surveyRow(row, mapping, columns, variables, problems)
    if (found === undefined) continue
    if (taken.has(found.respondent))
      problems.push(
        problemAt(
          'duplicate-respondent',
          'error',
          'A row above is of the same respondent, and this one is not read. Give each respondent one row.',
          row.line,
        ),
      )
    else {
      taken.add(found.respondent)
      read.push(found)
    }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const value = {
    variables: variables.map(({ variable }) => variable),
    cases: casesOf(read, problems),
    participants: read.map(participantOf),
    sources: read.flatMap(row =>
      sourceOf(
        row,
        mapping,
        { file: name, line: row.line, format: 'survey', sha256 },
        hasAnswers ? problems : [],
      ),
    ),
  }
  return { value, problems: problems.map(problem => placed(problem, { file: name })) }
}

/** The rows of the table that the mapping means, its head first. */
async function rowsOf(
  bytes: Uint8Array,
  name: string,
  { sheet: wanted }: SurveyMapping,
  problems: Problem[],
) {
  if (bytes.length > largestFile) {
    problems.push(
      problemAt(
        'file-too-large',
        'error',
        `The file is larger than ${largestFile / 1024 / 1024} MiB. Divide it.`,
        1,
      ),
    )
    return []
  }
  const { value: sheets, problems: told } = await readReport(bytes, name)
  problems.push(...told)
  const sheet = wanted === undefined ? sheets[0] : sheets.find(each => each.name === wanted)
  if (sheet === undefined && wanted !== undefined && sheets.length > 0)
    problems.push(
      problemAt(
        'missing-sheet',
        'error',
        `The workbook has no sheet "${wanted}". Correct "sheet" in the mapping.`,
        1,
      ),
    )
  else if (sheet?.rows.length === 0 && told.length === 0)
    problems.push(problemAt('empty-source', 'error', 'The table is empty. Put the survey in it.', 1))
  return sheet?.rows ?? []
}

/** Says of rows with more cells than the head: an answer may be divided over them. */
function surplus(rows: Awaited<ReturnType<typeof rowsOf>>): readonly Problem[] {
  const width = Math.max(0, ...rows.slice(0, 1).map(({ cells }) => cells.length))
  return rows
    .slice(1)
    .filter(({ cells }) => cells.slice(width).some(cell => cell !== null && cell !== ''))
    .map(({ line, cells }) =>
      problemAt(
        'uneven-row',
        'warning',
        `The row has ${cells.length} cells and the head ${width}: those past it are not read. Put an answer that has the separator in it in quotes.`,
        line,
      ),
    )
}

function variableOf(given: SurveyVariable): Variable {
  const { on = 'participant', type: stated = 'text', option } = given
  const type = option === undefined ? stated : 'boolean'
  const id = idOf(given)
  return { id, label: given.label ?? { nl: id, en: id }, on, type }
}

/** The cases in the order of their first rows; of a value that differs between rows the first stays. */
function casesOf(rows: readonly SurveyRow[], problems: Problem[]): Survey['cases'] {
  const cases = new Map<string, Map<string, Value>>()
  for (const { inCase, line, values } of rows) {
    const known = cases.get(inCase) ?? new Map<string, Value>()
    cases.set(inCase, known)
    for (const [variable, value] of values.case) {
      const before = known.get(variable) ?? null
      if (before === null) known.set(variable, value)
      else if (value !== null && value !== before)
        problems.push(
          problemAt(
            'different-value',
            'warning',
            `The row says something else of its case than a row above ("${variable}"), which stays. Correct one of the two.`,
            line,
          ),
        )
    }
  }
  return [...cases].map(([id, values]) => ({ id, values: Object.fromEntries(values) }))
}

function participantOf(row: SurveyRow): Participant {
  const { respondent: id, label = id, inCase, organisation, function: does, values } = row
  return {
    id,
    label,
    case: inCase,
    ...(organisation === undefined ? {} : { organisation }),
    ...(does === undefined ? {} : { function: does }),
    ...(values.participant.length === 0 ? {} : { values: Object.fromEntries(values.participant) }),
  }
}

function sourceOf(
  row: SurveyRow,
  mapping: SurveyMapping,
  origin: ReadSource['origin'],
  problems: Problem[],
): readonly ReadSource[] {
  const { respondent, label, inCase, date, values, answers, line } = row
  if (answers.length === 0) {
    if (mapping.answers.length > 0)
      problems.push(
        problemAt(
          'no-answers',
          'warning',
          'The respondent answers no open question, and has no document.',
          line,
        ),
      )
    return []
  }
  const { prefix = stemOf(origin.file), kind = 'interview', language } = mapping
  const id = `${prefix}-${respondent}`
  const metadata = {
    id,
    title: label ?? id,
    kind,
    case: inCase,
    participants: [respondent],
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(values.source.length === 0 ? {} : { values: Object.fromEntries(values.source) }),
  }
  return [{ metadata, ...surveyDocument(respondent, answers), marks: [], origin }]
}
