import { byId, labelText, notesBelow, type Study, type Table } from '@codeerbank/core'
import type { CitationChange, FrameworkMatrix } from '../framework/framework-matrix.ts'
import { waitingInFrame } from '../waiting-note.ts'
import { numberColumn, textColumn } from './columns.ts'

const changes: Readonly<Record<'nl' | 'en', Readonly<Record<CitationChange, string>>>> = {
  nl: {
    withdrawn: 'codering ingetrokken',
    'other words': 'andere woorden',
    'older definition': 'oudere definitie',
  },
  en: { withdrawn: 'coding withdrawn', 'other words': 'other words', 'older definition': 'older definition' },
}

/** A framework matrix, a row a cell, with what has become of the codings that its summary cites. */
export function frameworkTable(study: Study, matrix: FrameworkMatrix): Table {
  const { language } = study
  const names = new Map(
    [...matrix.rows, ...matrix.cases].map(({ id, label }) => [id, labelText(label, language)]),
  )
  return {
    id: 'framework',
    title: { nl: 'Samenvattingen per casus en rij', en: 'Summaries by case and row' },
    ...notesBelow(waitingInFrame(study, byId(study.frames, matrix.frame)?.rows ?? [])),
    columns: [
      textColumn('row', 'Rij', 'Row'),
      textColumn('case', 'Casus', 'Case'),
      textColumn('summary', 'Samenvatting', 'Summary'),
      numberColumn('cites', 'Aangehaalde coderingen', 'Codings cited'),
      textColumn('stale', 'Verouderd', 'Stale'),
      numberColumn('added', 'Coderingen van later', 'Codings made since'),
      numberColumn('codings', 'Coderingen', 'Codings'),
      numberColumn('sources', 'Bronnen', 'Sources'),
      numberColumn('speakers', 'Sprekers', 'Speakers'),
    ],
    rows: matrix.cells.map(cell => [
      names.get(cell.row) ?? cell.row,
      names.get(cell.case) ?? cell.case,
      cell.summary?.text ?? null,
      cell.summary?.cites.length ?? null,
      cell.stale.map(({ coding, change }) => `${coding}: ${changes[language][change]}`).join('\n') || null,
      cell.summary === undefined ? null : cell.added.length,
      cell.evidence.codings,
      cell.evidence.sources,
      cell.evidence.speakers,
    ]),
  }
}
