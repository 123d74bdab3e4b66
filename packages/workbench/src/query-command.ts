import {
  checkQuery,
  keywordInContext,
  keywordTable,
  parseQuery,
  runQuery,
  savedQueries,
  waitingNote,
} from '@codeerbank/analysis'
import {
  byId,
  countText,
  formatProblem,
  type Language,
  labelText,
  notesBelow,
  type Study,
  StudyError,
  type Table,
} from '@codeerbank/core'
import { caseNamed, codeNamed } from './named-in-study.ts'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { sourceName } from './source-name.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface QueryOptions {
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

/**
 * `codeerbank query`: prints the segments that answer a query.
 *
 * @returns true; a query that cannot be read is a wrong usage, with the place of each fault
 */
export async function queryCommand(
  folder: string,
  text: string,
  options: QueryOptions,
  terminal: Terminal,
): Promise<boolean> {
  const opened = await openStudyFolder(folder)
  const language = options.language ?? opened.study.language
  const study = { ...opened.study, language }
  const table = segmentTable(study, text)
  for (const problem of checkQuery(study, parseQuery(text, study)))
    terminal.stderr.write(`${formatProblem(problem)}\n`)
  await printTable(table, { format: options.format, language, study }, terminal)
  return true
}

/** `codeerbank keyword`: prints every place of a word with what stands around it. */
export async function keywordCommand(
  folder: string,
  word: string,
  options: QueryOptions & { readonly case?: string; readonly code?: string; readonly speaker?: string },
  terminal: Terminal,
): Promise<boolean> {
  const { study } = await openStudyFolder(folder)
  const { speaker } = options
  const code = options.code === undefined ? undefined : codeNamed(study, options.code)
  const inCase = options.case === undefined ? undefined : caseNamed(study, options.case)
  const scope = {
    ...(inCase === undefined ? {} : { case: inCase }),
    ...(code === undefined ? {} : { code }),
    ...(speaker === undefined ? {} : { speaker }),
  }
  try {
    const language = options.language ?? study.language
    const found = keywordInContext(study, word, scope).map(each => {
      const source = byId(study.sources, each.source)
      return source === undefined ? each : { ...each, source: sourceName(study, source, language) }
    })
    await printTable(keywordTable(found), { format: options.format, language, study }, terminal)
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

function segmentTable(study: Study, text: string): Table {
  const found = segmentsOf(study, text)
  const codings = Map.groupBy(study.codings, coding => coding.segment)
  const name = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  const column = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  const shown = new Set(found.map(({ id }) => id))
  return {
    id: 'query',
    ...notesBelow(waitingNote(study, { stands: at => shown.has(study.codings[at]!.segment) })),
    title: {
      nl: `${countText(found.length, 'segments', 'nl')}: ${text}`,
      en: `${countText(found.length, 'segments', 'en')}: ${text}`,
    },
    columns: [
      column('case', 'Casus', 'Case'),
      column('source', 'Bron', 'Source'),
      column('quote', 'Citaat', 'Quote'),
      column('codes', 'Codes', 'Codes'),
    ],
    rows: found.map(segment => {
      const source = byId(study.sources, segment.source)
      const codes = new Set((codings.get(segment.id) ?? []).map(coding => coding.code))
      return [
        source === undefined
          ? null
          : labelText(byId(study.cases, source.case)?.label ?? { nl: source.case }, study.language),
        source?.title ?? segment.source,
        segment.quote,
        [...codes].map(name).join('\n'),
      ]
    }),
  }
}

function segmentsOf(study: Study, text: string): ReturnType<typeof runQuery> {
  try {
    return runQuery(study, parseQuery(text, study), savedQueries(study))
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    throw new UsageError(
      error.problems
        .map(({ message, place }) => `query:${place?.line ?? 1}:${place?.column ?? 1}: ${message}`)
        .join('\n'),
    )
  }
}
