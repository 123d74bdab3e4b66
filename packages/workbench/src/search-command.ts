import {
  byId,
  indexText,
  type Language,
  lineColumnAt,
  type Span,
  type Study,
  StudyError,
  type Table,
  type TableValue,
} from '@codeerbank/core'
import { type SearchHit, searchStudy } from '@codeerbank/store'
import { openStudyFolder } from './open-study-folder.ts'
import { printTable } from './print-table.ts'
import { type Terminal, UsageError } from './terminal.ts'

export interface SearchCommandOptions {
  readonly format: 'markdown' | 'csv' | 'html'
  readonly language?: Language
}

/**
 * `codeerbank search`: prints every place of a search in the sources and memos, with what stands around it.
 *
 * @returns true; a search that cannot be read is a wrong usage
 */
export async function searchCommand(
  path: string,
  query: string,
  options: SearchCommandOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { study } = await openStudyFolder(path)
  const language = options.language ?? study.language
  await printTable(
    searchTable(study, await hitsOf(study, query)),
    { format: options.format, language, study },
    terminal,
  )
  return true
}

async function hitsOf(study: Study, query: string): Promise<readonly SearchHit[]> {
  try {
    return await searchStudy(study, query)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    throw new UsageError(
      error.problems.map(({ message, place }) => `search:${place?.column ?? 1}: ${message}`).join('\n'),
    )
  }
}

/** How many characters are shown on each side of a place. */
const around = 60

/** The places of a search as a table: where, in which paragraph, and the words with those around them. */
export function searchTable(study: Study, hits: readonly SearchHit[]): Table {
  const column = (id: string, nl: string, en: string, type: 'text' | 'number' = 'text') => ({
    id,
    label: { nl, en },
    type,
  })
  const rows = hits.flatMap(hit => rowsOf(study, hit))
  return {
    id: 'search',
    title: {
      nl: `${rows.length} ${rows.length === 1 ? 'plaats' : 'plaatsen'}`,
      en: `${rows.length} ${rows.length === 1 ? 'place' : 'places'}`,
    },
    columns: [
      column('in', 'In', 'In'),
      column('paragraph', 'Alinea', 'Paragraph', 'number'),
      column('before', 'Ervoor', 'Before'),
      column('words', 'Woorden', 'Words'),
      column('after', 'Erna', 'After'),
    ],
    rows,
  }
}

function rowsOf(study: Study, { type, id, spans, titleSpans = [] }: SearchHit): readonly TableValue[][] {
  if (type === 'source')
    return placesIn(byId(study.sources, id)?.title ?? id, byId(study.sources, id)?.text, spans)
  const memo = byId(study.memos, id)
  const name = memo?.title ?? `memo ${id}`
  return [...placesIn(name, memo?.title, titleSpans), ...placesIn(name, memo?.text, spans)]
}

function placesIn(name: string, text: string | undefined, spans: readonly Span[]): readonly TableValue[][] {
  if (text === undefined || spans.length === 0) return []
  const index = indexText(text)
  return spans.map(({ start, end }) => [
    name,
    lineColumnAt(index, start).line,
    oneLine(start > around ? text.slice(start - around, start).replace(/^\S*\s/, '') : text.slice(0, start)),
    oneLine(text.slice(start, end)),
    oneLine(
      end + around < text.length ? text.slice(end, end + around).replace(/\s\S*$/, '') : text.slice(end),
    ),
  ])
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
