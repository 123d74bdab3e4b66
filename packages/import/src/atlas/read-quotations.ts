import { nearestName } from '@codeerbank/codebook'
import {
  type Change,
  type Language,
  type Memo,
  type Problem,
  placed,
  type Reading,
  type Source,
  unknownTime,
} from '@codeerbank/core'
import { type AnchorStudy, segmentId } from '../anchor-codings.ts'
import { problemAt } from '../read-source.ts'
import { reader } from '../study-folder-draft.ts'
import { bareName, foldName } from './code-names.ts'
import { type CodeResolver, codeResolver } from './code-resolver.ts'
import { type CoderFinder, coderFinder } from './coder-finder.ts'
import { quotationFinder } from './find-quotation.ts'
import { type PlacedQuotations, placeQuotation } from './place-quotation.ts'
import type { QuotationRow } from './quotation-rows.ts'
import { quotedRows } from './quoted-rows.ts'
import { type ReportSheet, readReport } from './read-report.ts'
import { reportRows } from './report-rows.ts'
import { type SourceFinder, sourceFinder } from './source-finder.ts'
import { namesAlone, splitCodes } from './split-codes.ts'

/** The study that quotations belong to: its texts, and its codes with the language that a report may name them in. */
export interface QuotationStudy extends AnchorStudy {
  readonly language?: Language
  /** So that what was said before is not said twice. */
  readonly memos?: readonly Memo[]
}

export interface ReadQuotationsOptions {
  /** The name of the file, for the places of problems. */
  readonly file?: string
  /** Whether a code that the study does not have is added; by default it is a problem. */
  readonly addCodes?: boolean
  /** Whose quotations they are where the report does not say: the name or id of a coder. */
  readonly coder?: string
}

/** So many names of codes a report may have that is to add codes; a codebook has some hundreds. */
const mostNames = 100_000

const tooManyNames = {
  code: 'too-many-codes',
  severity: 'error',
  message: `The report names more than ${mostNames.toLocaleString('en')} codes, and none of it is read. Look whether its column of codes holds other words, or part it.`,
} as const

/** Who made what no row says the maker of. */
const unnamed = { nl: 'Onbekende codeur', en: 'Unknown coder' } as const

/**
 * Reads ATLAS.ti's quotation report, as a workbook or as CSV, into a study that has its documents. Columns go by their names, in
 * the variants of Windows, Mac and web; a sheet may also have the quotations of the code that it is named for. A quotation is found again by its words, since a report has paragraphs for a place
 * at most; these decide between places with the same words.
 *
 * @param content the file, or the text of a CSV file
 * @param study the study with its sources and codes
 * @returns the changes `add-coder`, `add-code`, `add-segment`, `code-segment` and `write-memo` for all that fits, and a problem
 *   for all that does not, at its row: `not-a-quotation-report`, `no-document`, `unknown-document`, `ambiguous-document`, `no-words`,
 *   `quote-not-found`, `quote-ambiguous`, `ambiguous-codes`, `code-count`, `unknown-code`, `ambiguous-code`, `retired-code`, `too-many-codes`;
 *   the warnings `quote-cut`, `no-coder`, `unread-time`, `day-first`, `serial-time`, `density-not-codes`, `column-passed-over`,
 *   `unheaded-cells`, `hidden-sheet`, `document-by-words`; and the problems of the file itself
 */
export async function readQuotations(
  content: string | Uint8Array,
  study: QuotationStudy,
  options: ReadQuotationsOptions = {},
): Promise<Reading<readonly Change[]>> {
  const { file } = options
  const place = file === undefined ? {} : { file }
  const report = await readReport(content, file)
  const isReport = (sheets: readonly ReportSheet[]) => !('code' in reportRows(sheets, study))
  const sheets = (await quotedRows(report.value, isReport)) ?? report.value
  const found = reportRows(sheets, study)
  if ('code' in found)
    return { value: [], problems: report.problems.length > 0 ? report.problems : [placed(found, place)] }
  const draft = startDraft(study, options)
  const problems: Problem[] = [...report.problems, ...found.problems.map(problem => placed(problem, place))]
  // Only where names stand in one line it matters which of them stand alone elsewhere.
  const all = found.sheets.flatMap(({ rows }) => rows)
  if (options.addCodes === true && all.some(row => row.codes !== '' && namesIn(row).length === 0))
    for (const row of all) {
      for (const name of namesIn(row)) draft.named.add(foldName(bareName(name)))
      if (draft.named.size > mostNames)
        return { value: [], problems: [...problems, placed(tooManyNames, place)] }
    }
  for (const { sheet, rows, problems: own } of found.sheets) {
    const before = draft.problems.length
    for (const row of rows) addQuotation(draft, row)
    const where = { ...place, ...(sheet === undefined ? {} : { path: [sheet] }) }
    for (const problem of [...own, ...draft.problems.slice(before)]) problems.push(placed(problem, where))
  }
  return { value: [...newThings(draft), ...draft.changes], problems }
}

function namesIn({ codes, count }: QuotationRow): readonly string[] {
  return namesAlone(codes, count)
}

const cutMessages = {
  cut: 'The report has only the beginning of the quotation, and the segment ends where that does. Make it longer where it should be.',
  full: 'The words fill their cell, which holds 32,767 characters: the quotation may go on. Make the segment longer where it should be.',
} as const

interface QuotationDraft extends PlacedQuotations {
  readonly findSource: SourceFinder
  readonly titles: readonly string[]
  readonly findQuotation: ReturnType<typeof quotationFinder>
  readonly codes: CodeResolver
  /** Codes that may be added, for the report has them elsewhere where they stand alone. */
  readonly named: Set<string>
  readonly coders: CoderFinder
  readonly coder: string | undefined
  readonly language: Language
  readonly problems: Problem[]
  warnedOfCoder: boolean
}

function startDraft(study: QuotationStudy, options: ReadQuotationsOptions): QuotationDraft {
  const language = study.language ?? 'nl'
  return {
    findSource: sourceFinder(study.sources),
    titles: study.sources.map(source => source.title),
    findQuotation: quotationFinder(),
    codes: codeResolver(study.codes, language, options.addCodes === true),
    named: new Set(),
    coders: coderFinder(study.coders),
    coder: options.coder,
    language,
    segments: new Map(
      study.segments
        .filter(({ verdict }) => verdict !== 'lost')
        .map(segment => [segmentId(segment.source, segment.start, segment.end), segment]),
    ),
    segmentIds: new Set(study.segments.map(({ id }) => id)),
    taken: new Set([...study.codings, ...(study.memos ?? [])].map(({ id }) => id)),
    changes: [],
    problems: [],
    warnedOfCoder: false,
  }
}

/** Coders and codes that the study did not have. */
function newThings({ coders, codes }: QuotationDraft): readonly Change[] {
  const base = { at: unknownTime, by: reader }
  return [
    ...coders.made.map(
      (coder): Change => ({ ...base, id: `add-coder:${coder.id}`, kind: 'add-coder', coder }),
    ),
    ...codes.made.map((code): Change => ({ ...base, id: `add-code:${code.id}`, kind: 'add-code', code })),
  ]
}

function addQuotation(draft: QuotationDraft, row: QuotationRow): void {
  const source = sourceOf(draft, row)
  if (source === undefined) return
  const found = draft.findQuotation(source, row)
  if ('severity' in found) {
    draft.problems.push({ ...found, place: { line: row.line } })
    return
  }
  if (found.cut !== undefined)
    draft.problems.push(problemAt('quote-cut', 'warning', cutMessages[found.cut], row.line))
  const by = coderOf(draft, row)
  const at = row.at ?? unknownTime
  const segment = placeQuotation(draft, { row, source, span: found, by, at })
  for (const code of codesOf(draft, row)) {
    const id = `${segment}|${code}|${by}`
    if (draft.taken.has(id)) continue
    draft.taken.add(id)
    draft.changes.push({
      id: `code-segment:${id}`,
      at,
      by,
      kind: 'code-segment',
      coding: { id, segment, code },
    })
  }
}

function sourceOf(
  draft: QuotationDraft,
  { line, id, document, content, source: known }: QuotationRow,
): Source | undefined {
  const report = (code: string, message: string) =>
    draft.problems.push(problemAt(code, 'error', message, line))
  if (content.trim() === '') {
    report('no-words', 'The quotation has no words: it is of a picture or a recording, or the cell is empty.')
    return undefined
  }
  if (known !== undefined) return known
  if (document.trim() === '') {
    report('no-document', 'The row does not say which document its words are from. Write the name of it.')
    return undefined
  }
  const source = draft.findSource(document, id)
  if (source === 'ambiguous')
    report(
      'ambiguous-document',
      `Several documents go by "${document}". Write the id of the one that is meant.`,
    )
  else if (source === undefined) {
    const near = nearestName(document, draft.titles)
    const advice = near === undefined ? 'Add it, or correct the name.' : `Is "${near}" meant? Else add it.`
    report('unknown-document', `The study has no document "${document}". ${advice}`)
  } else return source
  return undefined
}

function coderOf(draft: QuotationDraft, { line, createdBy }: QuotationRow): string {
  const name = createdBy === '' ? (draft.coder ?? unnamed[draft.language]) : createdBy
  if (createdBy === '' && draft.coder === undefined && !draft.warnedOfCoder) {
    draft.warnedOfCoder = true
    draft.problems.push(
      problemAt(
        'no-coder',
        'warning',
        `The row does not say who made the quotation, and others may not either: "${name}" stands for them. Name the coder.`,
        line,
      ),
    )
  }
  return draft.coders.find(name).id
}

function codesOf(draft: QuotationDraft, { line, codes, count, code }: QuotationRow): readonly string[] {
  if (code !== undefined) return [code]
  const isKnown = (name: string) => draft.codes.isKnown(name) || draft.named.has(foldName(bareName(name)))
  const split = splitCodes(codes, {
    known: isKnown,
    ...(count === undefined ? {} : { count }),
  })
  if ('fault' in split) {
    const message = faultMessage(split.fault, codes, count, isKnown)
    draft.problems.push(problemAt(split.fault, 'error', message, line))
    return []
  }
  const found: string[] = []
  for (const name of split.names) {
    const code = draft.codes.resolve(name)
    if ('severity' in code) draft.problems.push({ ...code, place: { line } })
    else if (!found.includes(code.id)) found.push(code.id)
  }
  return found
}

/** So many names are given. */
const mostNamed = 5

function faultMessage(
  fault: 'code-count' | 'ambiguous-codes',
  codes: string,
  count: number | undefined,
  isKnown: (name: string) => boolean,
): string {
  const lines = codes.split('\n').filter(line => line.trim() !== '')
  if (fault === 'code-count' && lines.length !== 1)
    return `The row states ${count} codes, and its cell has ${lines.length}. Write each code on a line of its own, or correct the number.`
  const parts = codes.split(/[,;|]/, 1000).map(part => part.trim())
  const unknown = parts.filter(part => part !== '' && !isKnown(part)).slice(0, mostNamed)
  const named = unknown.map(part => `"${part.slice(0, 80)}"`).join(', ')
  const about = named === '' ? '' : ` By themselves these are unknown: ${named}.`
  return fault === 'code-count'
    ? `The row states ${count} codes, and its cell cannot be divided into so many.${about} Write each code on a line of its own, or correct the number.`
    : `The codes cannot be told apart in one way: names hold commas.${about} Write each code on a line of its own.`
}
