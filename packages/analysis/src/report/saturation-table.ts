import { byId, labelText, notesBelow, type Study, type Table, type TableValue } from '@codeerbank/core'
import type { SaturationCurve } from '../saturation.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, textColumn } from './columns.ts'

/** New codes per source, a row a source. */
export function saturationTable(study: Study, curves: readonly SaturationCurve[]): Table {
  return {
    id: 'saturation',
    title: {
      nl: 'Nieuwe codes per bron, in volgorde van verzamelen',
      en: 'New codes per source, in order of collection',
    },
    ...notesBelow(waitingNote(study)),
    columns: [
      textColumn('case', 'Casus', 'Case'),
      numberColumn('order', 'Volgorde', 'Order'),
      textColumn('source', 'Bron', 'Source'),
      textColumn('date', 'Datum', 'Date'),
      numberColumn('fresh', 'Nieuwe codes', 'New codes'),
      numberColumn('total', 'Codes tot nu toe', 'Codes so far'),
    ],
    rows: curves.flatMap(curve =>
      curve.points.map((point, i): TableValue[] => [
        labelText(curve.case.label, study.language),
        i + 1,
        byId(study.sources, point.source)?.title ?? point.source,
        point.date ?? null,
        point.fresh.length,
        point.total,
      ]),
    ),
  }
}
