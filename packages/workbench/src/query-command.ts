import {
  checkQuery,
  keywordInContext,
  keywordTable,
  parseQuery,
  runQuery,
  savedQueries,
} from '@codeerbank/analysis'
import {
  byId,
  formatProblem,
  type Language,
  labelText,
  type Study,
  StudyError,
  type Table,
} from '@codeerbank/core'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { refuseUnknown, refuseUnknownCode } from './unknown-name.ts'

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
  const { study } = await openStudyFolder(folder)
  const language = options.language ?? study.language
  const table = segmentTable(study, text)
  for (const problem of checkQuery(study, parseQuery(text, study)))
    terminal.stderr.write(`${formatProblem(problem)}\n`)
  await printTable(table, { format: options.format, language }, terminal)
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
  const { case: inCase, code, speaker } = options
  if (inCase !== undefined) refuseUnknown('case', inCase, study.cases)
  if (code !== undefined) refuseUnknownCode(code, study)
  if (speaker !== undefined) refuseUnknown('speaker', speaker, speakersOf(study))
  const scope = {
    ...(inCase === undefined ? {} : { case: inCase }),
    ...(code === undefined ? {} : { code }),
    ...(speaker === undefined ? {} : { speaker }),
  }
  try {
    const language = options.language ?? study.language
    await printTable(
      keywordTable(keywordInContext(study, word, scope)),
      { format: options.format, language },
      terminal,
    )
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  }
  return true
}

/** Who speaks: the participants, and whoever stands before a turn. */
function speakersOf(study: Study): readonly { readonly id: string }[] {
  const labels = study.sources.flatMap(({ turns }) => turns.flatMap(({ speaker = [] }) => speaker))
  return [...study.participants, ...[...new Set(labels)].map(id => ({ id }))]
}

function segmentTable(study: Study, text: string): Table {
  const found = segmentsOf(study, text)
  const codings = Map.groupBy(study.codings, coding => coding.segment)
  const name = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  const column = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, type: 'text' as const })
  return {
    id: 'query',
    title: {
      nl: `${found.length} ${found.length === 1 ? 'fragment' : 'fragmenten'}: ${text}`,
      en: `${found.length} ${found.length === 1 ? 'segment' : 'segments'}: ${text}`,
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
        source?.case ?? null,
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
