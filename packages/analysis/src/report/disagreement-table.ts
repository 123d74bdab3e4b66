import { byId, labelText, notesBelow, type Study, type Table } from '@codeerbank/core'
import { disagreements } from '../agreement/disagreements.ts'
import type { Reliability } from '../agreement/reliability-from-study.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, rounded, textColumn } from './columns.ts'

/** The units on which coders differ, the largest difference first. */
export function disagreementTable(study: Study, reliability: Reliability): Table {
  const name = (id: string) => labelText(byId(study.codes, id)?.label ?? { nl: id }, study.language)
  return {
    id: 'disagreements',
    title: { nl: 'Verschillen tussen codeurs', en: 'Disagreements between coders' },
    ...notesBelow(waitingNote(study, { lost: 'left out' })),
    columns: [
      textColumn('source', 'Bron', 'Source'),
      numberColumn('start', 'Begin', 'Start'),
      numberColumn('end', 'Einde', 'End'),
      numberColumn('distance', 'Afstand (MASI)', 'Distance (MASI)'),
      ...reliability.coders.map(({ id, label }) => textColumn(id, label, label)),
      textColumn('text', 'Tekst', 'Text'),
    ],
    rows: disagreements(study, reliability).map(each => [
      each.source,
      each.start,
      each.end,
      rounded(each.distance),
      ...reliability.coders.map(({ id }) => each.ratings[id]?.map(name).join('\n') ?? null),
      each.text,
    ]),
  }
}
