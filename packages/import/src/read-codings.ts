import { type Problem, placed, type Reading } from '@codeerbank/core'
import type { TimesOfRow } from './atlas/day-order.ts'
import { reportTimes } from './atlas/report-times.ts'
import type { CodingRow } from './coding-row.ts'
import { cellValue, textOfCell } from './folder/cell-text.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import { problemAt } from './read-source.ts'

const aliases = {
  bron: 'source',
  document: 'source',
  citaat: 'quote',
  fragment: 'quote',
  quotation: 'quote',
  codering: 'code',
  codeur: 'coder',
  codeerder: 'coder',
  keer: 'occurrence',
  tijd: 'at',
  tijdstip: 'at',
  opmerking: 'memo',
  notitie: 'memo',
  toelichting: 'memo',
  comment: 'memo',
}

/**
 * Reads a list of codings: CSV with the columns `source,quote,code,coder` and, where wanted, `occurrence`, `start`,
 * `memo`, `at`, `stance`, `retired`, and `coding` and `segment` for ids; other columns are passed over. It says nothing
 * yet of whether sources, quotes and codes exist: `anchorCodings` does.
 *
 * @param csv the file, or its text
 * @param options `file`: its name, for the places of problems
 * @returns rows, and problems with their lines: those of the CSV, and `incomplete-coding`, `bad-occurrence`,
 *   `bad-time`, `bad-stance`, and the warning `time-assumed`
 */
export async function readCodings(
  csv: string | Uint8Array,
  options: { readonly file?: string } = {},
): Promise<Reading<readonly CodingRow[]>> {
  const place = options.file === undefined ? {} : { file: options.file }
  const read = await readCsv(csv, { required: ['source', 'quote', 'code', 'coder'], aliases })
  const problems: Problem[] = [...read.problems]
  const timeOf = timesOf(read.value, problems)
  const rows: CodingRow[] = []
  for (const row of read.value) {
    const coding = codingRow(row, timeOf, problems)
    if (coding !== undefined) rows.push({ ...coding, place: { ...place, line: row.line } })
  }
  return { value: rows, problems: problems.map(problem => placed(problem, place)) }
}

/** A time as ISO 8601; `undefined` for an empty cell, `null` for what is no time. */
type TimeOf = (cell: string, line: number) => string | null | undefined

/** Reads the times of a list as those of a report are; the first for which something had to be assumed is told. */
function timesOf(rows: readonly CsvRow[], problems: Problem[]): TimeOf {
  const read = reportTimes(created())
  let told = false
  return (cell, line) => {
    const time = read(cell)
    if (!time) return time
    if (time.assumed !== undefined && !told) {
      told = true
      problems.push(
        problemAt(
          'time-assumed',
          'warning',
          `"${cell}" is read as ${time.at}. If that is not when it was, write it as 2024-10-03T10:15:00+02:00. Other rows may have the same.`,
          line,
        ),
      )
    }
    return time.at
  }

  function* created(): Iterable<TimesOfRow> {
    for (const { cells } of rows) yield { created: cells.at ?? null, modified: null }
  }
}

function codingRow({ line, cells }: CsvRow, timeOf: TimeOf, problems: Problem[]): CodingRow | undefined {
  const report = (code: string, message: string) => problems.push(problemAt(code, 'error', message, line))
  const empty = ['source', 'quote', 'code', 'coder'].filter(name =>
    name === 'quote' ? !cells.quote : (cells[name] ?? '').trim() === '',
  )
  if (empty.length > 0) {
    report('incomplete-coding', `The row has no ${empty.join(', no ')}. Fill in the cell, or remove the row.`)
    return undefined
  }
  const optional = (name: string) => (cells[name] ?? '').trim()
  const occurrence = wholeNumber(optional('occurrence'), 1)
  if (occurrence === null)
    report(
      'bad-occurrence',
      `"${optional('occurrence')}" is no occurrence: write 1, 2, ..., or leave the cell empty.`,
    )
  const at = optional('at')
  const time = timeOf(at, line)
  if (time === null)
    report(
      'bad-time',
      `"${at}" is no time, or nothing tells whether its day or its month comes first: write it as 2024-10-03T10:15:00+02:00, or leave the cell empty.`,
    )
  const stance = optional('stance').toLowerCase()
  if (stance !== '' && stance !== 'supports' && stance !== 'contradicts')
    report('bad-stance', `"${stance}" is no stance: write supports or contradicts, or leave the cell empty.`)
  const start = wholeNumber(optional('start'), 0)
  const memo = cells.memo ?? ''
  const quote = cellValue(cells.quote!)
  const [coding, segment] = ['coding', 'segment'].map(name => textOfCell(optional(name)))
  return {
    source: textOfCell(cells.source!.trim()),
    // A guard is left on: only the text of the source can tell whether it is one.
    quote: typeof quote === 'string' ? quote : cells.quote!,
    code: textOfCell(cells.code!.trim()),
    coder: textOfCell(cells.coder!.trim()),
    ...(occurrence ? { occurrence } : {}),
    ...(typeof start === 'number' ? { start } : {}),
    ...(memo === '' ? {} : { memo: textOfCell(memo) }),
    ...(time ? { at: time } : {}),
    ...(stance === 'contradicts' ? { stance: 'contradicts' as const } : {}),
    ...(coding ? { coding } : {}),
    ...(segment ? { segment } : {}),
    ...(/^(?:yes|ja|true)$/i.test(optional('retired')) ? { retired: true } : {}),
  }
}

/** A whole number from `least` on; `undefined` for an empty cell, `null` for anything else. */
function wholeNumber(text: string, least: number): number | null | undefined {
  if (text === '') return undefined
  return /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null
}
